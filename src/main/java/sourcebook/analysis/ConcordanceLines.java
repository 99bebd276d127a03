package sourcebook.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.Match;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Makes the hits of one search into lines, and counts them. Not for several threads; for one pass.
final class ConcordanceLines {
    private final SearchEngine engine;
    private final DocumentValues facets;
    private final ConcordanceRequest request;
    private final @Nullable FacetLabels groups;
    private final Map<String, long[]> counts = new HashMap<>();
    private final SearchResult about;
    private long hits;
    private long documents;

    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    ConcordanceLines(SearchEngine engine, DocumentValues facets, ConcordanceRequest request, Work work) {
        this.engine = engine;
        this.facets = facets;
        this.request = request;
        boolean named = request.group() != null || request.sort().by() == ConcordanceSort.By.COUNTRY;
        this.about = engine.search(
                request.search().withPage(0, 0).withFacets(named).withPatience(SearchEngine.ENDLESS), work);
        Facet facet = request.group();
        this.groups = facet == null
                ? null
                : new FacetLabels(
                        facet.equals(Facet.MONTH)
                                ? about.months()
                                : about.facets().getOrDefault(facet, List.of()));
    }

    /// Takes one line.
    interface Taker {
        /// @param group the place of its group, 0 without groups
        void line(int group, @Nullable String value, SearchResult.Result document, ConcordanceText text, Hit hit);
    }

    /// Goes through all hits, in the order of documents and hits; under each of the groups a document belongs to.
    void forEach(Work work, Taker taker) {
        work.outOf(about.total());
        SearchRequest search = request.search();
        engine.visit(
                search,
                match -> {
                    work.check();
                    List<Hit> found = match.hits();
                    if (!found.isEmpty()) {
                        lines(match, found, taker);
                        hits += found.size();
                        documents++;
                    }
                    work.reached(work.done() + 1);
                    return true;
                },
                work);
    }

    private void lines(Match match, List<Hit> found, Taker taker) {
        SearchResult.Result document = match.result();
        List<@Nullable String> values = values(document);
        for (String value : values) {
            if (value != null) {
                long[] count = counts.computeIfAbsent(value, any -> new long[2]);
                count[0] += found.size();
                count[1]++;
            }
        }
        Map<Layer, ConcordanceText> texts = new EnumMap<>(Layer.class);
        for (Hit hit : found) {
            for (String value : values) {
                if (request.only() == null || request.only().equals(value)) {
                    ConcordanceText text =
                            texts.computeIfAbsent(hit.layer(), layer -> new ConcordanceText(match.text(layer)));
                    int group = groups == null || value == null ? 0 : groups.place(value);
                    taker.line(group, value, document, text, hit);
                }
            }
        }
    }

    private List<@Nullable String> values(SearchResult.Result document) {
        List<@Nullable String> values = new ArrayList<>();
        Facet facet = request.group();
        if (facet == null) {
            values.add(null);
        } else {
            values.addAll(facets.of(document, facet));
            if (values.isEmpty()) {
                values.add(Facet.UNKNOWN);
            }
        }
        return values;
    }

    long hits() {
        return hits;
    }

    long documents() {
        return documents;
    }

    List<String> notes() {
        return about.notes();
    }

    /// Names of countries by code.
    Map<String, String> countryNames() {
        Map<String, String> names = new HashMap<>();
        for (FacetValue value : about.facets().getOrDefault(Facet.COUNTRY, List.of())) {
            names.put(value.value(), value.label());
        }
        return names;
    }

    /// The groups with hits, in the facet's order.
    List<ConcordancePage.Group> groups() {
        FacetLabels labels = groups;
        if (labels == null) {
            return List.of();
        }
        return counts.entrySet().stream()
                .sorted((a, b) -> Integer.compare(labels.place(a.getKey()), labels.place(b.getKey())))
                .map(one -> new ConcordancePage.Group(
                        one.getKey(), labels.label(one.getKey()), one.getValue()[0], one.getValue()[1]))
                .toList();
    }
}
