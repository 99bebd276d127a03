package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.IndexDamagedException;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Bytes that turn in the files of an index: what is found is right, or the index is empty and will be filled again.
class IndexDamageTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("sourcebook.test.rounds.damage", 60);
    private static final int DOCUMENTS = 40;
    private static final List<String> QUERIES =
            List.of("", "peace", "\"of the\"", "govern*", "treaty nation NOT war", "title:peace", "year:2012..2014");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<IndexedDocument> documents = new ArrayList<>();
    private Path good = Path.of("");
    private List<String> right = List.of();

    private static SearchEngine open(Path index) {
        return LuceneSearchEngine.open(index, 16);
    }

    @BeforeEach
    void fill() {
        good = folder.resolve("good");
        RandomCorpus corpus = new RandomCorpus(random);
        try (SearchEngine engine = open(good)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                IndexedDocument document = corpus.document("d" + i);
                documents.add(document);
                engine.put(document);
                if (i % 15 == 3) {
                    engine.commit(i);
                    engine.remove(Samples.id("d" + (i - 1)));
                }
            }
            engine.commit(DOCUMENTS);
            right = answers(engine);
        }
    }

    private List<String> answers(SearchEngine engine) {
        List<String> answers = new ArrayList<>();
        for (String query : QUERIES) {
            SearchResult result =
                    engine.search(SearchRequest.of(query).withPage(0, DOCUMENTS).withCountHits(true));
            answers.add(result.total() + " " + result.hitCount() + " " + result.results() + " " + result.facets());
            for (IndexedDocument document : documents) {
                answers.add(engine.hits(document.id(), query).toString());
            }
        }
        return answers;
    }

    @Test
    void aTurnedByteEmptiesTheIndexOrDoesNoHarm() throws IOException {
        int emptied = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path index = copy("turned" + round);
            Path victim = turn(index);
            String where = "seed " + SEED + ", round " + round + ", " + victim.getFileName();
            try (SearchEngine reader = LuceneSearchEngine.openReadOnly(index)) {
                assertTrue(reader.size() == 0 || answers(reader).equals(right), where);
            }
            try (SearchEngine engine = open(index)) {
                if (victim.endsWith(Checksums.LIST)) {
                    assertEquals(right, answers(engine), where);
                    continue;
                }
                emptied++;
                assertEquals(0, engine.committedSequence(), where);
                assertEquals(0, engine.size(), where);
                documents.forEach(engine::put);
                engine.commit(1);
                assertEquals(DOCUMENTS, engine.size(), where);
            }
            try (SearchEngine engine = open(index)) {
                assertEquals(1, engine.committedSequence(), where);
            }
        }
        assertTrue(emptied > 0, "seed " + SEED);
    }

    /// A disk's own fault leaves the file's time: what trips over it says so, and the next start finds it.
    @Test
    void aByteTurnedUnseenIsFoundAtTheNextStartOnceItWasTrippedOver() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Path index = copy("unseen" + round);
            Path victim = turn(index, true);
            String where = "seed " + SEED + ", round " + round + ", " + victim.getFileName();
            boolean tripped = false;
            try (SearchEngine engine = open(index)) {
                answers(engine);
            } catch (IndexDamagedException damaged) {
                tripped = true;
                assertTrue(damaged.getMessage().endsWith("the next time."), damaged.getMessage());
            }
            if (tripped) {
                assertFalse(Files.exists(index.resolve(Checksums.LIST)), where);
                try (SearchEngine engine = open(index)) {
                    assertEquals(0, engine.committedSequence(), where);
                }
            }
        }
    }

    @Test
    void anUnchangedIndexIsNotEmptiedNeitherAfterACrash() throws IOException {
        Path index = copy("crashed");
        Files.delete(index.resolve(Checksums.LIST));
        for (int start = 0; start < 3; start++) {
            try (SearchEngine engine = open(index)) {
                assertEquals(DOCUMENTS, engine.committedSequence());
                assertEquals(right, answers(engine));
            }
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidInASentence() throws IOException {
        Path index = copy("unwritable");
        try (SearchEngine engine = open(index)) {
            engine.put(documents.getFirst());
            for (Path file : files(index)) {
                Files.delete(file);
            }
            Files.delete(index.resolve(IndexWriter.WRITE_LOCK_NAME));
            IndexDamagedException damaged = assertThrows(IndexDamagedException.class, () -> engine.commit(99));
            assertTrue(damaged.getMessage().startsWith("The index in "), damaged.getMessage());
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (Path file : files(good)) {
            Path copied = copy.resolve(file.getFileName());
            Files.copy(file, copied);
            Files.setLastModifiedTime(copied, Files.getLastModifiedTime(file));
        }
        return copy;
    }

    private Path turn(Path index) throws IOException {
        return turn(index, false);
    }

    /// Turns one byte of one file.
    private Path turn(Path index, boolean unseen) throws IOException {
        List<Path> files = files(index);
        Path victim = files.get(random.nextInt(files.size()));
        FileTime before = Files.getLastModifiedTime(victim);
        try (RandomAccessFile file = new RandomAccessFile(victim.toFile(), "rw")) {
            long at = random.nextLong(file.length());
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ (1 + random.nextInt(255)));
        }
        Files.setLastModifiedTime(victim, unseen ? before : FileTime.fromMillis(before.toMillis() + 5_000));
        return victim;
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }
}
