package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Layer;
import sourcebook.search.Query;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Snippet;
import sourcebook.search.Sort;

/// Random queries to random corpora: the engine's totals, documents, order, hits, marks and facet counts equal those
/// of a scan that reads every text. `-Dsourcebook.test.seed` repeats a run, `-Dsourcebook.test.rounds.search` sets its
/// length.
class SearchOracleTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int QUERIES = Integer.getInteger("sourcebook.test.rounds.search", 300);
    private static final int QUERIES_A_CORPUS = 100;
    private static final int DOCUMENTS = 60;

    @TempDir
    Path folder;

    private String where = "";

    @Test
    void theEngineEqualsALinearScan() {
        for (int done = 0, corpus = 0; done < QUERIES; corpus++) {
            Random random = new Random(SEED + corpus);
            RandomCorpus source = new RandomCorpus(random);
            try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("c" + corpus), 16)) {
                List<IndexedDocument> documents = fill(engine, source, random);
                LinearScan scan = new LinearScan(documents);
                for (int i = 0; i < QUERIES_A_CORPUS && done < QUERIES; i++, done++) {
                    SearchRequest request = source.request(documents);
                    where = "seed " + SEED + ", corpus " + corpus + ", question " + i + ": " + request;
                    compare(engine, scan, request);
                }
            }
        }
    }

    /// Several commits, some documents replaced and some removed again.
    private static List<IndexedDocument> fill(LuceneSearchEngine engine, RandomCorpus source, Random random) {
        Map<DocumentId, IndexedDocument> documents = new HashMap<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            IndexedDocument document = source.document("d" + random.nextInt(DOCUMENTS));
            documents.put(document.id(), document);
            engine.put(document);
            if (random.nextInt(20) == 0) {
                engine.commit(i);
                DocumentId removed = Samples.id("d" + random.nextInt(DOCUMENTS));
                documents.remove(removed);
                engine.remove(removed);
            }
        }
        documents.put(Samples.id("last"), source.document("last"));
        engine.put(documents.get(Samples.id("last")));
        engine.commit(DOCUMENTS);
        return documents.values().stream()
                .sorted(Comparator.comparing(IndexedDocument::id))
                .toList();
    }

    private void compare(LuceneSearchEngine engine, LinearScan scan, SearchRequest request) {
        Query query = QueryParser.parse(request.query()).query();
        List<IndexedDocument> matching = scan.matching(query, request);
        List<IndexedDocument> stories = LinearScan.shown(matching);
        List<IndexedDocument> wanted = request.stories() ? stories : matching;
        SearchResult result = engine.search(request);
        assertEquals(wanted.size(), result.total(), where);
        assertEquals(matching.size(), result.copies(), where);
        assertEquals(stories.size(), result.stories(), where);
        assertEquals(ids(wanted, request.sort()), order(result, request.sort()), where);
        compareRanks(engine, request, result, matching);
        comparePages(engine, request, result);

        Map<DocumentId, SearchResult.Result> results = new HashMap<>();
        result.results().forEach(one -> results.put(one.id(), one));
        long places = 0;
        for (IndexedDocument document : matching) {
            List<Hit> hits = scan.hits(document, query);
            assertEquals(hits, engine.hits(document.id(), request.query()), where);
            SearchResult.Result one = results.get(document.id());
            if (one != null) {
                places += hits.size();
                assertEquals(hits.size(), one.hitCount(), where);
                compareSnippets(document, hits, one.snippets(), request.snippets());
                compareCopies(document, matching, one.story());
            }
        }
        assertEquals(places, result.hitCount(), where);
        for (Facet facet : Facet.BUILT_IN) {
            Map<String, Long> counts = new TreeMap<>();
            for (FacetValue value : result.facets().get(facet)) {
                counts.put(value.value(), value.count());
            }
            assertEquals(scan.facet(facet, query, request), counts, where + " " + facet);
        }
        compareFurniture(engine, scan, request, result);
    }

    private static List<DocumentId> order(SearchResult result, Sort sort) {
        Stream<DocumentId> ids = result.results().stream().map(SearchResult.Result::id);
        return (sort == Sort.RELEVANCE ? ids.sorted() : ids).toList();
    }

    /// By relevance the best come first, equals by id, and a story is as good as the best of its copies.
    private void compareRanks(
            LuceneSearchEngine engine, SearchRequest request, SearchResult result, List<IndexedDocument> matching) {
        if (request.sort() != Sort.RELEVANCE) {
            return;
        }
        Comparator<SearchResult.Result> ranks =
                Comparator.comparingDouble(SearchResult.Result::score).reversed();
        assertEquals(
                result.results().stream()
                        .sorted(ranks.thenComparing(SearchResult.Result::id))
                        .toList(),
                result.results(),
                where);
        Map<DocumentId, String> storyOf = new HashMap<>();
        matching.forEach(document -> storyOf.put(document.id(), LinearScan.storyOf(document)));
        Map<String, Double> best = new HashMap<>();
        for (SearchResult.Result copy :
                engine.search(request.withStories(false)).results()) {
            best.merge(storyOf.getOrDefault(copy.id(), ""), copy.score(), Math::max);
        }
        if (request.stories()) {
            result.results().forEach(one -> assertEquals(best.get(storyOf.get(one.id())), one.score(), 1e-6, where));
        }
    }

    /// Pages, read to the last, give the same results as all at once.
    private void comparePages(LuceneSearchEngine engine, SearchRequest request, SearchResult result) {
        int length = 1 + result.results().size() / 4;
        List<DocumentId> paged = new ArrayList<>();
        SearchRequest plain = request.withCountHits(false).withFacets(false);
        for (int from = 0; from <= result.total(); from += length) {
            SearchResult page = engine.search(plain.withPage(from, length));
            assertEquals(result.total(), page.total(), where);
            page.results().forEach(one -> paged.add(one.id()));
        }
        assertEquals(result.results().stream().map(SearchResult.Result::id).toList(), paged, where);
        assertEquals(result.total(), engine.search(plain.withPage(0, 0)).total(), where);
    }

    private void compareCopies(
            IndexedDocument document, List<IndexedDocument> matching, SearchResult.@Nullable StoryCopies story) {
        if (document.story() == null) {
            assertNull(story, where);
            return;
        }
        List<IndexedDocument> copies = matching.stream()
                .filter(other -> document.story().equals(other.story()))
                .toList();
        assertEquals(
                new SearchResult.StoryCopies(
                        document.story(),
                        copies.size(),
                        LinearScan.known(Facet.SOURCE, copies).size(),
                        LinearScan.known(Facet.PUBLISHED_IN, copies)),
                story,
                where);
    }

    /// The number beside the result is what asking for the furniture gives.
    private void compareFurniture(
            LuceneSearchEngine engine, LinearScan scan, SearchRequest request, SearchResult result) {
        Optional<String> asked = QueryParser.parse(request.query()).inFurniture();
        assertEquals(asked.isPresent(), result.inFurniture() != null, where);
        if (asked.isPresent()) {
            SearchRequest other = new SearchRequest(
                    asked.get(),
                    false,
                    request.refinements(),
                    request.years(),
                    request.sort(),
                    0,
                    0,
                    0,
                    false,
                    false,
                    request.stories());
            List<IndexedDocument> found =
                    scan.matching(QueryParser.parse(asked.get()).query(), other);
            assertEquals(
                    request.stories() ? LinearScan.shown(found).size() : found.size(), result.inFurniture(), where);
            assertEquals(result.inFurniture(), engine.search(other).total(), where);
        }
    }

    private static List<DocumentId> ids(List<IndexedDocument> documents, Sort sort) {
        Comparator<IndexedDocument> byDay = Comparator.comparingLong(
                document -> sort == Sort.NEWEST && document.record().date() != null
                        ? -LinearScan.day(document)
                        : LinearScan.day(document));
        Comparator<IndexedDocument> byId = Comparator.comparing(IndexedDocument::id);
        return documents.stream()
                .sorted(sort == Sort.RELEVANCE ? byId : byDay.thenComparing(byId))
                .map(IndexedDocument::id)
                .toList();
    }

    private void compareSnippets(IndexedDocument document, List<Hit> hits, List<Snippet> snippets, int most) {
        assertTrue(snippets.size() <= most, where);
        for (Layer layer : Layer.values()) {
            List<Hit> some = hits.stream().filter(hit -> hit.layer() == layer).toList();
            List<Snippet> cut =
                    snippets.stream().filter(one -> one.layer() == layer).toList();
            if (!some.isEmpty() || !cut.isEmpty()) {
                compareSnippets(
                        layer == Layer.TEXT
                                ? document.text().text()
                                : document.text().furniture(),
                        some,
                        cut);
            }
            if (!some.isEmpty() && (layer == Layer.TEXT || most > 1)) {
                assertFalse(cut.isEmpty(), where);
            }
        }
        if (hits.isEmpty()) {
            assertEquals(document.text().text().isBlank(), snippets.isEmpty(), where);
        }
    }

    private void compareSnippets(String text, List<Hit> hits, List<Snippet> snippets) {
        int free = 0;
        for (Snippet snippet : snippets) {
            assertTrue(snippet.start() >= free, where);
            free = snippet.end();
            List<Hit> inside = hits.stream()
                    .filter(hit -> hit.start() >= snippet.start() && hit.end() <= snippet.end())
                    .toList();
            long touching = hits.stream()
                    .filter(hit -> hit.start() < snippet.end() && hit.end() > snippet.start())
                    .count();
            assertEquals(inside.size(), touching, where + ": a hit is cut");
            assertEquals(hits.isEmpty(), inside.isEmpty(), where);
            if (!inside.isEmpty()) {
                assertEquals(inside.getFirst().page(), snippet.page(), where);
            }
            List<String> marked = new ArrayList<>();
            snippet.marks().forEach(mark -> marked.add(snippet.text().substring(mark.start(), mark.end())));
            assertEquals(
                    inside.stream()
                            .map(hit -> DocumentText.withoutBrokenWords(text.substring(hit.start(), hit.end()))
                                    .replaceAll("\\s+", " "))
                            .toList(),
                    marked,
                    where);
        }
    }
}
