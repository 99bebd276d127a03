package sourcebook.reading;

import java.util.List;

/// The printed pages of a document, in order. Immutable.
public record DocumentPages(List<PageSize> pages) {
    public DocumentPages {
        pages = List.copyOf(pages);
    }

    /// A page as it is displayed: turned and cropped as the document says.
    ///
    /// @param page 1-based
    /// @param width in points; in pixels for a picture
    /// @param height in the same unit
    public record PageSize(int page, double width, double height) {}
}
