package sourcebook.reading;

import java.util.List;

/// The words of one page, in reading order, with their places. Immutable.
///
/// @param page 1-based
/// @param width of the page as displayed, in points; in pixels for a picture
/// @param height in the same unit
/// @param start where the page begins in the document's text, in UTF-16 units
/// @param end where it ends there, exclusive
public record PageLayout(int page, double width, double height, int start, int end, List<PlacedWord> words) {
    public PageLayout {
        words = List.copyOf(words);
    }
}
