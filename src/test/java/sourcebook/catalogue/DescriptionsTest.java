package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the catalogue keeps beside a record always fits the record: weak fields and like documents are held against a
/// scan of all documents after random changes.
class DescriptionsTest {
    private static final List<RecordField> LOOKED_AFTER = List.of(
            RecordField.TITLE,
            RecordField.CREATORS,
            RecordField.DATE,
            RecordField.SOURCE,
            RecordField.ABOUT,
            RecordField.PUBLISHED_IN,
            RecordField.LANGUAGE,
            RecordField.TYPE);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
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
    void whateverHappensWeakFieldsAndLikeDocumentsFitTheRecords() {
        Map<Integer, Long> rows = new TreeMap<>();
        List<Long> batches = new ArrayList<>();
        for (int step = 0; step < 250; step++) {
            int number = random.nextInt(25);
            boolean there = rows.containsKey(number);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    if (!there) {
                        rows.put(number, save(number, random(number)));
                    }
                }
                case 2 -> {
                    if (there) {
                        batches.add(catalogue.edit(
                                List.of(id(number)), RecordField.SOURCE, some(List.of("Right"), List.of()), "ada"));
                    }
                }
                case 3 -> {
                    if (!batches.isEmpty()) {
                        catalogue.undo(batches.remove(random.nextInt(batches.size())), "ada");
                    }
                }
                case 4 -> {
                    if (there) {
                        catalogue.remove(List.of(rows.remove(number)));
                    }
                }
                case 5 -> {
                    if (catalogue.has(id(number))) {
                        DocumentRecord inferred =
                                catalogue.inference(id(number)).orElseThrow().inferred();
                        catalogue.redescribe(
                                id(number),
                                random.nextBoolean()
                                        ? inferred
                                        : inferred.withSource(Evidenced.of("Stated", "metadata.csv", Confidence.HIGH)));
                    }
                }
                default -> {
                    if (catalogue.has(id(number))) {
                        DocumentRecord again = random(number);
                        catalogue.describeAgain(List.of(redescribed(number, again)));
                    }
                }
            }
            if (step % 10 == 0) {
                check(rows.keySet(), "seed " + seed + ", step " + step);
            }
        }
        check(rows.keySet(), "seed " + seed + ", at the end");
    }

    @Test
    void moreReadersThanConnectionsDoNotWaitForEachOther() throws Exception {
        for (int number = 0; number < 5; number++) {
            save(number, random(number));
        }
        try (ExecutorService readers = Executors.newFixedThreadPool(24)) {
            List<Callable<Integer>> tasks = Collections.nCopies(24, () -> {
                int found = 0;
                for (int i = 0; i < 100; i++) {
                    found += catalogue.find(id(i % 5)).isPresent() ? 1 : 0;
                    found += catalogue.changesAfter(0, 5).size();
                }
                return found;
            });
            for (Future<Integer> one : readers.invokeAll(tasks)) {
                assertEquals(600, one.get());
            }
        }
    }

    private void check(Set<Integer> present, String when) {
        for (RecordField field : LOOKED_AFTER) {
            Set<DocumentId> missing = new HashSet<>();
            Set<DocumentId> weak = new HashSet<>();
            for (int number : present) {
                List<Provenance.Layer> layers = layers(number, field);
                boolean edited = !layers.isEmpty() && layers.getLast().kind() == Provenance.Kind.EDIT;
                if (layers.isEmpty() || (!edited && layers.getLast().values().isEmpty())) {
                    missing.add(id(number));
                } else if (!edited
                        && layers.getLast().evidence().stream()
                                .allMatch(evidence -> evidence.confidence() == Confidence.LOW)) {
                    weak.add(id(number));
                }
            }
            assertEquals(missing, new HashSet<>(catalogue.weakIds(field, Weakness.MISSING, 1_000)), when + field);
            assertEquals(weak, new HashSet<>(catalogue.weakIds(field, Weakness.WEAK, 1_000)), when + field);
            assertTrue(
                    catalogue.weaknesses().contains(new Weaknesses(field, missing.size(), weak.size())), when + field);
        }
        for (int number : present) {
            checkAlike(number, present, when);
        }
    }

    private void checkAlike(int number, Set<Integer> present, String when) {
        Provenance source = provenance(number, RecordField.SOURCE);
        List<String> now = source.layers().isEmpty()
                ? List.of()
                : source.layers().getLast().values();
        Map<Alike.Kind, Set<DocumentId>> wanted = new TreeMap<>();
        for (int other : present) {
            List<Provenance.Layer> layers = layers(other, RecordField.SOURCE);
            boolean inferred = layers.isEmpty() || layers.getLast().kind() == Provenance.Kind.INFERRED;
            boolean right = !layers.isEmpty()
                    && !now.isEmpty()
                    && layers.getLast().values().equals(now);
            if (other == number || !inferred || right) {
                continue;
            }
            if (host(number).equals(host(other))) {
                wanted.computeIfAbsent(Alike.Kind.HOST, kind -> new HashSet<>()).add(id(other));
            }
            if (folder(number).equals(folder(other))) {
                wanted.computeIfAbsent(Alike.Kind.FOLDER, kind -> new HashSet<>())
                        .add(id(other));
            }
            DocumentRecord mine = inferred(number);
            DocumentRecord its = inferred(other);
            if (mine.source() != null
                    && its.source() != null
                    && !List.of(mine.source().value()).equals(now)
                    && mine.source().value().equals(its.source().value())
                    && mine.source()
                            .evidence()
                            .rule()
                            .equals(its.source().evidence().rule())) {
                wanted.computeIfAbsent(Alike.Kind.VALUE, kind -> new HashSet<>())
                        .add(id(other));
            }
        }
        Map<Alike.Kind, Set<DocumentId>> found = new TreeMap<>();
        for (Alike alike : catalogue.alike(id(number), RecordField.SOURCE)) {
            found.put(alike.kind(), new HashSet<>(alike.documents()));
            assertEquals(alike.documents().size(), alike.total(), when);
        }
        assertEquals(wanted, found, when + " alike " + number);
    }

    @Test
    void likeDocumentsAreThoseOfTheEvidenceBeforeTheEdit() {
        for (int number = 0; number < 6; number++) {
            DocumentRecord record = DocumentRecord.EMPTY
                    .withUrl(Evidenced.of("https://www.news.example/" + number, "url", Confidence.HIGH))
                    .withSource(Evidenced.of(number < 4 ? "Wrong" : "Right", "og:site_name", Confidence.MEDIUM));
            save(number, record);
        }
        catalogue.edit(List.of(id(0)), RecordField.SOURCE, List.of("Right"), "ada");
        catalogue.edit(List.of(id(1)), RecordField.SOURCE, List.of("Other"), "ada");

        List<Alike> alike = catalogue.alike(id(0), RecordField.SOURCE);

        assertEquals(
                List.of(
                        new Alike(Alike.Kind.HOST, "news.example", List.of(id(2), id(3)), 2),
                        new Alike(Alike.Kind.VALUE, "og:site_name: Wrong", List.of(id(2), id(3)), 2)),
                alike.stream().filter(one -> one.kind() != Alike.Kind.FOLDER).toList());
        assertEquals(List.of(), catalogue.alike(id(0), RecordField.TITLE), "a title is no one's but its own");
    }

    @Test
    void unknownSaidByAPersonIsSure() {
        save(1, DocumentRecord.EMPTY);
        long batch = catalogue.edit(List.of(id(1)), RecordField.DATE, List.of(), "ada");
        assertEquals(List.of(), catalogue.weak(RecordField.DATE, Weakness.MISSING, 0, 10));
        Provenance date = provenance(1, RecordField.DATE);
        assertEquals("ada", date.layers().getLast().who());
        assertEquals(List.of(), date.layers().getLast().values());
        catalogue.undo(batch, "ada");
        assertEquals(
                1, catalogue.weak(RecordField.DATE, Weakness.MISSING, 0, 10).size());
    }

    @Test
    void mentionsAndLanguagesOfPagesComeBackAsTheyWere() {
        List<Mention> mentions = List.of(new Mention("TZ", 0, 8), new Mention("SUHH", 3, 4), new Mention("ZA", 70, 82));
        DocumentText text =
                new DocumentText("One.\nDeux.", 0, List.of(0, 5), "").withPageLanguages(List.of("en", "fr"));
        NewDocument document = new NewDocument(
                id(1),
                "text/plain",
                5,
                DocumentRecord.EMPTY,
                DocumentRecord.EMPTY,
                text,
                null,
                false,
                List.of(),
                mentions,
                Blocks.NONE,
                StorySketch.NONE,
                new byte[] {1, 2});
        catalogue.settle(List.of(new Settlement.Saved(receive("a"), document)));
        assertEquals(mentions, catalogue.mentions(id(1)));
        assertEquals(text, catalogue.text(id(1)).orElseThrow());
        assertTrue(catalogue.isKept(id(1)));
        catalogue.forgetExtraction(id(1));
        assertTrue(catalogue.kept(id(1)).isEmpty());
    }

    @Test
    void aBlockOnFourPagesOfASiteIsRepeatedUntilOneOfThemGoes() {
        List<Long> rows = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            rows.add(page(number, "/" + number, Set.of(7L, 100L + number)));
            page(10 + number, "/same?visit=" + number, Set.of(8L, 9L));
        }
        assertEquals(Set.of(7L), catalogue.repeatedBlocks("news.example"), "four savings of one page are one page");
        assertEquals(
                Set.of(id(0), id(1), id(2), id(3)),
                new HashSet<>(catalogue.describedByOtherRules(5, true, 10)),
                "those that hold it are to be described again, no others");
        for (int number = 0; number < 4; number++) {
            catalogue.describeAgain(List.of(redescribed(number, paged("/" + number), Set.of(7L, 100L + number))));
        }
        assertEquals(0, catalogue.countDescribedByOtherRules(5, true));

        catalogue.remove(List.of(rows.getFirst()));
        assertEquals(Set.of(), catalogue.repeatedBlocks("news.example"));
        assertEquals(3, catalogue.countDescribedByOtherRules(5, true));
    }

    @Test
    void aPageDescribedWhileABlockBecameARepeatedOneIsDescribedAgain() {
        for (int number = 0; number < 4; number++) {
            page(number, "/" + number, Set.of(7L));
        }
        page(4, "/4", Set.of(7L)); // its description did not know
        assertTrue(catalogue.describedByOtherRules(5, true, 10).contains(id(4)));
    }

    private long page(int number, String path, Set<Long> blocks) {
        long row = receive("site/" + number);
        catalogue.settle(List.of(new Settlement.Saved(
                row,
                new NewDocument(
                        id(number),
                        "text/html",
                        5,
                        paged(path),
                        paged(path),
                        DocumentText.of("text"),
                        null,
                        false,
                        List.of(),
                        List.of(),
                        new Blocks("news.example", blocks),
                        StorySketch.NONE,
                        new byte[] {1},
                        5,
                        Set.of(),
                        false))));
        return row;
    }

    private static DocumentRecord paged(String path) {
        return DocumentRecord.EMPTY.withUrl(Evidenced.of("https://news.example" + path, "url", Confidence.HIGH));
    }

    private DocumentRecord random(int number) {
        DocumentRecord record = DocumentRecord.EMPTY.withUrl(
                Evidenced.of("http://" + host(number) + "/" + number, "url", Confidence.HIGH));
        if (random.nextBoolean()) {
            record = record.withTitle(Evidenced.of("Title " + random.nextInt(3), "h1", confidence()));
        }
        if (random.nextInt(4) > 0) {
            record = record.withSource(
                    Evidenced.of(some("Right", "Wrong", "Odd"), some("og:site_name", "host"), confidence()));
        }
        if (random.nextBoolean()) {
            record = record.withAbout(List.of(
                    Evidenced.of("TZ", "mentions", confidence()), Evidenced.of("ZA", "mentions", confidence())));
        }
        return record;
    }

    private Confidence confidence() {
        return Confidence.values()[random.nextInt(3)];
    }

    @SafeVarargs
    private <T> T some(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static String host(int number) {
        return "host" + number % 3 + ".example";
    }

    private static String folder(int number) {
        return "folder" + number % 4;
    }

    private DocumentRecord inferred(int number) {
        return catalogue.inference(id(number)).orElseThrow().inferred();
    }

    private List<Provenance.Layer> layers(int number, RecordField field) {
        return provenance(number, field).layers();
    }

    private Provenance provenance(int number, RecordField field) {
        return catalogue.provenance(id(number)).stream()
                .filter(one -> one.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private long save(int number, DocumentRecord record) {
        long row = receive(folder(number) + "/" + number);
        catalogue.settle(List.of(new Settlement.Saved(
                row,
                new NewDocument(
                        id(number),
                        "text/plain",
                        5,
                        record,
                        record,
                        DocumentText.of("text " + number),
                        null,
                        false,
                        List.of(),
                        List.of(),
                        Blocks.NONE,
                        StorySketch.NONE,
                        new byte[0]))));
        return row;
    }

    private static Redescribed redescribed(int number, DocumentRecord record) {
        return redescribed(number, record, Set.of());
    }

    private static Redescribed redescribed(int number, DocumentRecord record, Set<Long> blocks) {
        return new Redescribed(
                id(number),
                record,
                record,
                DocumentText.of("text " + number),
                List.of(),
                blocks.isEmpty() ? Blocks.NONE : new Blocks("news.example", blocks),
                StorySketch.NONE,
                new byte[] {1},
                5,
                Set.of(7L));
    }

    private long receive(String path) {
        return ledger.receive(List.of(new Ledger.Found(Location.of(path), 5, Instant.EPOCH)))
                .getFirst();
    }

    private static DocumentId id(int number) {
        return new DocumentId(String.format("%064x", number + 1));
    }
}
