package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

class IndexDurabilityTest {
    private static final int BUFFER_MEGABYTES = 16;

    @TempDir
    Path folder;

    private LuceneSearchEngine open() {
        return LuceneSearchEngine.open(folder, BUFFER_MEGABYTES);
    }

    private void fill() {
        try (LuceneSearchEngine engine = open()) {
            engine.put(Samples.document("a", "peace"));
            engine.put(Samples.document("b", "war"));
            engine.commit(7);
        }
    }

    @Test
    void theSequenceSurvivesAndWhatWasNotCommittedDoesNot() {
        try (LuceneSearchEngine engine = open()) {
            assertEquals(0, engine.committedSequence());
            engine.put(Samples.document("a", "peace"));
            assertEquals(0, engine.size());
            engine.commit(7);
            assertEquals(1, engine.size());
            engine.put(Samples.document("b", "war"));
        }
        try (LuceneSearchEngine engine = open()) {
            assertEquals(7, engine.committedSequence());
            assertEquals(1, engine.size());
            engine.commit(9);
        }
        try (LuceneSearchEngine engine = open()) {
            assertEquals(9, engine.committedSequence());
            engine.clear();
            assertEquals(0, engine.committedSequence());
            assertEquals(0, engine.size());
        }
    }

    @Test
    void anotherSchemaIsEmptied() throws IOException {
        fill();
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("schema", "0", "sequence", "7").entrySet());
            writer.commit();
        }
        try (LuceneSearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
            assertEquals(0, reader.size());
            assertTrue(reader.refusal().orElseThrow().contains("another version"));
        }
        try (LuceneSearchEngine engine = open()) {
            assertEquals(0, engine.committedSequence());
            assertEquals(0, engine.size());
            assertTrue(engine.refusal().isEmpty());
        }
    }

    @Test
    void anyTruncatedFileIsSurvived() throws IOException {
        fill();
        for (Path victim : files()) {
            try (FileChannel channel = FileChannel.open(victim, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
            try (LuceneSearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
                assertEquals(0, reader.search(SearchRequest.of("peace")).total(), victim.toString());
            }
            try (LuceneSearchEngine engine = open()) {
                assertEquals(0, engine.committedSequence(), victim.toString());
                assertEquals(0, engine.size(), victim.toString());
                engine.put(Samples.document("a", "peace"));
                engine.commit(1);
                assertEquals(1, engine.search(SearchRequest.of("peace")).total());
            }
            for (Path file : files()) {
                Files.delete(file);
            }
            fill();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME) && !file.endsWith(Checksums.LIST))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aReaderSeesTheCommitsOfTheWriter() {
        Path none = folder.resolve("none");
        try (LuceneSearchEngine reader = LuceneSearchEngine.openReadOnly(none)) {
            assertEquals(0, reader.size());
            assertTrue(reader.refusal().isEmpty(), "there is none yet");
            assertEquals(0, reader.search(SearchRequest.of("peace")).total());
            assertEquals(0, reader.committedSequence());
            assertTrue(Files.notExists(none), "looking makes no folder");
            try (LuceneSearchEngine writer = LuceneSearchEngine.open(none, BUFFER_MEGABYTES)) {
                writer.put(Samples.document("a", "peace"));
                assertEquals(0, reader.size());
                writer.commit(1);
                assertEquals(1, reader.search(SearchRequest.of("peace")).total());
                writer.put(Samples.document("b", "peace"));
                writer.commit(2);
                assertEquals(2, reader.size());
                assertEquals(2, reader.committedSequence());
            }
            assertThrows(IllegalStateException.class, () -> reader.put(Samples.document("c", "war")));
        }
    }

    @Test
    void oneProcessFills() {
        try (LuceneSearchEngine first = open()) {
            assertEquals(0, first.size());
            assertThrows(IllegalStateException.class, this::open);
        }
    }

    @Test
    void pagingReachesTheLastDocumentWithoutRepeats() {
        int documents = 12_000;
        int page = 700;
        try (LuceneSearchEngine engine = open()) {
            for (int i = 0; i < documents; i++) {
                String date = i % 3 == 0 ? null : (1900 + i % 100) + "-01-01";
                engine.put(Samples.document(
                        "d" + i, Samples.record(null, date, null), DocumentText.of("peace and the number " + i % 10)));
            }
            engine.commit(documents);
            for (Sort sort : Sort.values()) {
                Set<DocumentId> seen = new HashSet<>();
                for (int offset = 0; offset < documents; offset += page) {
                    SearchResult result = engine.search(SearchRequest.of("peace")
                            .withSort(sort)
                            .withSnippets(0)
                            .withFacets(false)
                            .withPage(offset, page));
                    assertEquals(documents, result.total());
                    result.results().forEach(one -> assertTrue(seen.add(one.id()), "repeated: " + one.path()));
                }
                assertEquals(documents, seen.size(), sort.toString());
            }
            SearchResult beyond = engine.search(SearchRequest.of("peace").withPage(documents, 10));
            assertEquals(List.of(), beyond.results());
            assertEquals(
                    documents,
                    engine.search(SearchRequest.of("peace").withPage(0, 0).withCountHits(true))
                            .hitCount());
        }
    }
}
