package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// Holds an engine's answer against that of a scan: totals, documents, order, hits, marks and facet counts.
final class SearchComparison {
    /// Of so many documents that are shown, the hits of one are asked for by themselves.
    private static final int ASKED_OF = 8;

    private final LuceneSearchEngine engine;
    private final LinearScan scan;
    private final SearchProperties properties;

    SearchComparison(LuceneSearchEngine engine, LinearScan scan) {
        this.engine = engine;
        this.scan = scan;
        properties = new SearchProperties(engine);
    }

    /// @return number of hits
    /// @throws AssertionError where they differ
    long compare(SearchRequest request) {
        Query query = RandomCorpus.parsed(request).query();
        List<IndexedDocument> anywhere = scan.matching(query);
        List<IndexedDocument> matching = anywhere.stream()
                .filter(document -> ScannedFacets.chosen(document, request, null))
                .toList();
        List<IndexedDocument> stories = LinearScan.shown(matching);
        List<IndexedDocument> wanted = request.stories() ? stories : matching;
        SearchResult result = engine.search(request);
        assertEquals(ids(wanted, request.sort()), order(result, request.sort()), "documents");
        assertEquals(wanted.size(), result.total(), "total");
        assertEquals(matching.size(), result.copies(), "copies");
        assertEquals(stories.size(), result.stories(), "stories");
        hits(query, request, matching, result);
        for (Facet facet : RandomCorpus.COLUMNS.all()) {
            assertEquals(
                    ScannedFacets.counts(facet, anywhere, request),
                    counts(result.facets().getOrDefault(facet, List.of())),
                    "counts of " + facet.key());
        }
        assertEquals(ScannedFacets.months(anywhere, request), counts(result.months()), "counts of months");
        furniture(request, result);
        properties.hold(request, result);
        return result.hitCount() == null ? 0 : result.hitCount();
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }

    private void hits(Query query, SearchRequest request, List<IndexedDocument> matching, SearchResult result) {
        Map<DocumentId, SearchResult.Result> results = new HashMap<>();
        result.results().forEach(one -> results.put(one.id(), one));
        Map<DocumentId, List<Hit>> visited = properties.visited(request, result);
        long places = 0;
        for (IndexedDocument document : matching) {
            List<Hit> hits = scan.hits(document, query);
            SearchProperties.apart(hits);
            SearchResult.Result one = results.get(document.id());
            if (one != null) {
                places += hits.size();
                assertEquals(hits, visited.get(document.id()), "hits in " + document.path());
                assertEquals(hits.size(), one.hitCount(), "number of hits in " + document.path());
                SnippetComparison.compare(document, hits, one.snippets(), request.snippets());
                SearchProperties.title(document, one);
                copies(document, matching, one.story());
            }
            if (one == null || Math.floorMod(document.id().hashCode(), ASKED_OF) == 0) {
                assertEquals(hits, engine.hits(document.id(), request.query()), "hits asked in " + document.path());
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

    private void furniture(SearchRequest request, SearchResult result) {
        Optional<String> asked = RandomCorpus.parsed(request).inFurniture();
        if (asked.isPresent()) {
            Query query = RandomCorpus.parsed(request.withQuery(asked.get())).query();
            List<IndexedDocument> found = scan.matching(query, request);
            assertEquals(
                    request.stories() ? LinearScan.shown(found).size() : found.size(),
                    result.inFurniture(),
                    "in furniture");
        }
    }
}
