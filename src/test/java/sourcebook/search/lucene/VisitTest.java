package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.Layer;
import sourcebook.search.RecoveringSearchEngine;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// All that matches, one after the other: the same documents, hits and order as a result list has.
class VisitTest {
    private static final int MANY = 1_000;

    @TempDir
    Path folder;

    private SearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void fill(Random random, int documents) {
        for (int i = 0; i < documents; i++) {
            String date = random.nextInt(4) == 0 ? null : "201" + random.nextInt(3) + "-0" + (1 + random.nextInt(3));
            DocumentRecord record = Samples.record("Title " + i, date, random.nextBoolean() ? "Herald" : null);
            DocumentText text =
                    DocumentText.of("peace ".repeat(1 + random.nextInt(5)) + "word ".repeat(random.nextInt(9)));
            int story = random.nextInt(20);
            engine.put(
                    story < 6
                            ? Samples.copy("d" + i, "s" + story, record, text)
                            : Samples.document("d" + i, record, text));
            if (random.nextInt(25) == 0) {
                engine.commit(i + 1);
            }
        }
        engine.commit(documents + 1);
        engine.remove(Samples.id("d3"));
        engine.commit(documents + 2);
    }

    @Test
    void whatIsVisitedIsTheWholeResultList() {
        long seed = System.nanoTime();
        fill(new Random(seed), 150);
        for (Sort sort : Sort.values()) {
            for (boolean stories : new boolean[] {false, true}) {
                for (Map<Facet, Set<String>> chosen :
                        List.of(Map.<Facet, Set<String>>of(), Map.of(Facet.SOURCE, Set.of("Herald")))) {
                    SearchRequest request = SearchRequest.of("peace")
                            .withSort(sort)
                            .withStories(stories)
                            .withRefinements(chosen)
                            .withSnippets(0)
                            .withCountHits(true);
                    SearchResult all = engine.search(request.withPage(0, MANY));
                    List<DocumentId> visited = new ArrayList<>();
                    long[] hits = {0};
                    engine.visit(request.withPage(3, 2), match -> {
                        visited.add(match.result().id());
                        hits[0] += match.hits().size();
                        assertEquals(match.result().hitCount(), match.hits().size());
                        assertEquals(engine.hits(match.result().id(), "peace"), match.hits());
                        assertTrue(match.text(Layer.TEXT).startsWith("peace"));
                        assertEquals("", match.text(Layer.FURNITURE));
                        return true;
                    });
                    String of = "seed " + seed + ", " + request;
                    assertEquals(
                            all.results().stream().map(SearchResult.Result::id).toList(), visited, of);
                    assertEquals(all.total(), visited.size(), of);
                    assertEquals(all.hitCount(), hits[0], of);
                }
            }
        }
    }

    @Test
    void theVisitorEndsIt() {
        fill(new Random(1), 20);
        List<String> seen = new ArrayList<>();
        engine.visit(SearchRequest.of("peace"), match -> {
            seen.add(match.result().title());
            return seen.size() < 3;
        });
        assertEquals(3, seen.size());
    }

    @Test
    void itSeesTheArchiveAsItWasWhenItBegan() {
        fill(new Random(1), 20);
        List<String> seen = new ArrayList<>();
        engine.visit(SearchRequest.of("peace"), match -> {
            engine.remove(match.result().id());
            engine.commit(100 + seen.size());
            seen.add(match.result().title());
            return true;
        });
        assertEquals(19, seen.size());
        assertEquals(0, engine.size());
    }

    @Test
    void whatGoesWrongInTheVisitorIsItsOwn() {
        fill(new Random(1), 20);
        IllegalStateException own = new IllegalStateException("the connection is closed");
        assertSame(
                own,
                assertThrows(
                        IllegalStateException.class,
                        () -> engine.visit(SearchRequest.of("peace"), _ -> {
                            throw own;
                        })));
        assertEquals(19, engine.search(SearchRequest.of("")).total());
    }

    @Test
    void anInterruptedThreadReadsToTheEndAndHarmsNobody() {
        fill(new Random(1), 20);
        try (SearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
            int[] seen = {0};
            Thread.currentThread().interrupt();
            reader.visit(SearchRequest.of("peace"), match -> {
                assertTrue(Thread.currentThread().isInterrupted(), "the visitor sees it");
                seen[0] += match.hits().isEmpty() ? 0 : 1;
                return true;
            });
            assertTrue(Thread.interrupted());
            assertEquals(19, seen[0]);
            assertEquals(19, reader.search(SearchRequest.of("peace")).total());
            assertFalse(reader.recover());
        }
    }

    @Test
    void throughTheEngineThatRecoversToo() {
        engine.close();
        engine = new RecoveringSearchEngine(() -> LuceneSearchEngine.open(folder, 16));
        fill(new Random(1), 20);
        int[] seen = {0};
        engine.visit(SearchRequest.of("peace"), _ -> ++seen[0] > 0);
        assertEquals(19, seen[0]);
    }
}
