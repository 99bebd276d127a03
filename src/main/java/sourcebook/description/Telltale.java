package sourcebook.description;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern and the pieces of text of which one stands in whatever it matches. Looking for the pieces costs a
/// hundredth of trying the pattern at each place of a page, and mostly there is none. Immutable, thread-safe.
record Telltale(Pattern pattern, List<Folded.Piece> signs) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /// @param signs in any case, however the pattern treats it
    static Telltale of(Pattern pattern, String... signs) {
        return new Telltale(
                pattern, Arrays.stream(signs).map(Folded.Piece::folded).toList());
    }

    /// Whether the pattern finds something in a text.
    ///
    /// @param folded the same text, or one that holds it
    boolean find(String text, Folded folded) {
        return shows(folded) && pattern.matcher(text).find();
    }

    /// A matcher over a text; one that finds nothing where nothing can be found.
    Matcher matcher(String text) {
        return matcher(text, Folded.of(text));
    }

    /// @param folded the same text, or one that holds it
    Matcher matcher(String text, Folded folded) {
        return shows(folded) ? pattern.matcher(text) : NOTHING.matcher("");
    }

    /// Whether a folded text holds one of the signs.
    boolean shows(Folded folded) {
        for (Folded.Piece sign : signs) {
            if (folded.holds(sign)) {
                return true;
            }
        }
        return false;
    }
}
