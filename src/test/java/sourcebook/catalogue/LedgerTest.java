package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger and the documents under it, on a real database file.
class LedgerTest {
    @TempDir
    private Path folder;

    private Database database;
    private Ledger ledger;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("catalogue.sqlite"));
        ledger = new Ledger(database);
        catalogue = new Catalogue(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDocumentCountsAsIndexedOnlyWhenTheIndexHasIt() {
        long row = receive("a.txt");
        catalogue.settle(List.of(new Settlement.Saved(row, document(1))));
        assertEquals(new LedgerTotals(1, 0, 0, 0, 0, 1), ledger.totals());

        ledger.acknowledge(catalogue.lastSequence());
        assertEquals(new LedgerTotals(1, 1, 0, 0, 0, 0), ledger.totals());
    }

    @Test
    void outcomeAndTextNarrowTogether() {
        long a = receive("100%_sure.txt");
        long b = receive("other.txt");
        catalogue.settle(List.of(new Settlement.Failed(a, null, "broken"), new Settlement.Skipped(b, "junk")));

        assertEquals(1, ledger.count(Outcome.FAILED, "100%_"));
        assertEquals(0, ledger.count(Outcome.SKIPPED, "100%_"));
        assertEquals(1, ledger.count(null, "JUNK"));
        assertEquals(0, ledger.count(null, "1%e"), "signs of the query language are taken as they are");
        assertEquals(
                "other.txt",
                ledger.entries(Outcome.SKIPPED, "", 0, 10).getFirst().location().path());
    }

    @Test
    void textsAndRecordsComeBackAsTheyWere() {
        long row = receive("a.txt");
        DocumentText text = new DocumentText("Head\n\nBody \uD83D\uDE00 ş", 6, List.of(0, 8, 8), "menu");
        DocumentRecord record = DocumentRecord.EMPTY
                .withTitle(Evidenced.of("A title", "og:title", Confidence.HIGH))
                .withDate(Evidenced.of(new PartialDate(2014, 7, null), "byline", "July 2014", Confidence.MEDIUM))
                .withAbout(List.of(Evidenced.of("TZ", "mentions", "3 mentions", Confidence.LOW)))
                .withCustom(Map.of("party", Evidenced.of("CCM", "metadata.csv", Confidence.HIGH)));
        NewDocument document = new NewDocument(
                id(1),
                "text/plain",
                5,
                record,
                record,
                text,
                null,
                true,
                List.of("a warning"),
                List.of(),
                Blocks.NONE,
                StorySketch.NONE,
                new byte[0]);
        catalogue.settle(List.of(new Settlement.Saved(row, document)));

        assertEquals(text, catalogue.text(id(1)).orElseThrow());
        CataloguedDocument found = catalogue.findByPrefix(id(1).shortForm()).orElseThrow();
        assertEquals(record, found.record());
        assertEquals(List.of("a warning"), found.warnings());
        assertTrue(found.textFromOcr());
        assertEquals(3, found.pages());
    }

    @Test
    void editsStandAboveTheRecordUntilTheyAreUndone() {
        long row = receive("a.txt");
        catalogue.settle(List.of(new Settlement.Saved(row, document(1))));
        long first = catalogue.edit(List.of(id(1)), RecordField.ABOUT, List.of("tz", "ZA ", "TZ"), "ada");
        long second = catalogue.edit(List.of(id(1)), RecordField.ABOUT, List.of(), "ben");
        assertTrue(record().about().isEmpty());

        assertEquals(1, catalogue.undo(second, "ada"));
        assertEquals(
                List.of("TZ", "ZA"),
                record().about().stream().map(Evidenced::value).toList());
        assertEquals("edited by ada", record().about().getFirst().evidence().rule());
        assertEquals(1, catalogue.undo(first, "ada"));
        assertEquals(0, catalogue.undo(first, "ada"), "undoing twice changes nothing");
        assertTrue(record().about().isEmpty());
        assertEquals(2, catalogue.edits(id(1)).size());
    }

    /// Random receipts, settlements, removals and acknowledgements: the sums always add up, every present document has
    /// exactly one location that holds it, and replaying the changes gives exactly the present documents.
    @Test
    void whateverHappensTheLedgerAddsUp() {
        long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, Long> rows = new HashMap<>();
        Map<DocumentId, Boolean> index = new HashMap<>();
        long applied = 0;
        for (int step = 0; step < 300; step++) {
            String path = "f" + random.nextInt(12);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    long row = receive(path);
                    rows.put(path, row);
                    catalogue.settle(List.of(new Settlement.Saved(row, document(random.nextInt(6)))));
                }
                case 2 -> rows.put(path, receive(path));
                case 3 -> {
                    long row = receive(path);
                    rows.put(path, row);
                    catalogue.settle(List.of(
                            random.nextBoolean()
                                    ? new Settlement.Skipped(row, "junk")
                                    : new Settlement.Failed(row, id(random.nextInt(6)), "broken")));
                }
                case 4 -> {
                    if (rows.containsKey(path)) {
                        catalogue.remove(List.of(rows.remove(path)));
                    }
                }
                default -> {
                    for (Change change : catalogue.changesAfter(applied, 1_000)) {
                        index.put(change.id(), change.document() != null);
                        applied = change.sequence();
                    }
                    ledger.acknowledge(applied);
                }
            }
            LedgerTotals sums = ledger.totals();
            assertEquals(rows.size(), sums.received(), "seed " + seed + ", step " + step);
            assertEquals(
                    sums.received(),
                    sums.indexed() + sums.duplicate() + sums.skipped() + sums.failed() + sums.underWay());
        }
        for (Change change : catalogue.changesAfter(applied, 1_000)) {
            index.put(change.id(), change.document() != null);
            applied = change.sequence();
        }
        ledger.acknowledge(applied);
        Map<DocumentId, Integer> holders = new HashMap<>();
        List<LedgerEntry> entries = new ArrayList<>();
        ledger.forEach(entries::add);
        for (LedgerEntry entry : entries) {
            if (entry.outcome() == Outcome.INDEXED && entry.document() != null) {
                holders.merge(entry.document(), 1, Integer::sum);
            }
        }
        entries.stream() // what is being read again keeps its document until it is settled
                .filter(entry -> entry.outcome() == Outcome.UNDER_WAY)
                .forEach(entry -> index.remove(entry.document()));
        index.forEach((id, present) -> assertEquals(
                present ? 1 : 0, holders.getOrDefault(id, 0), "seed " + seed + ": locations that hold " + id));
    }

    private DocumentRecord record() {
        return catalogue.find(id(1)).orElseThrow().record();
    }

    private long receive(String path) {
        return ledger.receive(List.of(new Ledger.Found(Location.of(path), 5, Instant.EPOCH)))
                .getFirst();
    }

    private static DocumentId id(int number) {
        return new DocumentId(String.format("%064x", number + 1));
    }

    private static NewDocument document(int number) {
        DocumentText text = DocumentText.of("text " + number);
        return new NewDocument(
                id(number),
                "text/plain",
                5,
                DocumentRecord.EMPTY,
                DocumentRecord.EMPTY,
                text,
                null,
                false,
                List.of(),
                List.of(),
                Blocks.NONE,
                StorySketch.NONE,
                new byte[0]);
    }
}
