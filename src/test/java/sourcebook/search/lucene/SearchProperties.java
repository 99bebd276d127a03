package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Layer;
import sourcebook.search.Offer;
import sourcebook.search.ParsedQuery;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Snippet;
import sourcebook.search.Sort;

/// What must agree among the answers of one engine, whatever was asked.
final class SearchProperties {
    private final LuceneSearchEngine engine;

    SearchProperties(LuceneSearchEngine engine) {
        this.engine = engine;
    }

    /// Some of them for each request: which is its query's choice.
    ///
    /// @param result of the request
    /// @throws AssertionError where answers differ among themselves
    void hold(SearchRequest request, SearchResult result) {
        switch (Math.floorMod(request.query().hashCode(), 4)) {
            case 0 -> pages(request, result);
            case 1 -> understood(request, result);
            case 2 -> furniture(request, result);
            default -> ranks(request, result);
        }
        refined(request, result);
        assertNull(result.incomplete(), "broken off");
        offered(result);
    }

    /// By relevance the best come first, equals by id, and a story is as good as the best of its copies.
    private void ranks(SearchRequest request, SearchResult result) {
        List<SearchResult.Result> results = result.results();
        if (request.sort() != Sort.RELEVANCE) {
            return;
        }
        for (int i = 1; i < results.size(); i++) {
            SearchResult.Result before = results.get(i - 1);
            SearchResult.Result one = results.get(i);
            assertTrue(
                    before.score() > one.score()
                            || (before.score() == one.score() && before.id().compareTo(one.id()) < 0),
                    "order of results");
        }
        if (request.stories()) {
            Map<String, Double> best = new HashMap<>();
            for (SearchResult.Result copy :
                    engine.search(request.withStories(false)).results()) {
                best.merge(story(copy), copy.score(), Math::max);
            }
            results.forEach(one -> assertEquals(best.get(story(one)), one.score(), 1e-6, "score of a story"));
        }
    }

    private static String story(SearchResult.Result result) {
        return result.story() == null ? result.id().value() : result.story().id();
    }

