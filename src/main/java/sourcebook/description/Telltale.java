package sourcebook.description;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern and the pieces of text of which one stands in whatever it matches. Looking for the pieces costs a
/// hundredth of trying the pattern at each place of a page, and mostly there is none. Immutable, thread-safe.
record Telltale(Pattern pattern, List<String> signs) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /// @param signs as [#folded] gives them, however the pattern treats case
    static Telltale of(Pattern pattern, String... signs) {
        return new Telltale(pattern, Arrays.stream(signs).map(Telltale::folded).toList());
    }

    /// A text in which characters are the same that are the same to any pattern that ignores case.
    static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c >= 0x80) {
                folded[i] = Character.toLowerCase(Character.toUpperCase(c));
            } else if (c >= 'A' && c <= 'Z') {
                folded[i] = (char) (c + ('a' - 'A'));
            }
        }
        return new String(folded);
    }

    boolean find(String text) {
        return find(text, folded(text));
    }

    /// Whether the pattern finds something in a text.
    ///
    /// @param folded the same text, by [#folded]
    boolean find(String text, String folded) {
        return shows(folded) && pattern.matcher(text).find();
    }

    /// A matcher over a text; one that finds nothing where nothing can be found.
    Matcher matcher(String text) {
        return shows(folded(text)) ? pattern.matcher(text) : NOTHING.matcher("");
    }

    /// Whether a folded text holds one of the signs.
    boolean shows(String folded) {
        for (String sign : signs) {
            if (folded.contains(sign)) {
                return true;
            }
        }
        return false;
    }
}
