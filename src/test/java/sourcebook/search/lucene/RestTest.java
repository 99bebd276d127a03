package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.FacetColumns;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// What many commits have left in pieces is made one, and nothing else changes by it.
class RestTest {
    private static final int COMMITS = 5;
    private static final SearchRequest QUESTION =
            SearchRequest.of("\"of the peace\"").withCountHits(true);

    @TempDir
    Path folder;

    private static SearchEngine filled(Path folder) {
        SearchEngine engine = LuceneSearchEngine.open(folder, 16);
        for (int i = 1; i <= COMMITS; i++) {
            engine.put(Samples.document("d" + i, "The treaty of the peace, part " + i + ", of the peace."));
            engine.put(Samples.document("twice", "Of the peace " + i + " times."));
            engine.commit(i);
        }
        return engine;
    }

    private static List<String> shown(SearchResult result) {
        return result.results().stream()
                .map(one -> one.id() + " " + one.hitCount() + " " + one.snippets())
                .toList();
    }

    private static int segments(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.leaves().size();
        }
    }

    @Test
    void anIndexAtRestIsOneSegmentWithTheSameAnswers() throws IOException {
        try (SearchEngine engine = filled(folder)) {
            assertTrue(segments(folder) > 1);
            var before = engine.search(QUESTION);
            engine.settle();
            assertEquals(1, segments(folder));
            var after = engine.search(QUESTION);
            assertEquals(shown(before), shown(after)); // scores may differ: removed documents counted in them
            assertEquals(2L * COMMITS + 1, after.hitCount());
            assertEquals(before.hitCount(), after.hitCount());
            assertEquals(before.facets(), after.facets());
            assertEquals(COMMITS, engine.committedSequence());
        }
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            assertEquals(COMMITS, engine.committedSequence());
            assertEquals(COMMITS + 1, engine.size());
        }
    }

    @Test
    void whatIsNotCommittedIsNotCommittedByRest() throws IOException {
        try (SearchEngine engine = filled(folder)) {
            engine.put(Samples.document("later", "Of the peace, later."));
            engine.settle();
            assertTrue(segments(folder) > 1);
        }
        try (SearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
            assertEquals(COMMITS + 1, reader.size());
        }
    }

    @Test
    void whoReadsFromAnotherProcessReadsOn() throws IOException {
        try (SearchEngine engine = filled(folder);
                SearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
            long hits = reader.search(QUESTION).total();
            engine.settle();
            assertEquals(hits, reader.search(QUESTION).total());
        }
    }

    @Test
    void anIndexComesToRestByItself() throws Exception {
        IndexFolder.Opened opened = IndexFolder.open(folder, 16, FacetColumns.NONE);
        try (Directory _ = opened.directory();
                IndexWriter writer = opened.writer();
                Rest rest = new Rest(folder, writer, writer::commit, new Trust(folder), Duration.ofMillis(20))) {
            for (int i = 1; i <= COMMITS; i++) {
                rest.filled();
                writer.addDocument(
                        IndexSchema.document(Samples.document("d" + i, "The peace " + i), FacetColumns.NONE));
                writer.commit();
            }
            assertTrue(segments(folder) > 1, "nothing rests before it is said to be committed");
            rest.committed();
            Instant late = Instant.now().plusSeconds(60);
            while (segments(folder) > 1) {
                assertTrue(Instant.now().isBefore(late), "it never came to rest");
                Thread.sleep(10);
            }
        }
    }

    @Test
    void aMergeThatTripsOverADamagedFileLetsTheNextStartReadAll() throws IOException {
        filled(folder).close();
        assertTrue(Files.exists(folder.resolve(Checksums.LIST)));
        turnAByte();
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            assertEquals(COMMITS, engine.committedSequence());
            engine.settle();
        }
        assertFalse(Files.exists(folder.resolve(Checksums.LIST)));
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            assertEquals(0, engine.committedSequence(), "it is to be filled again");
        }
    }

    /// Within a word of a segment, which nothing reads that opens it, without a trace in the file's time.
    private void turnAByte() throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(folder)) {
            segment = files.filter(file -> file.toString().endsWith(".cfs"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        FileTime written = Files.getLastModifiedTime(segment);
        byte[] bytes = Files.readAllBytes(segment);
        int word = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("peace");
        assertTrue(word > 0);
        bytes[word] ^= 1;
        Files.write(segment, bytes);
        Files.setLastModifiedTime(segment, written);
    }

    @Test
    void aClosedIndexIsLeftAlone() throws IOException {
        SearchEngine engine = filled(folder);
        engine.close();
        engine.settle();
        assertTrue(segments(folder) > 1);
    }
}
