package sourcebook.extraction.worker;

/// What Tesseract's detection says of a page image.
///
/// @param rotationDegrees by which the image must be turned clockwise to stand upright: 0, 90, 180 or 270
/// @param certainty of the rotation; pages of prose have 7 and more, a few lines in capitals 1, and then the
///     script is wrong too
/// @param script that most of the page is in
record Layout(int rotationDegrees, float certainty, Script script) {
    private static final float CERTAIN = 4;

    boolean isCertain() {
        return certainty >= CERTAIN;
    }
}
