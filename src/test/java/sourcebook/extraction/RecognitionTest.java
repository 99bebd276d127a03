package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.extraction.MeasureRecognition.common;
import static sourcebook.extraction.MeasureRecognition.overlap;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.PageWords.Word;
import sourcebook.extraction.Scan.Place;

/// Scans are read whichever way they lie, and their words are found again where they stand. Pages are drawn here, the
/// engine is the real one.
class RecognitionTest {
    private static Workers workers;
    private static Scan page;

    @BeforeAll
    static void start() throws IOException {
        workers = Workers.one();
        page = Scan.prose(11);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @Test
    void wordsHaveTheirPlacesInTextAndImage() throws Exception {
        var read = workers.read("page.png", page.png());
        expect(page, read, 1);
        assertThat(read.textFromOcr()).isTrue();
        assertThat(read.needOcr()).isEmpty();
        assertThat(read.pages().getFirst())
                .startsWith("The keeper of the archive opened the shutters early,")
                .contains("journey.\n\nNobody had asked");
    }

    @Test
    void skewedPagesAreLevelled() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        double degrees = random.nextDouble(3, 10);
        for (double skew : new double[] {degrees, -degrees, 2}) {
            Scan scan = page.skewed(skew);
            var read = workers.read("page.png", scan.png());
            expect(scan, read, 1);
            assertThat(read.words().getFirst().skewDegrees())
                    .as("seed %d", seed)
                    .isCloseTo((float) skew, org.assertj.core.data.Offset.offset(0.2f));
        }
    }

    @Test
    void turnedPagesAreTurnedUpright() throws Exception {
        for (int turn : new int[] {90, 180, 270}) {
            Scan scan = page.skewed(-3).rotated(turn);
            var read = workers.read("page.png", scan.png());
            expect(scan, read, 1);
            assertThat(read.words().getFirst().rotationDegrees()).isEqualTo(360 - turn);
        }
    }

    @Test
    void aSmallImageIsReadToo() throws Exception {
        Scan scan = Scan.prose(11, 100);
        var read = workers.read("page.png", scan.png());
        expect(scan, read, 1);
        assertThat(read.words().getFirst().widthPx()).isEqualTo(scan.image().getWidth());
    }

    @Test
    void aPdfOfScansIsReadPageByPage() throws Exception {
        List<Scan> scans = List.of(page, page.rotated(90), page.skewed(4));
        var read = workers.read("scans.pdf", Scan.pdf(scans));
        assertThat(read.words()).extracting(PageWords::page).containsExactly(1, 2, 3);
        for (int number = 1; number <= scans.size(); number++) {
            expect(scans.get(number - 1), read, number);
        }
    }

    @Test
    void withoutRecognitionTextComesAndPicturesAreNamed() throws Exception {
        byte[] bytes;
        try (var pdf = Loader.loadPDF(Scan.pdf(List.of(page, page)))) {
            var written = new PDPage();
            pdf.getPages().insertBefore(written, pdf.getPage(1));
            pdf.addPage(new PDPage());
            PdfExtractionTest.write(pdf, written, FontName.HELVETICA, 11, 72, 700, "A page of text");
            bytes = saved(pdf);
        }
        var without = workers.readTextOnly("mixed.pdf", bytes);
        assertThat(without.pages()).containsExactly("", "A page of text", "", "");
        assertThat(without.needOcr()).containsExactly(1, 3);
        assertThat(without.words()).isEmpty();
        assertThat(without.noTextReason()).isNull();
        assertThat(without.warnings()).containsExactly("2 pages have no text and need OCR.");

        var with = workers.read("mixed.pdf", bytes);
        assertThat(with.pages().get(1)).isEqualTo("A page of text");
        assertThat(with.needOcr()).isEmpty();
        assertThat(with.warnings()).isEmpty();
        assertThat(with.words()).extracting(PageWords::page).containsExactly(1, 3);
        expect(page, with, 3);

        var scans = workers.readTextOnly("scans.pdf", Scan.pdf(List.of(page)));
        assertThat(scans.noTextReason()).isEqualTo("needs OCR");
    }

