package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.ArchiveLock;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.Outcome;
import sourcebook.catalogue.RecordField;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// The way of a document from a file to a hit, with real workers, a real database and a real index.
class IngestTest {
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
    void newFilesAreFoundAndTheLedgerAddsUp() throws Exception {
        write("one.txt", "A school for cadres.");
        write("two.txt", "A school for teachers.");
        write("copy of one.txt", "A school for cadres.");
        write(".DS_Store", "x");
        write("~$letter.docx", "x");
        write("empty.txt", "");
        write("metadata.csv", "path,title\none.txt,The first\n");

        LedgerTotals totals = archive.ingest().rescan();

        assertEquals(new LedgerTotals(7, 2, 1, 4, 0, 0), totals);
        assertEquals(2, total("school"));
        assertEquals("The first", search("cadres").results().getFirst().title());
        assertEquals("the file is empty (0 bytes)", entry("empty.txt").reason());
        assertTrue(reason("copy of one.txt").startsWith("the same bytes as")
                || reason("one.txt").startsWith("the same bytes as"));
    }

    @Test
    void aRescanReadsNothingThatIsUnchanged() throws Exception {
        write("one.txt", "A school for cadres.");
        archive.ingest().rescan();
        Instant before = entry("one.txt").updated();
        long sequence = archive.catalogue().lastSequence();

        archive.ingest().rescan();

        assertEquals(before, entry("one.txt").updated());
        assertEquals(sequence, archive.catalogue().lastSequence());
    }

    @Test
    void changedAndRemovedFilesAreFollowed() throws Exception {
        write("one.txt", "A school for cadres.");
        write("two.txt", "A school for teachers.");
        archive.ingest().rescan();

        write("one.txt", "An academy for mayors, newly founded.");
        Files.delete(folder.resolve("two.txt"));
        LedgerTotals totals = archive.ingest().rescan();

        assertEquals(new LedgerTotals(1, 1, 0, 0, 0, 0), totals);
        assertEquals(0, total("school"));
        assertEquals(1, total("mayors"));

        write("two.txt", "A school for teachers.");
        archive.ingest().rescan();
        assertEquals(1, total("teachers"), "a file that returns is found again");
    }

    @Test
    void aDuplicateTakesThePlaceOfARemovedOriginal() throws Exception {
        write("a.txt", "A school for cadres.");
        archive.ingest().rescan();
        write("b.txt", "A school for cadres.");
        assertEquals(new LedgerTotals(2, 1, 1, 0, 0, 0), archive.ingest().rescan());

        Files.delete(folder.resolve("a.txt"));
        assertEquals(new LedgerTotals(1, 1, 0, 0, 0, 0), archive.ingest().rescan());

        assertEquals("b.txt", search("cadres").results().getFirst().path());
    }

    @Test
    void partsOfContainersAreDocumentsAtTheirPlace() throws Exception {
        byte[] inner = zip(Map.of("deep.txt", "Zymurgy in depth.".getBytes(StandardCharsets.UTF_8)));
        Files.write(
                folder.resolve("box.zip"),
                zip(new TreeMap<>(Map.of(
                        "notes/plain.txt",
                        "Zymurgy on the surface.".getBytes(StandardCharsets.UTF_8),
                        "inner.zip",
                        inner,
                        ".DS_Store",
                        new byte[] {1}))));

        LedgerTotals totals = archive.ingest().rescan();

        assertEquals(new LedgerTotals(5, 2, 0, 3, 0, 0), totals);
        List<String> paths = search("zymurgy").results().stream()
                .map(SearchResult.Result::path)
                .sorted()
                .toList();
        assertEquals(List.of("box.zip!/inner.zip!/deep.txt", "box.zip!/notes/plain.txt"), paths);
        var document = archive.catalogue()
                .find(search("surface").results().getFirst().id())
                .orElseThrow();
        assertEquals(
                "Zymurgy on the surface.",
                Files.readString(archive.originals().of(document).orElseThrow()));

        Files.write(
                folder.resolve("box.zip"),
                zip(Map.of("other.txt", "Something else.".getBytes(StandardCharsets.UTF_8))));
        assertEquals(new LedgerTotals(2, 1, 0, 1, 0, 0), archive.ingest().rescan());
        assertEquals(0, total("zymurgy"), "parts that are gone from a changed container are not found");
    }

