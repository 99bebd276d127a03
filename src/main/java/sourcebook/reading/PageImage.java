package sourcebook.reading;

/// The image of one page, encoded. Nobody changes its bytes.
///
/// @param mediaType `image/png` or `image/jpeg`
/// @param tag names these very bytes, of ASCII letters, digits and hyphens
@SuppressWarnings("ArrayRecordComponent") // an image is never compared
public record PageImage(byte[] bytes, String mediaType, String tag) {}