    /// A stamp or a download note in the text layer does not hide that the page is a scan.
    @Test
    void aStampOnAScanIsNotItsText() throws Exception {
        byte[] bytes;
        try (var pdf = Loader.loadPDF(Scan.pdf(List.of(page)))) {
            PdfExtractionTest.write(pdf, pdf.getPage(0), FontName.HELVETICA, 6, 20, 12, "Copy 17 of 40");
            bytes = saved(pdf);
        }
        var without = workers.readTextOnly("stamped.pdf", bytes);
        assertThat(without.pages()).containsExactly("Copy 17 of 40");
        assertThat(without.needOcr()).containsExactly(1);
        assertThat(without.warnings()).isEmpty();

        var with = workers.read("stamped.pdf", bytes);
        assertThat(with.pages().getFirst())
                .contains("The keeper of the archive")
                .containsOnlyOnce("Copy 17 of 40");
        assertThat(with.needOcr()).isEmpty();
        assertThat(with.textFromOcr()).isTrue();
    }

    @Test
    void aTiffHasAsManyPagesAsFrames() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(page.image(), null, null), null);
            writer.writeToSequence(new IIOImage(page.rotated(180).image(), null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        var read = workers.read("pages.tif", bytes.toByteArray());
        assertThat(read.pages()).hasSize(2);
        expect(page, read, 1);
        expect(page.rotated(180), read, 2);
    }

    /// Boxes are those of the picture as viewers show it, which turn a photograph as its EXIF data says.
    @Test
    void aPhotographIsTakenAsViewersShowIt() throws Exception {
        BufferedImage lying = page.rotated(270).image();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", jpeg);
        byte[] bytes = withOrientation(jpeg.toByteArray(), 6); // to be turned clockwise by 90 degrees
        var read = workers.read("photograph.jpg", bytes);
        expect(page, read, 1);
        assertThat(read.words().getFirst().rotationDegrees()).isZero();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8) // where the one directory begins
                .putShort((short) 1)
                .putShort((short) 0x112) // orientation, one short
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    /// Nearly all words were read, and each of these stands where it was drawn.
    private static void expect(Scan scan, ExtractedDocument read, int number) {
        PageWords words = read.words().stream()
                .filter(candidate -> candidate.page() == number)
                .findFirst()
                .orElseThrow();
        String text = read.pages().get(number - 1);
        assertThat(words.widthPx())
                .isBetween(scan.image().getWidth() - 2, scan.image().getWidth() + 2);
        assertThat(words.heightPx())
                .isBetween(scan.image().getHeight() - 2, scan.image().getHeight() + 2);
        List<String> said = words.words().stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
        assertThat(String.join(" ", said)).isEqualTo(text.replaceAll("\\s+", " "));
        List<Integer> right = common(scan.words().stream().map(Place::word).toList(), said);
        assertThat(right.stream().filter(place -> place >= 0).count())
                .as(text)
                .isGreaterThan(scan.words().size() * 97L / 100);
        int there = 0;
        for (int i = 0; i < right.size(); i++) {
            if (right.get(i) >= 0) {
                Place place = scan.words().get(right.get(i));
                Word word = words.words().get(i);
                assertThat(overlap(place.box(), word))
                        .as("%s and %s", place, word)
                        .isPositive();
                there += inside(place.box(), word) ? 1 : 0;
            }
        }
        assertThat(there)
                .isGreaterThan(scan.words().size() * 95 / 100); // the engine cuts a few, as "A" before a wide gap
    }

    /// The middle of each lies in the other.
    private static boolean inside(Rectangle2D drawn, Word word) {
        var box = new Rectangle2D.Double(word.x(), word.y(), word.width(), word.height());
        return box.contains(drawn.getCenterX(), drawn.getCenterY())
                && drawn.contains(box.getCenterX(), box.getCenterY());
    }
}