    @Test
    void aTouchedContainerKeepsItsParts() throws Exception {
        Files.writeString(folder.resolve("letter.eml"), """
                From: Ada <ada@example.org>
                To: Ben <ben@example.org>
                Subject: The visit
                Date: Tue, 03 Mar 2015 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                The delegation arrives on Monday.
                --b
                Content-Type: text/plain; name="plan.txt"
                Content-Disposition: attachment; filename="plan.txt"

                Lectures, then a dinner.
                --b--
                """.replace("\n", "\r\n"));
        assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), archive.ingest().rescan());
        assertEquals(
                "letter.eml!/plan.txt",
                search("lectures dinner").results().getFirst().path());

        Files.setLastModifiedTime(
                folder.resolve("letter.eml"), FileTime.from(Instant.now().minusSeconds(90)));
        assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), archive.ingest().rescan());
        assertEquals(1, total("lectures"));

        DocumentId plan = search("lectures").results().getFirst().id();
        Files.delete(new ArchiveFolder(folder).part(plan));
        Files.setLastModifiedTime(
                folder.resolve("letter.eml"), FileTime.from(Instant.now().minusSeconds(60)));
        assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), archive.ingest().rescan());
        assertTrue(
                archive.originals()
                        .of(archive.catalogue().find(plan).orElseThrow())
                        .isPresent(),
                "a part that a back-up left out comes back with its touched container");

        Files.move(folder.resolve("letter.eml"), folder.resolve("moved.eml"));
        assertEquals(new LedgerTotals(2, 2, 0, 0, 0, 0), archive.ingest().rescan());
        assertEquals(1, total("lectures"), "the attachment of a moved message is found at its new place");
    }

    @Test
    void partsLeftUnderWayByACrashAreReadAtTheNextLook() throws Exception {
        Files.write(
                folder.resolve("box.zip"), zip(Map.of("one.txt", "Zymurgy in one.".getBytes(StandardCharsets.UTF_8))));
        archive.ingest().rescan();
        // as a crash between the container's settlement and the part's would leave it
        archive.ledger().receive(List.of(new Ledger.Found(Location.of("box.zip").part("one.txt"), 15, Instant.EPOCH)));
        assertEquals(1, archive.ledger().totals().underWay());

        assertEquals(new LedgerTotals(2, 1, 0, 1, 0, 0), archive.ingest().rescan());
        assertEquals(1, total("zymurgy"));
    }

    @Test
    void aFolderReplacedByALinkIsNotFollowedAndItsReturnIsSeen() throws Exception {
        write("news/one.txt", "A school for cadres.");
        archive.ingest().rescan();
        Files.move(folder.resolve("news"), folder.resolveSibling("away"));
        Files.createSymbolicLink(folder.resolve("news"), folder.resolveSibling("away"));
        archive.ingest().rescan();
        assertEquals(0, total("cadres"), "links are not followed");
        Files.delete(folder.resolve("news"));
        Files.move(folder.resolveSibling("away"), folder.resolve("news"));
        archive.ingest().rescan();
        assertEquals(1, total("cadres"));
    }

    @Test
    void whatIsWrongInASidecarIsSaidInTheLedger() throws Exception {
        write("one.txt", "A school for cadres.");
        write("metadata.csv", "path,date\none.txt,the day before yesterday\n");
        archive.ingest().rescan();
        assertTrue(reason("metadata.csv").contains(", but "), reason("metadata.csv"));
        assertTrue(reason("metadata.csv").contains("the day before yesterday"), reason("metadata.csv"));
    }

    @Test
    void aChangedSidecarOverrulesWhatWasInferredAndPeopleOverruleTheSidecar() throws Exception {
        write("news/one.txt", "A school for cadres.");
        archive.ingest().rescan();
        DocumentId id = search("cadres").results().getFirst().id();

        write("news/metadata.csv", "path,title,date,country,party\none.txt,From the sidecar,2014,Tanzania,CCM\n");
        archive.ingest().rescan();
        SearchResult.Result result = search("cadres").results().getFirst();
        assertEquals("From the sidecar", result.title());
        assertEquals("2014", result.date());
        assertEquals(List.of("TZ"), result.countries());

        long batch = archive.catalogue().edit(List.of(id), RecordField.DATE, List.of("2015-03"), "ada");
        archive.ingest().catchUp();
        assertEquals("2015-03", search("cadres").results().getFirst().date());
        assertEquals(1, archive.catalogue().edits(id).size());

        archive.catalogue().undo(batch, "ada");
        archive.ingest().catchUp();
        assertEquals("2014", search("cadres").results().getFirst().date());

        Files.delete(folder.resolve("news/metadata.csv"));
        archive.ingest().rescan();
        assertFalse(search("cadres").results().getFirst().title().equals("From the sidecar"));
    }

    @Test
    void editsAreCheckedWithASentence() throws Exception {
        write("one.txt", "A school for cadres.");
        archive.ingest().rescan();
        DocumentId id = search("cadres").results().getFirst().id();
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> archive.catalogue().edit(List.of(id), RecordField.DATE, List.of("31 June"), "ada"));
        assertEquals("“31 June” is not a date. Write 2014, 2014-07 or 2014-07-18.", refused.getMessage());
    }

    @Test
    void aScanIsKeptWithoutOcrAndReadOnceThereIsSome() throws Exception {
        archive.close();
        Files.writeString(new ArchiveFolder(folder).settings(), "extraction.ocr=false\n");
        archive = OpenArchive.open(new ArchiveFolder(folder));
        BufferedImage page = new BufferedImage(1200, 300, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = page.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, 1200, 300);
        ink.setColor(Color.BLACK);
        ink.setFont(new Font(Font.SERIF, Font.PLAIN, 64));
        ink.drawString("Seminar for visiting mayors", 80, 170);
        ink.dispose();
        ImageIO.write(page, "png", folder.resolve("scan.png").toFile());

        assertEquals(new LedgerTotals(1, 1, 0, 0, 0, 0), archive.ingest().rescan());
        assertEquals("without text: needs OCR", reason("scan.png"));
        assertEquals(1, total("scan"), "found by its title");
        archive.close();

        Files.delete(new ArchiveFolder(folder).settings());
        archive = OpenArchive.open(new ArchiveFolder(folder));
        archive.ingest().awaitUpkeep();
        assertEquals(1, total("mayors"));
        assertEquals(new LedgerTotals(1, 1, 0, 0, 0, 0), archive.ledger().totals());
        assertEquals("", reason("scan.png"));
    }

    @Test
    void theIndexIsMadeAgainWithoutReadingOriginals() throws Exception {
        write("one.txt", "A school for cadres.");
        archive.ingest().rescan();
        Files.delete(folder.resolve("one.txt"));
        archive.close();

        archive = OpenArchive.openForReindex(new ArchiveFolder(folder));
        archive.ingest().catchUp();

        assertEquals(1, total("cadres"));
    }

    @Test
    void aSecondWriterGetsASentenceWithTheProcessId() {
        var refused = assertThrows(
                ArchiveLock.ArchiveInUseException.class, () -> OpenArchive.open(new ArchiveFolder(folder)));
        assertTrue(refused.getMessage().contains("id " + ProcessHandle.current().pid()), refused.getMessage());
    }

    @Test
    void uploadsAreStoredUnderSafeNamesAndNeverOverEachOther() throws Exception {
        assertEquals("uploads/etc_passwd.txt", upload("../../etc:passwd.txt", "one"));
        assertEquals("uploads/etc_passwd (2).txt", upload("etc/etc:passwd.txt", "two"));
        assertThrows(IllegalArgumentException.class, () -> upload("..", "three"));
        assertThrows(IllegalArgumentException.class, () -> upload("empty.txt", ""));
    }

    @Test
    void brokenFilesFailWithAReasonAndTheirNeighbourIsFound() throws Exception {
        Files.write(
                folder.resolve("broken.pdf"),
                "%PDF-1.7\nnothing that follows is a document".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2});
        write("neighbour.txt", "The neighbour speaks of zymurgy.");

        LedgerTotals totals = archive.ingest().rescan();

        assertEquals(1, total("zymurgy"));
        assertEquals(Outcome.FAILED, entry("broken.pdf").outcome());
        assertFalse(reason("broken.pdf").contains("Exception"), reason("broken.pdf"));
        assertEquals(totals.received(), totals.indexed() + totals.skipped() + totals.failed());

        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 still broken, but otherwise");
        archive.ingest().rescan();
        assertEquals(1, archive.ingest().retryFailed() > 0 ? 1 : 0);
    }

    private String upload(String name, String text) throws IOException {
        return archive.ingest().upload(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private SearchResult search(String query) {
        return archive.engine().search(SearchRequest.of(query));
    }

    private long total(String query) {
        return search(query).total();
    }

    private LedgerEntry entry(String path) {
        return archive.ledger().entries(null, "", 0, 100).stream()
                .filter(entry -> entry.location().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String reason(String path) {
        String reason = entry(path).reason();
        return reason == null ? "" : reason;
    }
}
