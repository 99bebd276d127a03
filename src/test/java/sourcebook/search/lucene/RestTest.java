package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aClosedIndexIsLeftAlone() throws IOException {
        SearchEngine engine = filled(folder);
        engine.close();
        engine.settle();
        assertTrue(segments(folder) > 1);
    }
}
