package sourcebook.extraction.worker;

/// What a page of a PDF is made of.
enum PageKind {
    /// Nothing is drawn on it.
    EMPTY,
    /// It has text, as far as can be told all that a reader sees.
    TEXT,
    /// It is drawn, without text.
    PICTURE,
    /// A picture covers it, and there is so little text on it (a stamp, a number, a download note) that the text of
    /// the page is likely to be in the picture.
    STAMPED_PICTURE;

    private static final int STAMP = 300; // characters; five lines of print have more
    private static final double COVERS = 0.7; // of the page: a scan that was trimmed, too

    /// @param paints something other than text is drawn
    /// @param pictures share of the page that its largest picture covers
    static PageKind of(String text, boolean paints, double pictures) {
        if (text.isBlank()) {
            return paints ? PICTURE : EMPTY;
        }
        return text.length() < STAMP && pictures >= COVERS ? STAMPED_PICTURE : TEXT;
    }

    boolean isPicture() {
        return this == PICTURE || this == STAMPED_PICTURE;
    }
}
