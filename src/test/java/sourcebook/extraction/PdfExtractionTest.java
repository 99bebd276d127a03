package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// PDF and images, read by a real worker; OCR by the real Tesseract, which the test run installs.
class PdfExtractionTest {
    private static Workers workers;

    @BeforeAll
    static void start() throws IOException {
        workers = Workers.one();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    static void write(PDDocument pdf, PDPage page, FontName font, float size, float x, float y, String... lines)
            throws IOException {
        try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(new PDType1Font(font), size);
            content.setLeading(size * 1.2f);
            content.newLineAtOffset(x, y);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static PDPage page(PDDocument pdf) {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        return page;
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] report() throws IOException {
        try (var pdf = new PDDocument()) {
            var info = pdf.getDocumentInformation();
            info.setTitle("The report");
            info.setAuthor("A. Writer");
            var created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            created.setTimeInMillis(0);
            info.setCreationDate(created);
            var first = page(pdf);
            write(pdf, first, FontName.HELVETICA_BOLD, 24, 72, 760, "A printed title");
            write(pdf, first, FontName.TIMES_ROMAN, 11, 72, 700, "left column one", "left column two");
            write(pdf, first, FontName.TIMES_ROMAN, 11, 320, 700, "right column one", "right column two");
            page(pdf);
            write(pdf, page(pdf), FontName.TIMES_ROMAN, 11, 72, 700, "last page");
            return saved(pdf);
        }
    }

    @Test
    void noFolderIsMadeForPartsThatAreNone() throws Exception {
        try (var pdf = new PDDocument()) {
            write(pdf, page(pdf), FontName.HELVETICA, 11, 60, 700, "A report without attachments.");
            workers.read("report.pdf", saved(pdf));
            assertThat(workers.spool()).doesNotExist();
        }
    }

    @Test
    void textComesByPageAndColumnWithItsLines() throws Exception {
        var document = workers.read("report.pdf", report());
        assertThat(document.pages())
                .containsExactly(
                        "A printed title\nleft column one\nleft column two\nright column one\nright column two",
                        "",
                        "last page");
        assertThat(document.lines().getFirst()).satisfies(line -> {
            assertThat(line.text()).isEqualTo("A printed title");
            assertThat(line.page()).isEqualTo(1);
            assertThat(line.fontSize()).isEqualTo(24);
            assertThat(line.bold()).isTrue();
            assertThat(line.x()).isBetween(70f, 76f);
            assertThat(line.y()).isBetween(842f - 760 - 24, 842f - 760);
        });
        assertThat(document.lines().getLast().page()).isEqualTo(3);
        assertThat(document.lines().get(1).bold()).isFalse();
        assertThat(document.textFromOcr()).isFalse();
        assertThat(document.metadata())
                .containsEntry("dc:title", java.util.List.of("The report"))
                .containsEntry("pdf:docinfo:title", java.util.List.of("The report"))
                .containsEntry("dc:creator", java.util.List.of("A. Writer"))
                .containsEntry("dcterms:created", java.util.List.of("1970-01-01T00:00:00Z"));
    }

    /// Words stand apart by mere distance, as justified print has them, and each is stored as it looks.
    @Test
    void hebrewIsReadFromTheRight() throws Exception {
        byte[] bytes;
        try (var pdf = new PDDocument();
                var liberation = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            var font = PDType0Font.load(pdf, liberation);
            var page = page(pdf);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.setFont(font, 12);
                String[] seen = {"1962", "תנשב", "Haifa", "ריעב", "ןויכרא"};
                for (int i = 0; i < seen.length; i++) {
                    content.beginText();
                    content.newLineAtOffset(100 + 80 * i, 700);
                    content.showText(seen[i]);
                    content.endText();
                }
            }
            bytes = saved(pdf);
        }
        var document = workers.read("hebrew.pdf", bytes);
        assertThat(document.pages()).containsExactly("ארכיון בעיר Haifa בשנת 1962");
        assertThat(document.lines()).extracting(ExtractedDocument.Line::text).isEqualTo(document.pages());
    }

    @Test
    void attachmentsAreParts() throws Exception {
        byte[] bytes;
        try (var pdf = new PDDocument()) {
            write(pdf, page(pdf), FontName.HELVETICA, 12, 72, 700, "text");
            var file = new PDComplexFileSpecification();
            file.setFile("annex.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(
                    pdf,
                    new java.io.ByteArrayInputStream("the annex".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("annex", file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            bytes = saved(pdf);
        }
        assertThat(workers.read("a.pdf", bytes).parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("annex.txt");
            assertThat(part.file()).hasContent("the annex");
        });
    }

    @Test
    void aPasswordAndDamageAreTold() throws Exception {
        byte[] whole = report();
        byte[] encrypted;
        try (var pdf = Loader.loadPDF(whole)) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            encrypted = saved(pdf);
        }
        expect("locked.pdf", encrypted, Kind.ENCRYPTED);
        expect("broken.pdf", java.util.Arrays.copyOf(whole, 60), Kind.BROKEN);
        assertThat(workers.read("next.pdf", whole).pages()).hasSize(3);
    }

    @Test
    void aScannedPageIsRecognised() throws Exception {
        BufferedImage scan = scan("Recognised from a scanned page");
        byte[] bytes;
        try (var pdf = new PDDocument()) {
            var page = page(pdf);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(LosslessFactory.createFromImage(pdf, scan), 0, 0, 595, 842);
            }
            bytes = saved(pdf);
        }
        var document = workers.read("scan.pdf", bytes);
        assertThat(document.pages()).containsExactly("Recognised from a scanned page");
        assertThat(document.textFromOcr()).isTrue();

        var png = new ByteArrayOutputStream();
        ImageIO.write(scan, "png", png);
        var image = workers.read("scan.png", png.toByteArray());
        assertThat(image.pages()).containsExactly("Recognised from a scanned page");
        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(WorkerExtractor.ocrEngine().orElseThrow())
                .startsWith("tesseract ")
                .contains("eng");

        var without = Workers.settings();
        var off = new ExtractionSettings(
                1,
                256,
                without.wallClock(),
                without.silence(),
                100,
                100,
                8 << 20,
                16 << 20,
                4,
                4_000_000,
                false,
                without.ocrWallClock());
        try (var noOcr = Workers.with(off)) {
            assertThat(noOcr.read("scan.pdf", bytes).noTextReason()).isEqualTo("needs OCR");
            assertThat(noOcr.read("scan.png", png.toByteArray()).noTextReason()).isEqualTo("needs OCR");
        }
    }

    @Test
    void aPictureWithoutTextSaysSo() throws Exception {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(workers.read("black.png", png.toByteArray()).noTextReason())
                .isEqualTo("no text was recognised in the image");
    }

    private static BufferedImage scan(String text) throws IOException {
        try (var pdf = new PDDocument()) {
            write(pdf, page(pdf), FontName.HELVETICA, 20, 72, 600, text);
            return new PDFRenderer(pdf).renderImageWithDPI(0, 150);
        }
    }

    private static void expect(String name, byte[] bytes, Kind kind) throws Exception {
        assertThat(workers.extract(name, bytes))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.kind()).as(failed.reason()).isEqualTo(kind));
    }
}
