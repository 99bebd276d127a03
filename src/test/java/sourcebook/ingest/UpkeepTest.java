package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Outcome;
import sourcebook.catalogue.RecordField;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.Extractor;
import sourcebook.search.SearchRequest;

/// Work behind the runs, with real workers, a real database, a real index and a real engine for recognition.
class UpkeepTest {
    private static final String PAGE = """
            <html><head><title>Schools for cadres - The Northern Herald</title>
            <meta property="og:site_name" content="The Northern Herald Online"></head>
            <body><article><h1>Schools for cadres</h1>
            <p>The first zymurgy school for cadres was opened by the ministry on the hill above the town.</p>
            <p>It will take two hundred students, who are to stay for a year, the director said.</p>
            </article></body></html>
            """;

    @TempDir
    private Path folder;

    private OpenArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = OpenArchive.open(new ArchiveFolder(folder));
    }

    @AfterEach
    void close() throws Exception {
        archive.close();
    }

    @Test
    void newNamesOfSourcesReachRecordsWithoutTheirOriginalsAndBelowEdits() throws Exception {
        write("news/one.html", PAGE);
        write("news/two.html", PAGE.replace("zymurgy", "carpentry"));
        write("news/three.html", PAGE.replace("zymurgy", "masonry"));
        write("news/metadata.csv", "path,source\nthree.html,From the sidecar\n");
        archive.ingest().rescan();
        assertEquals("The Northern Herald Online", document("zymurgy").record().sourceText());
        DocumentId edited = document("carpentry").id();
        archive.catalogue().edit(List.of(edited), RecordField.SOURCE, List.of("By hand"), "ada");
        for (String name : List.of("one.html", "two.html", "three.html")) {
            spoil(folder.resolve("news/" + name));
        }

        write("source-names.csv", "name,alias\nNorthern Herald,The Northern Herald Online\n");
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();

        assertEquals("Northern Herald", document("zymurgy").record().sourceText());
        assertEquals("By hand", document("carpentry").record().sourceText());
        assertEquals("From the sidecar", document("masonry").record().sourceText());
        assertEquals(
                "Northern Herald",
                archive.catalogue().inference(edited).orElseThrow().inferred().sourceText(),
                "under the edit it is described again too");
        assertEquals(1, total("source:\"Northern Herald\""), "the index followed");
        assertEquals(Rules.REASON, entry("source-names.csv").reason());
        assertEquals(0, archive.ingest().describedByOtherRules());
        assertFalse(archive.ingest().redescription().running());

        Files.delete(folder.resolve("source-names.csv"));
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        assertEquals("The Northern Herald Online", document("zymurgy").record().sourceText());
    }

    @Test
    void whatIsWrongInTheNamesOfSourcesIsSaidInTheLedger() throws Exception {
        write("source-names.csv", "outlet,other\nA,B\n");
        archive.ingest().rescan();
        assertEquals(Outcome.SKIPPED, entry("source-names.csv").outcome());
        assertTrue(String.valueOf(entry("source-names.csv").reason()).contains(", but "));
    }

    @Test
    void whatPagesOfASiteShareBecomesKnownForAllOfThem() throws Exception {
        for (int i = 0; i < 6; i++) {
            write("site/" + i + ".html", """
                    <html><head><title>Report number %1$d</title>
                    <link rel="canonical" href="https://news.example.org/reports/%1$d"></head>
                    <body><article><h1>Report number %1$d</h1>
                    <p>The zymurgy school number %1$d was opened by the ministry on the hill above the town.</p>
                    <p>It will take %1$d00 students, who are to stay for a year, the director said there.</p>
                    <p>Readers who like this page may wish to support it with a small gift every month.</p>
                    </article></body></html>
                    """.formatted(i + 1));
        }
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();

        assertFalse(archive.catalogue().repeatedBlocks("news.example.org").isEmpty());
        assertEquals(0, archive.ingest().describedByOtherRules(), "all of them were described with it");
        assertEquals(6, total("zymurgy"));

        for (int i = 0; i < 4; i++) {
            Files.delete(folder.resolve("site/" + i + ".html"));
        }
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        assertTrue(archive.catalogue().repeatedBlocks("news.example.org").isEmpty());
        assertEquals(0, archive.ingest().describedByOtherRules());
        assertEquals(2, total("zymurgy"));
    }

    @Test
    void aDescriptionUnderWayGoesOnAfterARestart() throws Exception {
        for (int i = 0; i < 50; i++) {
            write("news/" + i + ".html", PAGE.replace("zymurgy", "zymurgy number " + i));
        }
        archive.ingest().rescan();
        archive.ingest().cancel(); // holds the work behind
        write("source-names.csv", "name,alias\nNorthern Herald,The Northern Herald Online\n");
        archive.ingest().rescan();
        assertEquals(50, archive.ingest().describedByOtherRules());
        archive.close();

        archive = OpenArchive.open(new ArchiveFolder(folder));
        archive.ingest().awaitUpkeep();
        assertEquals(50, total("source:\"Northern Herald\""));
    }

    @Test
    void documentsOfAnEarlierVersionAreReadAgainAndNoneIsLost() throws Exception {
        write("one.html", PAGE);
        write("two.txt", "A school for carpentry.");
        archive.ingest().rescan();
        DocumentId edited = document("carpentry").id();
        archive.catalogue().edit(List.of(edited), RecordField.TITLE, List.of("By hand"), "ada");
        JdbcClient jdbc = JdbcClient.create(archive.database().source());
        jdbc.sql("update document set kept = 0, rules = 0").update();
        jdbc.sql(
                        "update document_text set extracted = iif(document = (select number from document where id = unhex(:id)), x'',"
                                + " x'630102')")
                .param("id", edited.value())
                .update();
        jdbc.sql("update document set kept = 1 where id <> unhex(:id)")
                .param("id", edited.value())
                .update();
        archive.ingest().awaitUpkeep(); // finds that what is kept of one cannot be read
        assertEquals(2, archive.ingest().describedByOtherRules());

        LedgerTotals totals = archive.ingest().redescribe();

        assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), totals);
        assertEquals(0, archive.ingest().describedByOtherRules());
        assertTrue(archive.catalogue().isKept(edited));
        assertEquals("By hand", document("carpentry").record().titleText());
    }

    @Test
    void aDocumentThatCannotBeReadAgainStaysAsItWas() throws Exception {
        Path pdf = folder.resolve("mixed.pdf");
        mixed(pdf);
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        JdbcClient.create(archive.database().source())
                .sql("update document set kept = 0, rules = 0")
                .update();
        Files.delete(pdf);
        assertEquals(1, total("introduction"));
        archive.ingest().redescribe();
        assertEquals(1, total("introduction"), "what is away is not taken for gone");
        assertEquals(1, archive.ingest().describedByOtherRules());
    }

    @Test
    void aPdfOfTextAndImagesIsFoundByItsTextFirstAndThenByItsImages() throws Exception {
        AtomicReference<String> wrong = new AtomicReference<>("");
        try (AutoCloseable listening = archive.ingest().listen(() -> {
            LedgerTotals sums = archive.ledger().totals();
            if (sums.received()
                    != sums.indexed() + sums.duplicate() + sums.skipped() + sums.failed() + sums.underWay()) {
                wrong.set(sums.toString());
            }
        })) {
            mixed(folder.resolve("mixed.pdf"));
            scan(folder.resolve("scan.png"), "Carpentry for everybody");
            archive.ingest().rescan();
            assertEquals(1, total("introduction"), "found before anything is recognised");
            assertEquals(1, total("scan"), "by its title");
            DocumentId edited = document("introduction").id();
            archive.catalogue().edit(List.of(edited), RecordField.TITLE, List.of("By hand"), "ada");

            archive.ingest().awaitUpkeep();

            assertEquals(1, total("mayors"));
            assertEquals(1, total("carpentry"));
            assertEquals(1, total("introduction"));
            assertEquals("By hand", document("mayors").record().titleText());
            assertTrue(document("mayors").textFromOcr());
            assertEquals(0, archive.catalogue().countForRecognition());
            assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), archive.ledger().totals());
            assertFalse(archive.ingest().recognition().running());
        }
        assertEquals("", wrong.get());
    }

    @Test
    void recognitionCanBeStoppedAndTakenUpAgain() throws Exception {
        scan(folder.resolve("scan.png"), "Carpentry for everybody");
        archive.ingest().cancel();
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        assertEquals(0, total("carpentry"));
        assertEquals("without text: needs OCR", entry("scan.png").reason());
        assertEquals(1, archive.ingest().waitingForRecognition());

        assertEquals(1, archive.ingest().retryFailed());
        archive.ingest().awaitUpkeep();
        assertEquals(1, total("carpentry"));
        assertEquals(null, entry("scan.png").reason());
    }

    @Test
    void recognisedTextSurvivesTheReadingOfALaterVersion() throws Exception {
        scan(folder.resolve("scan.png"), "Carpentry for everybody");
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        JdbcClient.create(archive.database().source())
                .sql("update document set kept = 0, rules = 0")
                .update();
        archive.ingest().cancel();
        archive.ingest().rescan();
        assertEquals(1, total("carpentry"), "it keeps its text until it is recognised again");
        archive.ingest().retryFailed();
        archive.ingest().awaitUpkeep();
        assertEquals(1, total("carpentry"));
        assertEquals(0, archive.ingest().describedByOtherRules());
        assertEquals(0, archive.catalogue().countForRecognition());
    }

    @Test
    void aDocumentThatCannotBeDescribedAgainHoldsUpNoOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            write("news/" + i + ".html", PAGE.replace("zymurgy", "zymurgy number " + i));
        }
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        JdbcClient.create(archive.database().source())
                .sql("update document_text set body = x'00' where document = 1")
                .update();
        write("source-names.csv", "name,alias\nGazette,The Northern Herald Online\n");
        scan(folder.resolve("scan.png"), "Carpentry for everybody");
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        assertEquals(2, total("source:Gazette"));
        assertEquals(0, archive.ingest().describedByOtherRules());
        assertEquals(1, total("carpentry"), "nor the recognition behind it");
    }

    @Test
    void aStopShortBeforeADocumentIsRecognisedIsHeard() throws Exception {
        scan(folder.resolve("scan.png"), "Carpentry for everybody");
        archive.ingest().cancel();
        archive.ingest().rescan();
        CountingExtractor extractor = new CountingExtractor();
        AtomicReference<Recognition> recognising = new AtomicReference<>();
        Recognition recognition = recognition(extractor, () -> {
            recognising.get().interrupt();
            return Optional.of("an engine");
        });
        recognising.set(recognition);
        recognition.begin();
        recognition.step();
        assertEquals(0, extractor.asked);
    }

    @Test
    void pagesThatTheEngineHasNoModelForWaitForAnotherOverRestarts() throws Exception {
        scan(folder.resolve("scan.png"), "Carpentry for everybody");
        archive.ingest().cancel();
        archive.ingest().rescan();
        CountingExtractor extractor = new CountingExtractor();
        for (int start = 0; start < 3; start++) {
            Recognition recognition = recognition(extractor, () -> Optional.of("engine (eng)"));
            while (recognition.step()) {
                assertTrue(extractor.asked < 2, "once is enough");
            }
            assertEquals(0, recognition.waiting());
        }
        assertEquals(1, extractor.asked);
        assertTrue(archive.catalogue().needsOcr(document("scan").id()), "it is still told that it needs OCR");
        assertEquals(List.of("It needs a model for Georgian."), document("scan").warnings());

        Recognition recognition = recognition(extractor, () -> Optional.of("engine (eng, kat)"));
        assertTrue(recognition.step());
        assertEquals(2, extractor.asked);
        assertFalse(recognition.step());
        recognition.again();
        assertTrue(recognition.step());
        assertEquals(3, extractor.asked);
    }

    @Test
    void scansWhoseOriginalsAreAwayWaitForThemAndHoldUpNoOther() throws Exception {
        scan(folder.resolve("a.png"), "Carpentry for everybody");
        scan(folder.resolve("b.png"), "Masonry for everybody");
        archive.ingest().cancel();
        archive.ingest().rescan();
        Files.move(folder.resolve("a.png"), folder.resolve(".sourcebook/away.png"));
        CountingExtractor extractor = new CountingExtractor();
        Recognition recognition = recognition(extractor, () -> Optional.of("engine (eng)"));
        while (recognition.step()) {
            assertTrue(extractor.asked < 2, "the other one, once");
        }
        assertEquals(1, extractor.asked);
        assertEquals(0, recognition.waiting());
        Files.move(folder.resolve(".sourcebook/away.png"), folder.resolve("a.png"));
        recognition.again();
        assertEquals(2, recognition.waiting());
    }

    /// Finds nothing that it could read.
    private static final class CountingExtractor implements Extractor {
        private int asked;

        @Override
        public Extraction extract(Path original, String name, Path spool, boolean recognise) {
            asked++;
            return new Extraction.Read(new ExtractedDocument(
                    "image/png",
                    Map.of(),
                    List.of(""),
                    null,
                    List.of(),
                    List.of(),
                    List.of(1),
                    false,
                    "needs OCR",
                    List.of(),
                    List.of("It needs a model for Georgian.")));
        }

        @Override
        public void close() {}
    }

    private Recognition recognition(Extractor extractor, Recognition.Engine installed) {
        ArchiveFolder where = new ArchiveFolder(folder);
        Cataloguing cataloguing = new Cataloguing(archive.catalogue(), new Sidecars(where), new Rules(folder));
        return new Recognition(where, archive.catalogue(), cataloguing, extractor, installed);
    }

    private void mixed(Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage first = new PDPage(PDRectangle.A4);
            pdf.addPage(first);
            try (PDPageContentStream ink = new PDPageContentStream(pdf, first)) {
                ink.beginText();
                ink.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                ink.newLineAtOffset(80, 700);
                ink.showText("An introduction to the seminars of the academy, with dates and places.");
                ink.endText();
            }
            PDPage second = new PDPage(PDRectangle.A4);
            pdf.addPage(second);
            try (PDPageContentStream ink = new PDPageContentStream(pdf, second)) {
                ink.drawImage(
                        LosslessFactory.createFromImage(pdf, image("Seminar for visiting mayors")), 50, 500, 500, 125);
            }
            pdf.save(file.toFile());
        }
    }

    private static void scan(Path file, String words) throws IOException {
        ImageIO.write(image(words), "png", file.toFile());
    }

    private static BufferedImage image(String words) {
        BufferedImage page = new BufferedImage(1200, 300, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = page.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, 1200, 300);
        ink.setColor(Color.BLACK);
        ink.setFont(new Font(Font.SERIF, Font.PLAIN, 64));
        ink.drawString(words, 80, 170);
        ink.dispose();
        return page;
    }

    /// Other bytes under the same name, size and time: whoever opened the file would not find its words.
    private static void spoil(Path file) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
        Files.setLastModifiedTime(file, modified);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CataloguedDocument document(String query) {
        DocumentId id = archive.engine()
                .search(SearchRequest.of(query))
                .results()
                .getFirst()
                .id();
        return archive.catalogue().find(id).orElseThrow();
    }

    private long total(String query) {
        return archive.engine().search(SearchRequest.of(query)).total();
    }

    private LedgerEntry entry(String path) {
        return archive.ledger().entries(null, "", 0, 100).stream()
                .filter(entry -> entry.location().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
