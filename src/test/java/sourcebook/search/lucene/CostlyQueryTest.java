package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.FoundHits;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// Queries that stand for very many words, or whose words are everywhere.
class CostlyQueryTest {
    private static final int DOCUMENTS = 60;
    private static final int WORDS = 400;

    @TempDir
    private Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void fill() {
        engine = LuceneSearchEngine.open(folder, 16);
        Random random = new Random(7);
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = IntStream.range(0, WORDS)
                    .mapToObj(_ -> random.nextInt(3) == 0 ? "war" : "w" + random.nextInt(100_000))
                    .collect(Collectors.joining(" "));
            engine.put(
                    Samples.document("text" + i, Samples.record(null, null, null), DocumentText.of(text + " dr" + i)));
        }
        engine.commit(1);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /// Far more terms than are held open at once, in windows of documents: still every word is counted.
    @Test
    void everyWordOfAWidePatternIsCounted() {
        for (String query : new String[] {"w*", "/w.*/", "*w*"}) {
            SearchResult result =
                    engine.search(SearchRequest.of(query).withCountHits(true).withPatience(Duration.ofMinutes(5)));
            assertNull(result.incomplete(), query);
            assertEquals(DOCUMENTS, result.total(), query);
            assertEquals((long) DOCUMENTS * WORDS, result.hitCount(), query);
            assertEquals(WORDS, result.results().getFirst().hitCount(), query);
        }
    }

    /// Without any time, what is found is no number of its own: it is said to be at least.
    @ParameterizedTest
    @ValueSource(strings = {"*w*", "/.*/", "war NOT *w*", "\"war * w*\"", "\"w* war w*\"~500"})
    void whatIsBrokenOffSaysSo(String query) {
        SearchResult whole =
                engine.search(SearchRequest.of(query).withCountHits(true).withPatience(Duration.ofMinutes(5)));
        SearchResult broken =
                engine.search(SearchRequest.of(query).withCountHits(true).withPatience(Duration.ZERO));
        assertNull(whole.incomplete());
        assertNotNull(broken.incomplete());
        assertTrue(broken.total() <= whole.total(), broken.total() + " of " + whole.total());
        assertTrue(broken.hitCount() <= whole.hitCount(), broken.hitCount() + " of " + whole.hitCount());
        assertTrue(broken.offers().isEmpty());
    }

    /// In one document, too: no hits is then not said to be all.
    @ParameterizedTest
    @ValueSource(strings = {"*w*", "/.*/", "\"war * w*\"", "\"w* war w*\"~500"})
    void inOneDocumentWhatIsBrokenOffSaysSo(String query) {
        DocumentId document = Samples.id("text3");
        FoundHits whole = engine.hits(document, query, Duration.ofMinutes(5));
        FoundHits broken = engine.hits(document, query, Duration.ZERO);
        assertNull(whole.incomplete());
        assertEquals(engine.hits(document, query), whole.hits());
        assertFalse(whole.hits().isEmpty());
        assertNotNull(broken.incomplete());
        FoundHits plain = engine.hits(document, "war", Duration.ZERO);
        assertNull(plain.incomplete());
        assertEquals(engine.hits(document, "war"), plain.hits());
    }

    /// The matching itself ends when nobody waits for it, without a document having been shown.
    @ParameterizedTest
    @ValueSource(strings = {"*w*", "\"war * w*\"", "\"w* war w*\"~500", "war"})
    void whatNobodyWaitsForEnds(String query) {
        SearchRequest request = SearchRequest.of(query).withPatience(Duration.ofMinutes(5));
        assertThrows(CancellationException.class, () -> engine.search(request, () -> false));
        assertThrows(CancellationException.class, () -> engine.matching(request, null, () -> false));
        assertThrows(
                CancellationException.class,
                () -> engine.visit(
                        request,
                        match -> {
                            throw new AssertionError("shown: " + match.result().path());
                        },
                        () -> false));
        assertEquals(DOCUMENTS, engine.search(request).total(), "the engine goes on");
    }

    /// Whoever goes away while hits are read is given no fewer hits than there are, but none.
    @Test
    void noVisitorIsGivenFewerHitsThanThereAre() {
        AtomicBoolean waits = new AtomicBoolean(true);
        List<Integer> counts = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> engine.visit(
                        SearchRequest.of("*w*").withSort(Sort.NEWEST),
                        match -> {
                            counts.add(match.hits().size());
                            waits.set(counts.size() < 3);
                            return true;
                        },
                        waits::get));
        assertTrue(counts.size() >= 3);
        counts.forEach(count -> assertEquals(WORDS, count));
    }

    /// Ten parts that may stand at the same places: once each more of them doubled the ways to be tried.
    @Test
    void partsThatWantTheSamePlacesAreFoundInTime() {
        String parts = IntStream.range(0, 10).mapToObj(_ -> "w*").collect(Collectors.joining(" "));
        SearchResult result = engine.search(
                SearchRequest.of('"' + parts + "\"~500").withCountHits(true).withPatience(Duration.ofMinutes(5)));
        assertNull(result.incomplete());
        assertEquals(DOCUMENTS, result.total());
    }

    @Test
    void plainWordsAreNeverBrokenOff() {
        SearchResult result = engine.search(SearchRequest.of("war \"war war\" OR dr7")
                .withCountHits(true)
                .withPatience(Duration.ZERO)
                .withSnippets(0));
        assertNull(result.incomplete());
        assertEquals(DOCUMENTS, result.total());
    }

    @Test
    void aThousandAlternativesAreRead() {
        String alternatives = IntStream.range(0, 1_000).mapToObj(i -> "dr" + i).collect(Collectors.joining("|"));
        SearchResult quoted =
                engine.search(SearchRequest.of("\"(" + alternatives + ")\"").withCountHits(true));
        assertEquals(DOCUMENTS, quoted.total());
        assertEquals((long) DOCUMENTS, quoted.hitCount());
        SearchResult plain = engine.search(
                SearchRequest.of(alternatives.replace("|", " OR ")).withCountHits(true));
        assertEquals(DOCUMENTS, plain.total());
    }
}
