package sourcebook.extraction;

import java.util.List;

/// The words that were recognised on the image of one page, each with its place, so that a hit can be marked on the
/// scan. Immutable.
///
/// @param page 1-based, in [ExtractedDocument#pages]
/// @param widthPx width of the page image, as a viewer shows it (a PDF page by its own `/Rotate`, a photograph by its
///     EXIF orientation), in pixels of the boxes; only ratios to it mean anything outside
/// @param heightPx height of the same
/// @param rotationDegrees by which the image was turned clockwise to be read: 0, 90, 180 or 270
/// @param skewDegrees by which the lines of the turned image fell to the right, and were levelled; negative if
///     they rose
/// @param words in the order of the page's text
public record PageWords(int page, int widthPx, int heightPx, int rotationDegrees, float skewDegrees, List<Word> words) {

    public PageWords {
        words = List.copyOf(words);
    }

    /// One word: `pages.get(page - 1).substring(start, end)`, in UTF-16 units, and the box around it in pixels of the
    /// page image, turns and levelling undone.
    ///
    /// @param x left edge, from the left of the image
    /// @param y upper edge, from the top of the image
    /// @param confidence of the engine, 0 to 100; words of little confidence are kept too
    public record Word(int start, int end, int x, int y, int width, int height, int confidence) {}
}
