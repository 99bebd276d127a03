package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer.Size;
import sourcebook.extraction.PlacedText;

/// An original with pages, open for drawing. Pages are 1-based. Used by one thread.
interface OpenOriginal extends AutoCloseable {
    /// Pixels of one image at most, whatever shape the page claims to have: a page of A4 at the largest width has half
    /// as many. An image takes four bytes for each, and as much again for each transparent layer.
    double MOST_PIXELS = 16_000_000;

    List<Size> sizes() throws IOException;

    /// @return about so wide, less wide when it had too many pixels
    BufferedImage image(int page, int widthPx) throws IOException;

    PlacedText text(int page) throws IOException;

    @Override
    void close() throws IOException;

    /// How wide a page of this shape may be drawn.
    static int width(Size page, int wanted) {
        double pixels = (double) wanted * wanted * page.height() / page.width();
        double fitting = pixels > MOST_PIXELS ? wanted * Math.sqrt(MOST_PIXELS / pixels) : wanted;
        return (int) Math.max(1, Math.floor(fitting));
    }

    static Unreadable noSuchPage(int page) {
        return new Unreadable(Kind.UNREADABLE, "It has no page " + page + ".");
    }
}
