package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.extraction.PageWorkers;
import sourcebook.reading.Answer.Why;

/// Pages, images and refusals of a real archive.
class PageReaderTest {
    @TempDir
    private Path folder;

    private static BufferedImage image(PageImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image.bytes()));
    }

    /// The document under another id, so that the cache does not know it.
    private static CataloguedDocument unread(CataloguedDocument document, char id, String mediaType) {
        return new CataloguedDocument(
                new DocumentId(String.valueOf(id).repeat(64)),
                document.sequence(),
                mediaType,
                document.size(),
                document.added(),
                document.record(),
                document.pages(),
                document.withoutText(),
                document.textFromOcr(),
                document.warnings(),
                document.locations(),
                document.story(),
                document.present());
    }

    @Test
    void pagesHaveTheirSizesAndSharpImagesInSteps() throws Exception {
        try (var drawn = new DrawnPdf()) {
            drawn.prose(drawn.page(PDRectangle.A4), 60, 760, 30, 1);
            PDPage wide = drawn.page(PDRectangle.A4);
            wide.setRotation(90);
            drawn.prose(wide, 60, 500, 20, 2);
            drawn.save(folder.resolve("two.pdf"));
        }
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument document = archive.document("two.pdf");
            DocumentPages pages = ReadingArchive.given(archive.reader.pages(document));
            assertThat(pages.pages()).hasSize(2);
            assertThat(pages.pages().getFirst().height()).isGreaterThan(841);
            assertThat(pages.pages().getLast().width()).isGreaterThan(841);
            PageImage first = ReadingArchive.given(archive.reader.image(document, 1, 700));
            assertThat(first.mediaType()).isEqualTo("image/png");
            assertThat(image(first).getWidth()).isEqualTo(800);
            PageImage sharp = ReadingArchive.given(archive.reader.image(document, 2, 9_999));
            assertThat(image(sharp).getWidth()).isEqualTo(2_400);
            assertThat(image(sharp).getHeight()).isBetween(1_690, 1_705);
            assertThat(sharp.tag()).isNotEqualTo(first.tag());
            refused(archive, document, 3, Why.NO_SUCH_PAGE, "There is no page 3: the document has 2 pages.");
            refused(archive, document, 0, Why.NO_SUCH_PAGE, "There is no page 0: the document has 2 pages.");
            PageImage again = ReadingArchive.given(archive.reader.image(document, 1, 800));
            assertThat(again.bytes()).isEqualTo(first.bytes());
        }
    }

    private static void refused(
            ReadingArchive archive, CataloguedDocument document, int page, Why why, String sentence) {
        Answer.Refused<?> refused = ReadingArchive.refused(archive.reader.image(document, page, 800));
        assertThat(refused.why()).isEqualTo(why);
        assertThat(refused.sentence()).contains(sentence);
    }

    @Test
    void picturesArePagesToo() throws Exception {
        var random = new Random(7);
        var photo = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 900; x++) {
                photo.setRGB(x, y, new Color((x / 4 + random.nextInt(9)) % 256, y / 3, random.nextInt(256)).getRGB());
            }
        }
        ImageIO.write(photo, "jpeg", folder.resolve("photo.jpg").toFile());
        tiff(folder.resolve("pages.tiff"), plain(400, 500), plain(300, 200));
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument document = archive.document("photo.jpg");
            PageImage image = ReadingArchive.given(archive.reader.image(document, 1, 480));
            assertThat(image.mediaType()).isEqualTo("image/jpeg");
            assertThat(image(image).getWidth()).isEqualTo(480);
            assertThat(image(image).getHeight()).isEqualTo(320);
            PageImage whole = ReadingArchive.given(archive.reader.image(document, 1, 2_400));
            assertThat(image(whole).getWidth()).as("no larger than it is").isEqualTo(900);
            CataloguedDocument pages = archive.document("pages.tiff");
            assertThat(ReadingArchive.given(archive.reader.pages(pages)).pages())
                    .extracting(DocumentPages.PageSize::width)
                    .containsExactly(400.0, 300.0);
            assertThat(image(ReadingArchive.given(archive.reader.image(pages, 2, 240)))
                            .getWidth())
                    .isEqualTo(240);
            assertThat(ReadingArchive.given(archive.reader.layout(document, 1)).words())
                    .isEmpty();
        }
    }

    private static BufferedImage plain(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(40, 40, width / 2, 20);
        graphics.dispose();
        return image;
    }

    private static void tiff(Path file, BufferedImage... images) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithASentenceAndHarmsNoOther() throws Exception {
        try (var drawn = new DrawnPdf()) {
            drawn.prose(drawn.page(PDRectangle.A4), 60, 760, 30, 1);
            drawn.save(folder.resolve("good.pdf"));
            drawn.pdf().protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            drawn.save(folder.resolveSibling("locked.pdf"));
        }
        Files.writeString(folder.resolve("page.html"), "<html><body><p>A saved page.</p></body></html>");
        Path locked = folder.resolveSibling("locked.pdf");
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument good = archive.document("good.pdf");
            Answer.Refused<?> web = ReadingArchive.refused(archive.reader.pages(archive.document("page.html")));
            assertThat(web.why()).isEqualTo(Why.NOT_PAGED);
            assertThat(web.sentence()).isEqualTo("It is a web page: there are no printed pages of it.");
            Map<String, Path> files = Map.of("a", locked, "b", folder.resolve("page.html"));
            try (var other = new PageReader(
                    folder.resolve("other"),
                    1 << 20,
                    archive.archive.catalogue(),
                    document ->
                            Optional.ofNullable(files.get(document.id().value().substring(0, 1))),
                    _ -> Optional.empty(),
                    new PageWorkers(PageWorkers.Settings.defaults()))) {
                Answer.Refused<?> encrypted = ReadingArchive.refused(other.pages(unread(good, 'a', "application/pdf")));
                assertThat(encrypted.why()).isEqualTo(Why.UNREADABLE);
                assertThat(encrypted.sentence())
                        .isEqualTo("It is encrypted and cannot be opened without its password.");
                Answer.Refused<?> broken = ReadingArchive.refused(other.pages(unread(good, 'b', "application/pdf")));
                assertThat(broken.sentence()).startsWith("It cannot be drawn: ").doesNotContain("Exception");
                assertThat(ReadingArchive.refused(other.pages(unread(good, 'b', "application/pdf"))))
                        .as("known without trying again")
                        .isEqualTo(broken);
                Answer.Refused<?> gone = ReadingArchive.refused(other.pages(unread(good, 'c', "image/png")));
                assertThat(gone.why()).isEqualTo(Why.NO_ORIGINAL);
            }
            Files.delete(folder.resolve("good.pdf"));
            refused(archive, good, 1, Why.NO_ORIGINAL, "is gone, or was changed since it was read.");
        } finally {
            Files.deleteIfExists(locked);
        }
    }

    @Test
    void aGiganticPageIsDrawnSmallAndAPageOfNothingToo() throws Exception {
        try (var drawn = new DrawnPdf()) {
            PDPage tall = drawn.page(new PDRectangle(10, 14_400));
            drawn.line(tall, 2, 300, "x");
            drawn.page(new PDRectangle(0, 0));
            drawn.page(new PDRectangle(3_000_000, 2_000_000));
            drawn.prose(drawn.page(PDRectangle.A4), 60, 760, 30, 1);
            drawn.save(folder.resolve("odd.pdf"));
        }
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument document = archive.document("odd.pdf");
            BufferedImage tall = image(ReadingArchive.given(archive.reader.image(document, 1, 2_400)));
            assertThat((long) tall.getWidth() * tall.getHeight()).isLessThan(20_000_000);
            ReadingArchive.given(archive.reader.image(document, 2, 2_400));
            BufferedImage large = image(ReadingArchive.given(archive.reader.image(document, 3, 480)));
            assertThat(large.getWidth()).isEqualTo(480);
            ReadingArchive.given(archive.reader.image(document, 4, 480));
        }
    }

    @Test
    void aPartOfAContainerHasPagesAndManyMayAskAtOnce() throws Exception {
        try (var drawn = new DrawnPdf();
                var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("box.zip")))) {
            PDPage page = drawn.page(PDRectangle.A4);
            drawn.line(page, 60, 780, "silver", "teapot");
            drawn.prose(page, 60, 740, 30, 1);
            zip.putNextEntry(new ZipEntry("reports/inside.pdf"));
            zip.write(drawn.bytes());
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("A text.".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument document = archive.document("inside.pdf");
            List<CompletableFuture<PageImage>> many = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                many.add(CompletableFuture.supplyAsync(
                        () -> ReadingArchive.given(archive.reader.image(document, 1, 480))));
            }
            for (CompletableFuture<PageImage> one : many) {
                assertThat(one.get().bytes()).isEqualTo(many.getFirst().get().bytes());
            }
            assertThat(archive.marks(document, 1, "\"silver teapot\""))
                    .singleElement()
                    .satisfies(marked -> assertThat(marked.boxes()).hasSize(1));
        }
    }
}
