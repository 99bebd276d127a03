package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Query;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// Holds an engine's answer against that of a scan: totals, documents, order, hits, marks and facet counts.
final class SearchComparison {
    private final LuceneSearchEngine engine;
    private final LinearScan scan;

    SearchComparison(LuceneSearchEngine engine, LinearScan scan) {
        this.engine = engine;
        this.scan = scan;
    }

    /// @throws AssertionError where they differ
    void compare(SearchRequest request) {
        Query query = QueryParser.parse(request.query()).query();
        List<IndexedDocument> matching = scan.matching(query, request);
        List<IndexedDocument> stories = LinearScan.shown(matching);
        List<IndexedDocument> wanted = request.stories() ? stories : matching;
        SearchResult result = engine.search(request);
        assertEquals(ids(wanted, request.sort()), order(result, request.sort()), "documents");
        assertEquals(wanted.size(), result.total(), "total");
        assertEquals(matching.size(), result.copies(), "copies");
        assertEquals(stories.size(), result.stories(), "stories");
        hits(query, request, matching, result);
        for (Facet facet : Facet.BUILT_IN) {
            Map<String, Long> counts = new TreeMap<>();
            for (FacetValue value : result.facets().get(facet)) {
                counts.put(value.value(), value.count());
            }
            assertEquals(
                    ScannedFacets.counts(facet, scan.matching(query), request), counts, "counts of " + facet.key());
        }
        ranks(request, result, matching);
        pages(request, result);
        furniture(request, result);
    }

    private void hits(Query query, SearchRequest request, List<IndexedDocument> matching, SearchResult result) {
        Map<DocumentId, SearchResult.Result> results = new HashMap<>();
        result.results().forEach(one -> results.put(one.id(), one));
        long places = 0;
        for (IndexedDocument document : matching) {
            List<Hit> hits = scan.hits(document, query);
            assertEquals(hits, engine.hits(document.id(), request.query()), "hits in " + document.path());
            SearchResult.Result one = results.get(document.id());
            if (one != null) {
                places += hits.size();
                assertEquals(hits.size(), one.hitCount(), "number of hits in " + document.path());
                SnippetComparison.compare(document, hits, one.snippets(), request.snippets());
                copies(document, matching, one.story());
            }
        }
        assertEquals(places, result.hitCount(), "number of hits");
    }

    private static List<DocumentId> order(SearchResult result, Sort sort) {
        Stream<DocumentId> ids = result.results().stream().map(SearchResult.Result::id);
        return (sort == Sort.RELEVANCE ? ids.sorted() : ids).toList();
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

    /// By relevance the best come first, equals by id, and a story is as good as the best of its copies.
    private void ranks(SearchRequest request, SearchResult result, List<IndexedDocument> matching) {
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
                "order");
        if (request.stories()) {
            Map<DocumentId, String> storyOf = new HashMap<>();
            matching.forEach(document -> storyOf.put(document.id(), LinearScan.storyOf(document)));
            Map<String, Double> best = new HashMap<>();
            for (SearchResult.Result copy :
                    engine.search(request.withStories(false)).results()) {
                best.merge(storyOf.getOrDefault(copy.id(), ""), copy.score(), Math::max);
            }
            result.results().forEach(one -> assertEquals(best.get(storyOf.get(one.id())), one.score(), 1e-6, "score"));
        }
    }

    /// Pages, read to the last, give the same results as all at once.
    private void pages(SearchRequest request, SearchResult result) {
        int length = 1 + result.results().size() / 4;
        List<DocumentId> paged = new ArrayList<>();
        SearchRequest plain = request.withCountHits(false).withFacets(false);
        for (int from = 0; from <= result.total(); from += length) {
            SearchResult page = engine.search(plain.withPage(from, length));
            assertEquals(result.total(), page.total(), "total of a page");
            page.results().forEach(one -> paged.add(one.id()));
        }
        assertEquals(result.results().stream().map(SearchResult.Result::id).toList(), paged, "pages");
        assertEquals(result.total(), engine.search(plain.withPage(0, 0)).total(), "total alone");
    }

    private static void copies(
            IndexedDocument document, List<IndexedDocument> matching, SearchResult.@Nullable StoryCopies story) {
        if (document.story() == null) {
            assertNull(story, "story");
            return;
        }
        List<IndexedDocument> copies = matching.stream()
                .filter(other -> document.story().equals(other.story()))
                .toList();
        assertEquals(
                new SearchResult.StoryCopies(
                        document.story(),
                        copies.size(),
                        ScannedFacets.known(Facet.SOURCE, copies).size(),
                        ScannedFacets.known(Facet.PUBLISHED_IN, copies)),
                story,
                "copies of a story");
    }

    /// The number beside the result is what asking for the furniture gives.
    private void furniture(SearchRequest request, SearchResult result) {
        Optional<String> asked = QueryParser.parse(request.query()).inFurniture();
        assertEquals(asked.isPresent(), result.inFurniture() != null, "whether the furniture is asked");
        if (asked.isPresent()) {
            SearchRequest other = request.withQuery(asked.get())
                    .withPage(0, 0)
                    .withFacets(false)
                    .withCountHits(false);
            List<IndexedDocument> found =
                    scan.matching(QueryParser.parse(asked.get()).query(), other);
            assertEquals(
                    request.stories() ? LinearScan.shown(found).size() : found.size(),
                    result.inFurniture(),
                    "in furniture");
            assertEquals(result.inFurniture(), engine.search(other).total(), "found in furniture");
        }
    }
}
