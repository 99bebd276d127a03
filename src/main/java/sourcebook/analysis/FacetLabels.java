package sourcebook.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// The values of one facet over a search's results, in the facet's order, with what a person reads. Values that turn
/// up later (the archive grows meanwhile) come behind them.
final class FacetLabels {
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    FacetLabels(List<FacetValue> values) {
        values.forEach(value -> {
            labels.put(value.value(), value.label());
            place(value.value());
        });
    }

    static FacetLabels of(SearchEngine engine, SearchRequest request, Facet facet) {
        SearchResult result = engine.search(request.withPage(0, 0).withFacets(true));
        return new FacetLabels(
                facet.equals(Facet.MONTH) ? result.months() : result.facets().getOrDefault(facet, List.of()));
    }

    /// 0 for the first.
    int place(String value) {
        return places.computeIfAbsent(value, any -> places.size());
    }

    String label(String value) {
        return labels.getOrDefault(value, value);
    }

    Map<String, String> labels() {
        return labels;
    }
}
