package sourcebook.extraction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page drawn for the tests as a scanner would see it, with the place of every word. Immutable.
///
/// @param image grey
/// @param words in reading order
record Scan(BufferedImage image, List<Place> words) {

    /// A word and the box around it, in pixels of the image.
    record Place(String word, Rectangle2D box) {}

    private static final String PROSE = """
            The keeper of the archive opened the shutters early, before the first readers came up the stairs. Every
            letter had its number, and every number had its place in the ledger, which nobody was allowed to close
            without signing. In the spring of 1962 a trunk arrived from the harbour office: forty bundles of reports,
            tied with grey string, half of them damp. The clerk counted them twice and wrote down what was missing. He
            noted the weather, the name of the driver, and the price that had been paid for the journey.

            Nobody had asked for these papers in years. They told how the valley was measured, who owned the water, and
            why the bridge was never finished. A committee had met eleven times; its minutes were short and careful. The
            engineers wanted stone, the treasury wanted timber, and the farmers wanted the ferry to stay where it was.
            In the end the river decided, as rivers do, and carried the scaffolding down to the mill on a Sunday night.

            Readers still come for the maps. They unroll them on the long table, hold the corners down with books, and
            follow the old road with one finger. Some of them find the house of a grandfather; others only find that the
            road has moved. What they copy is stamped and dated, and a duplicate is kept, so that no question has to be
            answered twice. The archive closes at five o'clock, except on the last Friday of the month.
            """;

    /// A page of prose in Times, at 300 dots to the inch.
    ///
    /// @param points font size
    static Scan prose(float points) throws IOException {
        return prose(points, 300);
    }

    static Scan prose(float points, int dpi) throws IOException {
        return page(PROSE, FontName.TIMES_ROMAN, points, dpi);
    }

    /// A4, its paragraphs set in lines between margins.
    static Scan page(String text, FontName name, float points, int dpi) throws IOException {
        List<Place> words = new ArrayList<>();
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var font = new PDType1Font(name);
            float scale = dpi / 72f;
            float top = page.getMediaBox().getHeight();
            try (var content = new PDPageContentStream(pdf, page)) {
                float y = top - 80;
                for (String paragraph : text.strip().split("\n\n", -1)) {
                    float x = 72;
                    for (String word : paragraph.strip().split("\\s+", -1)) {
                        float width = font.getStringWidth(word) / 1000 * points;
                        if (x + width > page.getMediaBox().getWidth() - 72) {
                            x = 72;
                            y -= points * 1.3f;
                        }
                        content.beginText();
                        content.setFont(font, points);
                        content.newLineAtOffset(x, y);
                        content.showText(word);
                        content.endText();
                        words.add(new Place(
                                word,
                                new Rectangle2D.Float(
                                        x * scale,
                                        (top - y - points * 0.7f) * scale,
                                        width * scale,
                                        points * 0.9f * scale)));
                        x += width + font.getStringWidth(" ") / 1000 * points;
                    }
                    y -= points * 2.2f;
                }
            }
            return new Scan(new PDFRenderer(pdf).renderImageWithDPI(0, dpi, ImageType.GRAY), words);
        }
    }

    /// As text, words apart by spaces.
    String text() {
        return words.stream().map(Place::word).collect(Collectors.joining(" "));
    }

    /// Laid askew on the glass: turned clockwise by a few degrees, the size unchanged.
    Scan skewed(double degrees) {
        return turned(
                AffineTransform.getRotateInstance(
                        Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0),
                image.getWidth(),
                image.getHeight());
    }

    /// Laid sideways or upside down: turned clockwise by a multiple of 90 degrees.
    Scan rotated(int degrees) {
        int w = image.getWidth();
        int h = image.getHeight();
        var turn = AffineTransform.getQuadrantRotateInstance(degrees / 90);
        Rectangle2D after =
                turn.createTransformedShape(new Rectangle2D.Float(0, 0, w, h)).getBounds2D();
        turn.preConcatenate(AffineTransform.getTranslateInstance(-after.getX(), -after.getY()));
        return turned(turn, degrees % 180 == 0 ? w : h, degrees % 180 == 0 ? h : w);
    }

    /// With specks and a grey veil, as of a bad copy.
    ///
    /// @param share of the pixels that are hit
    Scan noisy(double share, Random random) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var from = image.getRaster();
        var to = copy.getRaster();
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                int grey = 40 + from.getSample(x, y, 0) * 180 / 255 + (int) (random.nextGaussian() * 12);
                if (random.nextDouble() < share) {
                    grey = random.nextInt(256);
                }
                to.setSample(x, y, 0, Math.clamp(grey, 0, 255));
            }
        }
        return new Scan(copy, words);
    }

    private Scan turned(AffineTransform turn, int width, int height) {
        var after = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = after.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        List<Place> places = words.stream()
                .map(place -> {
                    Shape turned = turn.createTransformedShape(place.box());
                    return new Place(place.word(), turned.getBounds2D());
                })
                .toList();
        return new Scan(after, places);
    }

    byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A PDF in which every page is nothing but a scan, at 300 dots to the inch.
    static byte[] pdf(List<Scan> scans) throws IOException {
        try (var pdf = new PDDocument()) {
            for (Scan scan : scans) {
                float width = scan.image().getWidth() * 72 / 300f;
                float height = scan.image().getHeight() * 72 / 300f;
                var page = new PDPage(new PDRectangle(width, height));
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(LosslessFactory.createFromImage(pdf, scan.image()), 0, 0, width, height);
                }
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }
}
