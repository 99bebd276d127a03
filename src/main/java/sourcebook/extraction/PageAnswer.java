package sourcebook.extraction;

import java.util.List;

/// What came of a [PageRequest]. Expected failures are values, not exceptions.
public sealed interface PageAnswer {

    /// All pages in order.
    record Sizes(List<Size> pages) implements PageAnswer {
        public Sizes {
            pages = List.copyOf(pages);
        }
    }

    /// A page as a viewer shows it, turned and cropped: in points, or in pixels for a picture.
    record Size(float width, float height) {}

    /// An encoded image. Owns its bytes, which nobody changes.
    ///
    /// @param mediaType `image/png` or `image/jpeg`
    record Image(String mediaType, int widthPx, int heightPx, byte[] bytes) implements PageAnswer {}

    /// The text of a page, with places.
    record Text(PlacedText text) implements PageAnswer {}

    /// It cannot be had; `reason` is one sentence for a person.
    record Failed(Extraction.Kind kind, String reason) implements PageAnswer {}
}
