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

    /// The text with its structure as plain HTML: elements without attributes, but for the pictures:
    /// `img` elements with an `alt`, and `pictures/N` as `src` where the original holds picture N,
    /// 1-based, in a form browsers show.
    /// It comes from a stranger's document all the same: to be read, not to be sent to a browser.
    record Markup(String html, List<Picture> pictures) implements PageAnswer {
        public Markup {
            pictures = List.copyOf(pictures);
        }
    }

    /// A picture out of a document, as it is. Owns its bytes, which nobody changes.
    ///
    /// @param mediaType one of [PictureType]'s
    record Picture(String mediaType, byte[] bytes) {}

    /// It cannot be had; `reason` is one sentence for a person.
    record Failed(Extraction.Kind kind, String reason) implements PageAnswer {}
}
