package sourcebook.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern that begins at the beginning of a line and is tried there alone, where a search would try it at each
/// character. Finds what [Matcher#find] finds. Immutable, thread-safe.
record LinePattern(Pattern pattern) {
    /// @param regex flags with `m` among them, then `^`, which holds for all that follows
    static LinePattern of(String regex) {
        if (!regex.matches("(?s)\\(\\?[a-z]*m[a-z]*\\)\\^.*")) {
            throw new IllegalArgumentException("Not of a line: " + regex);
        }
        return new LinePattern(Pattern.compile(regex));
    }

    /// The first match, null if there is none.
    @Nullable
    Matcher first(String text) {
        Matcher matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        for (int line = 0; line >= 0; line = behindLine(text, line)) {
            if (matcher.region(line, text.length()).lookingAt()) {
                return matcher;
            }
        }
        return null;
    }

    boolean finds(String text) {
        return first(text) != null;
    }

    /// Where the next line begins; -1 if there is none.
    private static int behindLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return i + 1;
            }
        }
        return -1;
    }
}
