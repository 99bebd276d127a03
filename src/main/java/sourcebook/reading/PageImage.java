package sourcebook.reading;

import java.nio.file.Path;

/// The image of one page, in the cache: read it soon, or keep the file open; it may be evicted later.
///
/// @param file with the bytes
/// @param mediaType `image/png` or `image/jpeg`
/// @param widthPx that was drawn, the next step above what was asked for
/// @param tag names these very bytes, of ASCII letters, digits and hyphens
public record PageImage(Path file, String mediaType, int widthPx, String tag) {}