    /// Visiting shows the same documents in the same order.
    ///
    /// @return the hits of each, which lie in its text
    Map<DocumentId, List<Hit>> visited(SearchRequest request, SearchResult result) {
        List<SearchResult.Result> shown = new ArrayList<>();
        Map<DocumentId, List<Hit>> hits = new HashMap<>();
        engine.visit(request, match -> {
            SearchResult.Result one = match.result();
            shown.add(one);
            hits.put(one.id(), match.hits());
            for (Hit hit : match.hits()) {
                int length = match.text(hit.layer()).length();
                assertTrue(hit.start() < hit.end() && hit.end() <= length, "a hit outside the text");
            }
            return true;
        });
        assertEquals(ids(result.results()), ids(shown), "documents visited");
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(visible(result.results().get(i)), shown.get(i), "a result visited");
        }
        return hits;
    }

    private static List<DocumentId> ids(List<SearchResult.Result> results) {
        return results.stream().map(SearchResult.Result::id).toList();
    }

    /// Without what a visitor is not shown.
    private static SearchResult.Result visible(SearchResult.Result one) {
        return new SearchResult.Result(
                one.id(),
                one.story(),
                one.path(),
                one.title(),
                List.of(),
                one.date(),
                one.source(),
                one.countries(),
                one.language(),
                one.type(),
                one.pages(),
                one.withoutText(),
                0,
                one.hitCount(),
                List.of());
    }

    /// What the query was understood as, asked in its place, is read as the same and gives the same.
    private void understood(SearchRequest request, SearchResult result) {
        SearchRequest again = request.withQuery(result.understoodAs());
        ParsedQuery parsed = RandomCorpus.parsed(request);
        assertEquals(parsed.understoodAs(), result.understoodAs(), "understood as");
        assertEquals(parsed.query(), RandomCorpus.parsed(again).query(), "read again");
        if (!again.query().equals(request.query())) {
            SearchResult other = engine.search(again);
            assertEquals(result.results(), other.results(), "results of what was understood");
            assertEquals(result.hitCount(), other.hitCount(), "number of hits of what was understood");
            assertEquals(result.facets(), other.facets(), "facets of what was understood");
        }
    }

    /// Pages, read to the last, give the same results as all at once.
    private void pages(SearchRequest request, SearchResult result) {
        int length = 1 + result.results().size() / 3;
        List<DocumentId> paged = new ArrayList<>();
        SearchRequest plain = request.withCountHits(false).withFacets(false).withSnippets(0);
        for (int from = 0; from < result.total(); from += length) {
            SearchResult page = engine.search(plain.withPage(from, length));
            assertEquals(result.total(), page.total(), "total of a page");
            page.results().forEach(one -> paged.add(one.id()));
        }
        assertEquals(ids(result.results()), paged, "pages");
        assertEquals(result.total(), engine.search(plain.withPage(0, 0)).total(), "total alone");
    }

    /// The number beside the result is what asking for the furniture gives.
    private void furniture(SearchRequest request, SearchResult result) {
        Optional<String> asked = RandomCorpus.parsed(request).inFurniture();
        assertEquals(asked.isPresent(), result.inFurniture() != null, "whether the furniture is asked");
        asked.ifPresent(query -> assertEquals(
                result.inFurniture(),
                engine.search(alone(request.withQuery(query))).total(),
                "found in furniture"));
    }

    /// The number beside a value is how many there are when that value alone is chosen.
    private void refined(SearchRequest request, SearchResult result) {
        List<Facet> facets = List.copyOf(result.facets().keySet());
        Facet facet = facets.get(Math.floorMod(request.query().hashCode(), facets.size()));
        List<FacetValue> values = result.facets().get(facet);
        if (values.isEmpty()) {
            return;
        }
        FacetValue value = values.get(Math.floorMod(request.query().hashCode() / 7, values.size()));
        Map<Facet, Set<String>> chosen = new TreeMap<>(request.refinements());
        chosen.put(facet, Set.of(value.value()));
        if (facet.equals(Facet.YEAR)) {
            chosen.remove(Facet.MONTH);
        }
        SearchRequest narrower =
                request.withRefinements(chosen).withYears(facet.equals(Facet.YEAR) ? null : request.years());
        assertEquals(
                value.count(), engine.search(alone(narrower)).total(), "total of " + facet.key() + " " + value.value());
    }

    /// Where nothing was found, each offer finds what it says.
    private void offered(SearchResult result) {
        assertTrue(result.total() == 0 || result.offers().isEmpty(), "offers although something was found");
        for (Offer offer : result.offers()) {
            assertTrue(offer.total() > 0, "an offer of nothing");
            assertEquals(
                    offer.total(), engine.search(alone(offer.request())).total(), "total of an offer " + offer.kind());
        }
    }

    private static SearchRequest alone(SearchRequest request) {
        return request.withPage(0, 0).withFacets(false).withCountHits(false);
    }

    /// Marks in a title are words of it, apart from one another.
    static void title(IndexedDocument document, SearchResult.Result result) {
        String title = document.record().titleText();
        String shown = title == null || title.isBlank() ? document.path().replaceFirst(".*/", "") : title;
        assertEquals(shown, result.title(), "title");
        int free = 0;
        for (Snippet.Mark mark : result.titleMarks()) {
            assertTrue(mark.start() >= free && mark.end() > mark.start() && mark.end() <= shown.length(), "title mark");
            free = mark.end();
        }
    }

    /// Hits of one layer ascend and never overlap.
    static void apart(List<Hit> hits) {
        Set<Layer> before = new HashSet<>();
        for (int i = 1; i < hits.size(); i++) {
            before.add(hits.get(i - 1).layer());
            boolean same = hits.get(i).layer() == hits.get(i - 1).layer();
            assertTrue(
                    same
                            ? hits.get(i).start() >= hits.get(i - 1).end()
                            : !before.contains(hits.get(i).layer()),
                    "hits apart");
        }
    }
}
