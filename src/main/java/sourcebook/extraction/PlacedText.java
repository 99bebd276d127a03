package sourcebook.extraction;

import java.util.List;

/// The text of one page as extraction gives it, and where its characters stand. Immutable.
///
/// @param text the page's, lines parted by `\n`
/// @param glyphs in the order of the text; blanks have none
public record PlacedText(String text, List<Glyph> glyphs) {
    public static final PlacedText NONE = new PlacedText("", List.of());

    public PlacedText {
        glyphs = List.copyOf(glyphs);
    }

    /// Characters `start` to `end` (exclusive, UTF-16 units of the text) and the box around them, in fractions of the
    /// displayed page from its upper left corner.
    ///
    /// @param angle in which the line runs there, in degrees clockwise: 0, 90, 180 or 270
    public record Glyph(int start, int end, float x, float y, float width, float height, int angle) {}
}
