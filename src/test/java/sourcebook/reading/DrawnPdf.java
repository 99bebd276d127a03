package sourcebook.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/// A PDF drawn word by word, which knows where on the displayed page it has put each.
final class DrawnPdf implements AutoCloseable {
    static final float SIZE = 12;

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;
    private final List<Drawn> words = new ArrayList<>();

    /// A word with its left and right ends on the base line, in points of the displayed page from its lower left
    /// corner.
    private record Drawn(int page, String word, float left, float right, float baseline) {}

    DrawnPdf() throws IOException {
        try (InputStream liberation = Objects.requireNonNull(
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            font = PDType0Font.load(pdf, liberation);
        }
    }

    PDDocument pdf() {
        return pdf;
    }

    PDPage page(PDRectangle media) {
        var page = new PDPage(media);
        pdf.addPage(page);
        return page;
    }

    /// Draws words beside each other on the page as it is displayed, given in the order from left to right, letters of
    /// Hebrew words in reading order.
    ///
    /// @param x from the left edge of the displayed page, in points
    /// @param y from its lower edge
    void line(PDPage page, float x, float y, String... line) throws IOException {
        float at = x;
        float space = font.getStringWidth(" ") / 1000 * SIZE;
        try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
            for (String word : line) {
                boolean hebrew = word.codePoints()
                        .anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HEBREW);
                String visual = hebrew ? new StringBuilder(word).reverse().toString() : word;
                content.beginText();
                content.setFont(font, SIZE);
                content.setTextMatrix(upright(page, at, y));
                content.showText(visual);
                content.endText();
                float width = font.getStringWidth(word) / 1000 * SIZE;
                words.add(new Drawn(pdf.getNumberOfPages(), word, at, at + width, y));
                at += width + space;
            }
        }
    }

    /// Prose from a number on, so that pages differ and are no scans.
    void prose(PDPage page, float x, float y, int lines, int seed) throws IOException {
        String[] some = {"harbour", "ledger", "winter", "garden", "copper", "railway", "market", "letter", "bridge"};
        for (int i = 0; i < lines; i++) {
            int at = seed * 7 + i * 5;
            line(
                    page,
                    x,
                    y - i * 1.3f * SIZE,
                    some[at % some.length],
                    some[(at + 2) % some.length] + seed,
                    some[(at + 4) % some.length] + i);
        }
    }

    /// The place of a drawn word on the displayed page, its height from the base line up to the height of an x.
    Box place(String word) {
        Drawn drawn = words.stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
        PDPage page = pdf.getPage(drawn.page() - 1);
        PDRectangle crop = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double width = turned ? crop.getHeight() : crop.getWidth();
        double height = turned ? crop.getWidth() : crop.getHeight();
        double high = drawn.baseline() + 0.5 * SIZE;
        return new Box(
                drawn.left() / width, 1 - high / height, (drawn.right() - drawn.left()) / width, 0.5 * SIZE / height);
    }

    /// From the displayed page, whatever its `/Rotate` and crop box, to the page's own space.
    private static Matrix upright(PDPage page, float x, float y) {
        PDRectangle crop = page.getCropBox();
        float left = crop.getLowerLeftX();
        float low = crop.getLowerLeftY();
        return switch (page.getRotation()) {
            case 90 -> new Matrix(0, 1, -1, 0, left + crop.getWidth() - y, low + x);
            case 180 -> new Matrix(-1, 0, 0, -1, left + crop.getWidth() - x, low + crop.getHeight() - y);
            case 270 -> new Matrix(0, -1, 1, 0, left + y, low + crop.getHeight() - x);
            default -> new Matrix(1, 0, 0, 1, left + x, low + y);
        };
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    void save(Path file) throws IOException {
        pdf.save(file.toFile());
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
