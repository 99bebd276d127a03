package sourcebook.extraction;

import java.nio.file.Path;

/// What is asked of a worker that draws pages.
///
/// @param original the file with the bytes; it is only read
/// @param key names these very bytes: an original asked for again under its key need not be opened again
/// @param mediaType as detected: `application/pdf`, `image/tiff` …
public record PageRequest(Path original, String key, String mediaType, Want want) {

    /// One thing at a time. Pages are 1-based.
    public sealed interface Want {}

    /// The sizes of all pages, without drawing any.
    public record Sizes() implements Want {}

    /// The image of one page, so many pixels wide.
    public record Image(int page, int widthPx) implements Want {}

    /// The text of one page with the place of each character.
    public record Text(int page) implements Want {}

    /// The whole text with its headings, lists and tables, and the pictures in it: of formats without
    /// printed pages.
    public record Markup() implements Want {}
}
