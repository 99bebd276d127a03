package sourcebook.reading;

import java.util.List;

/// A word of a page with its place: a run of characters without a blank. Immutable.
///
/// @param text as printed
/// @param box around all of it
/// @param line of the page that it stands in, 0-based, ascending
/// @param angle in which it runs, in degrees clockwise: 0 (from left to right, or from right to left in scripts
///     that do), 90, 180 or 270
/// @param space whether a blank follows in the same line
/// @param start of it in the document's text in UTF-16 units, -1 when it is not in there (a running head, a page
/// number)
/// @param end exclusive, -1 with `start`
/// @param characters where each part of it stands, in the order of the text; together all of the word
public record PlacedWord(
        String text, Box box, int line, int angle, boolean space, int start, int end, List<Characters> characters) {
    public PlacedWord {
        characters = List.copyOf(characters);
    }

    /// Characters with a place of their own: one, or some that are one sign.
    ///
    /// @param start in the document's text, -1 when not in there
    /// @param end exclusive
    public record Characters(int start, int end, Box box) {}

    /// Whether it is in the document's text.
    public boolean inText() {
        return start >= 0;
    }
}
