package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.YearRange;
import sourcebook.ui.Navigation.SearchPlace;

/// What results can be narrowed by: the years, then one list of values for each facet.
final class FacetPanel extends Section {
    /// The order in which a reader narrows, the widest first.
    private static final List<Facet> ORDER =
            List.of(Facet.COUNTRY, Facet.PUBLISHED_IN, Facet.SOURCE, Facet.LANGUAGE, Facet.TYPE);

    private final Map<Facet, FacetList> lists = new TreeMap<>();
    private final Div yearBlock = new Div();
    private final Span yearRange = new Span();
    private final Years years = new Years();
    private final FacetList undated;
    private SearchPlace place = SearchPlace.START;

    /// @param go told where a choice leads
    FacetPanel(Consumer<SearchPlace> go) {
        addClassName("facets");
        setAriaLabel("Narrow the results");
        H2 heading = new H2("Narrow by");
        heading.addClassName("sheet-title");
        NativeButton close = new NativeButton("Show results");
        close.addClassNames("sheet-close", "primary");
        close.getElement().setAttribute("data-action", "close-facets");
        Div top = new Div(heading, close);
        top.addClassName("sheet-top");
        H3 yearHeading = new H3("Year");
        yearRange.addClassName("num");
        Div head = new Div(yearHeading, yearRange);
        head.addClassName("facet-head");
        undated = new FacetList(Facet.YEAR, value -> go.accept(place.toggled(Facet.YEAR, value)));
        yearBlock.add(head, years, undated);
        yearBlock.addClassName("facet");
        years.addChosenListener(chosen -> go.accept(place.withYears(chosen.range())));
        add(top, yearBlock);
        for (Facet facet : ORDER) {
            FacetList list = new FacetList(facet, value -> go.accept(place.toggled(facet, value)));
            lists.put(facet, list);
            add(list);
        }
    }

    void show(SearchPlace to, Map<Facet, List<FacetValue>> facets) {
        place = to;
        List<FacetValue> byYear = facets.getOrDefault(Facet.YEAR, List.of());
        YearRange chosen = to.years();
        years.show(byYear, chosen);
        yearRange.setText(chosen == null ? "" : range(chosen));
        undated.show(
                byYear.stream()
                        .filter(value -> value.value().equals(Facet.UNKNOWN))
                        .toList(),
                to);
        yearBlock.setVisible(!byYear.isEmpty());
        lists.forEach((facet, list) -> list.show(facets.getOrDefault(facet, List.of()), to));
    }

    static String range(YearRange range) {
        return range.from() == range.to() ? Integer.toString(range.from()) : range.from() + " – " + range.to();
    }

    /// The word over a facet.
    static String label(Facet facet) {
        return switch (facet.kind()) {
            case COUNTRY -> "Country";
            case PUBLISHED_IN -> "Published in";
            case YEAR -> "Year";
            case MONTH -> "Month";
            case SOURCE -> "Source";
            case LANGUAGE -> "Language";
            case TYPE -> "Type";
            case CUSTOM -> facet.key();
        };
    }

    /// A value for a person who sees only its code, as in the chips.
    static String label(Facet facet, String value, Map<Facet, List<FacetValue>> counted) {
        return counted.getOrDefault(facet, List.of()).stream()
                .filter(candidate -> candidate.value().equals(value))
                .map(FacetValue::label)
                .findFirst()
                .orElseGet(() -> fallback(facet, value));
    }

    private static String fallback(Facet facet, String value) {
        if (value.equals(Facet.UNKNOWN)) {
            return facet.equals(Facet.YEAR) ? "undated" : facet.equals(Facet.COUNTRY) ? "no country" : "unknown";
        }
        return switch (facet.kind()) {
            case COUNTRY, PUBLISHED_IN -> Wording.country(value);
            case LANGUAGE -> Wording.language(value);
            case YEAR, MONTH, SOURCE, TYPE, CUSTOM -> value;
        };
    }
}
