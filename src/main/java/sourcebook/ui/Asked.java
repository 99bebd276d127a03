package sourcebook.ui;

import java.util.StringJoiner;
import sourcebook.search.SearchEngine;
import sourcebook.search.YearRange;

/// What a search asks for, in a line: `"party school" · Tanzania · 2010–2017`.
final class Asked {
    private Asked() {}

    static String of(SearchEngine engine, SearchPlace place) {
        StringJoiner said = new StringJoiner(" · ");
        String query = engine.parse(place.query()).understoodAs();
        if (!query.isEmpty()) {
            said.add(query);
        }
        if (place.like() != null) {
            said.add("like " + place.like().written());
        }
        YearRange years = place.years();
        if (years != null) {
            said.add(SearchView.chip(years));
        }
        place.refinements()
                .forEach((facet, values) -> values.forEach(value -> said.add(FacetPanel.fallback(facet, value))));
        return said.length() == 0 ? "all documents" : said.toString();
    }
}
