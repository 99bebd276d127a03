package sourcebook.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;

class CitationsTest {
    private static final Passage PASSAGE = new Passage("the study tour ended\nat the party school", 120, 160, 3, 3);
    private static final String PATH = "reports/report-2014-study-tours.pdf";

    @TempDir
    Path folder;

    private DataSource database;
    private Citations citations;
    private long mine;

    @BeforeEach
    void open() {
        database = Samples.database(folder);
        citations = new Citations(database);
        mine = citations.defaultCollection().id();
    }

    private Citation save(Passage passage, String note, long collection) {
        return citations.save(Samples.id(1), Samples.report(), PATH, passage, note, collection);
    }

    @Test
    void everythingSavedIsFoundByAnotherConnection() {
        Citation saved = save(PASSAGE, "  Compare with 2016.\nAsk A.  ", mine);

        assertEquals(Optional.of(saved), new Citations(database).find(saved.id()));
        assertEquals(PASSAGE, saved.passage());
        assertEquals("Compare with 2016.\nAsk A.", saved.note());
        assertEquals(CitedWork.of(Samples.report(), PATH), saved.work());
        assertEquals(
                List.of("Kimani, Amina W.", "Lars van den Berg"), saved.work().creators());
        assertEquals("2014-03-09", String.valueOf(saved.work().date()));
        assertEquals(List.of(saved), citations.list(mine));
        assertEquals(List.of(saved), citations.ofDocument(Samples.id(1)));
        assertEquals(List.of(saved), citations.all());
        assertEquals(List.of(), citations.ofDocument(Samples.id(2)));
    }

    @Test
    void anEmptyRecordCanBeCited() {
        Citation saved = citations.save(Samples.id(9), DocumentRecord.EMPTY, "a/scan.pdf", null, "", mine);

        assertEquals("scan.pdf", saved.work().displayTitle());
        assertEquals(Optional.of(saved), citations.find(saved.id()));
    }

    @Test
    void thePassageSavedTwiceIsThere() {
        Citation first = save(PASSAGE, "", mine);
        Citation whole = save(null, "", mine);

        assertEquals(first.id(), save(PASSAGE, "", mine).id());
        assertEquals(whole.id(), save(null, "", mine).id());
        assertEquals("seen", save(PASSAGE, "seen", mine).note());
        assertEquals("seen", save(PASSAGE, "seen", mine).note(), "the same note is not added twice");
        assertEquals("seen\nagain", save(PASSAGE, "again", mine).note());
        assertEquals(2, citations.list(mine).size());
    }

    @Test
    void anotherPassageOrCollectionIsAnotherCitation() {
        Citation first = save(PASSAGE, "", mine);
        long other = citations.createCollection("Other").id();

        assertNotEquals(first.id(), save(PASSAGE, "", other).id());
        assertNotEquals(
                first.id(),
                save(new Passage("the study tour", 120, 134, 3, 3), "", mine).id());
        assertNotEquals(
                first.id(),
                citations
                        .save(Samples.id(2), Samples.report(), PATH, PASSAGE, "", mine)
                        .id());
        assertEquals(3, citations.list(mine).size());
        assertEquals(1, citations.list(other).size());
    }

    @Test
    void manyAtOnceSaveOnePassageOnce() throws Exception {
        Callable<Long> saving = () -> save(PASSAGE, "", mine).id();
        Set<Long> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Long> done : threads.invokeAll(Collections.nCopies(24, saving))) {
                ids.add(done.get());
            }
        }
        assertEquals(1, ids.size());
        assertEquals(1, citations.list(mine).size());
    }

    @Test
    void deletingIsUndone() {
        Citation saved = save(PASSAGE, "kept", mine);

        assertTrue(citations.delete(saved.id()));
        assertFalse(citations.delete(saved.id()));
        assertEquals(Optional.empty(), citations.find(saved.id()));
        assertEquals(List.of(), citations.list(mine));
        assertEquals(0, citations.defaultCollection().size());

        Citation back = citations.restore(saved.id()).orElseThrow();
        assertEquals("kept", back.note());
        assertEquals(List.of(back), citations.list(mine));
        assertEquals(Optional.of(back), citations.restore(saved.id()), "restoring what is there changes nothing");
        assertEquals(Optional.empty(), citations.restore(999));
    }

    @Test
    void restoringJoinsWhatWasSavedAgainMeanwhile() {
        Citation first = save(PASSAGE, "first note", mine);
        citations.delete(first.id());
        Citation second = save(PASSAGE, "second note", mine);

        Citation back = citations.restore(first.id()).orElseThrow();

        assertEquals(second.id(), back.id());
        assertEquals("second note\nfirst note", back.note());
        assertEquals(1, citations.list(mine).size());
    }

    @Test
    void notesAndPagesAreEdited() {
        Citation saved = save(PASSAGE, "", mine);

        assertEquals(
                "new", citations.editNote(saved.id(), " new ").orElseThrow().note());
        assertEquals("", citations.editNote(saved.id(), "").orElseThrow().note());
        assertEquals(
                "211–212",
                citations.editPages(saved.id(), 211, 212).orElseThrow().locator());
        assertThrows(IllegalArgumentException.class, () -> citations.editPages(saved.id(), 5, 4));
        assertEquals(Optional.empty(), citations.editNote(999, "x"));
        assertEquals(Optional.empty(), citations.editPages(999, 1, 2));
        Citation whole = save(null, "", mine);
        assertEquals(Optional.of(whole), citations.editPages(whole.id(), 1, 2));
    }

    @Test
    void movingJoinsWhatIsThere() {
        long other = citations.createCollection("Other").id();
        Citation here = save(PASSAGE, "here", mine);
        Citation there = save(PASSAGE, "there", other);
        Citation whole = save(null, "", mine);

        assertEquals(other, citations.move(whole.id(), other).orElseThrow().collectionId());
        Citation joined = citations.move(here.id(), other).orElseThrow();

        assertEquals(there.id(), joined.id());
        assertEquals("there\nhere", joined.note());
        assertEquals(List.of(), citations.list(mine));
        assertEquals(2, citations.list(other).size());
        assertEquals(Optional.empty(), citations.move(whole.id(), 999));
        assertEquals(Optional.empty(), citations.move(999, other));
        assertEquals(other, citations.move(whole.id(), other).orElseThrow().collectionId());
    }

    @Test
    void collectionsAreMadeRenamedDeletedAndBroughtBack() {
        assertEquals(Citations.DEFAULT_NAME, citations.defaultCollection().name());
        assertEquals(mine, citations.defaultCollection().id());
        CitationCollection zebra = citations.createCollection("  Zebra ");
        CitationCollection apple = citations.createCollection("apple");
        assertEquals(zebra, citations.createCollection("zebra"));
        assertEquals(List.of("My citations", "apple", "Zebra"), names());
        assertThrows(IllegalArgumentException.class, () -> citations.createCollection(" \n"));
        assertThrows(IllegalArgumentException.class, () -> citations.createCollection("x".repeat(201)));
        assertThrows(IllegalArgumentException.class, () -> citations.renameCollection(apple.id(), "ZEBRA"));
        assertEquals(
                "Apple",
                citations.renameCollection(apple.id(), "Apple").orElseThrow().name());
        assertEquals(Optional.empty(), citations.renameCollection(999, "x"));

        Citation saved = save(PASSAGE, "", zebra.id());
        assertEquals(1, citations.collection(zebra.id()).orElseThrow().size());
        assertTrue(citations.deleteCollection(zebra.id()));
        assertFalse(citations.deleteCollection(zebra.id()));
        assertEquals(Optional.empty(), citations.find(saved.id()));
        assertEquals(List.of(), citations.ofDocument(Samples.id(1)));
        assertThrows(IllegalArgumentException.class, () -> save(PASSAGE, "", zebra.id()));

        assertEquals(1, citations.restoreCollection(zebra.id()).orElseThrow().size());
        assertEquals(Optional.of(saved), citations.find(saved.id()));
    }

    @Test
    void theDefaultCollectionComesAnewAndTheOldOneBackAsAnother() {
        save(PASSAGE, "", mine);
        citations.deleteCollection(mine);

        CitationCollection anew = citations.defaultCollection();
        assertNotEquals(mine, anew.id());
        assertEquals(0, anew.size());

        assertEquals(1, citations.restoreCollection(mine).orElseThrow().size());
        assertEquals(anew.id(), citations.defaultCollection().id());
        assertEquals(2, citations.collections().size());
    }

    @Test
    void aCorrectedRecordIsTakenOverOnRequest() {
        Citation saved = save(PASSAGE, "", mine);
        DocumentRecord corrected = Samples.report().withTitle(Samples.told("The right title"));

        assertEquals(1, citations.renew(Samples.id(1), corrected, "moved/file.pdf"));

        CitedWork work = citations.find(saved.id()).orElseThrow().work();
        assertEquals("The right title", work.title());
        assertEquals("moved/file.pdf", work.path());
        assertEquals(0, citations.renew(Samples.id(2), corrected, PATH));
    }

    @Test
    void timesTellWhenSavedAndChanged() {
        Instant[] now = {Instant.parse("2024-05-01T10:00:00Z")};
        Citations timed = new Citations(database, () -> now[0]);
        Citation saved = timed.save(Samples.id(3), Samples.report(), PATH, null, "", mine);
        now[0] = Instant.parse("2024-05-02T10:00:00Z");

        Citation edited = timed.editNote(saved.id(), "later").orElseThrow();

        assertEquals(Instant.parse("2024-05-01T10:00:00Z"), edited.created());
        assertEquals(now[0], edited.changed());
    }

    @Test
    void hostileTextComesBackAsItWas() {
        String text = "'; drop table citation; -- :note \" <script>alert(1)</script> 党校 \uD83C\uDF0D \u0000 end";
        Citation saved = citations.save(
                Samples.id(4),
                Samples.record(text, List.of(text), null, text, text, text),
                text,
                new Passage(text, 0, text.length(), 1, 1),
                text,
                mine);

        assertEquals(text, saved.work().title());
        assertEquals(List.of(text), saved.work().creators());
        assertEquals(new Passage(text, 0, text.length(), 1, 1), saved.passage());
        assertEquals(text, saved.note());
        assertEquals(text, citations.createCollection(text).name());
    }

    private List<String> names() {
        return citations.collections().stream().map(CitationCollection::name).toList();
    }
}
