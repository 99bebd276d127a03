package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchResult;

/// What results can be narrowed by, in the order a person has given: the years, and a list of values for each other
/// facet.
final class FacetPanel extends Section {
    private final Map<Facet, FacetList> lists = new TreeMap<>();
    private final YearBlock years;
    private final Div top;
    private final NativeButton arrange = new NativeButton("Arrange…");
    private final Consumer<SearchPlace> go;
    private FacetOrder order = FacetOrder.ofRequest();
    private SearchPlace place = SearchPlace.START;
    private List<Facet> facets = List.of();

    /// @param go told where a choice leads
    FacetPanel(Consumer<SearchPlace> go) {
        this.go = go;
        addClassName("facets");
        setAriaLabel("Narrow the results");
        H2 heading = new H2("Narrow by");
        heading.addClassName("sheet-title");
        NativeButton close = new NativeButton("Show results");
        close.addClassNames("sheet-close", "primary");
        close.getElement().setAttribute("data-action", "close-facets");
        top = new Div(heading, close);
        top.addClassName("sheet-top");
        years = new YearBlock(go);
        arrange.addClassName("arrange");
        arrange.setTitle("Choose which of these are shown, and in which order");
        arrange.addClickListener(click -> new FacetOrderDialog(order, facets, this::arrange).open());
        add(top, years, arrange);
    }

    private void arrange(FacetOrder to) {
        order = to;
        to.keep();
        arrange();
    }

    /// @param all the facets of the archive
    void show(SearchPlace to, SearchResult result, List<Facet> all) {
        place = to;
        facets = List.copyOf(all);
        years.show(to, result);
        for (Facet facet : facets) {
            if (!facet.equals(Facet.YEAR)) {
                lists.computeIfAbsent(facet, this::list).show(result.facets().getOrDefault(facet, List.of()), to);
            }
        }
        arrange();
        arrange.setVisible(!result.facets().isEmpty() && result.total() > 0);
    }

    private FacetList list(Facet facet) {
        FacetList list = new FacetList(facet, value -> go.accept(place.toggled(facet, value)));
        if (CountryMap.canShow(facet)) {
            list.offerMap(() -> go.accept(place.withMap(facet.equals(place.map()) ? null : facet)));
        }
        return list;
    }

    /// Puts the lists in order; those that stand right are not touched, so that the keyboard keeps its place.
    private void arrange() {
        List<Component> wanted = order.arranged(facets).stream()
                .filter(order::shows)
                .<Component>map(facet -> facet.equals(Facet.YEAR) ? years : lists.get(facet))
                .toList();
        List<Component> now =
                getChildren().filter(child -> child != top && child != arrange).toList();
        if (!now.equals(wanted)) {
            now.forEach(child -> child.getElement().removeFromParent());
            int at = 1;
            for (Component child : wanted) {
                addComponentAtIndex(at++, child);
            }
        }
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
            case CUSTOM -> capital(facet.key());
        };
    }

    /// A column's header as a heading: `political_party` as `Political party`.
    private static String capital(String column) {
        String words = column.replace('_', ' ').strip();
        return words.isEmpty() ? column : words.substring(0, 1).toUpperCase(Wording.LOCALE) + words.substring(1);
    }

    /// A value for a person who sees only its code, as in the chips.
    static String label(Facet facet, String value, SearchResult result) {
        Map<Facet, List<FacetValue>> counted = new HashMap<>(result.facets());
        counted.put(Facet.MONTH, result.months());
        return counted.getOrDefault(facet, List.of()).stream()
                .filter(candidate -> candidate.value().equals(value))
                .map(FacetValue::label)
                .findFirst()
                .orElseGet(() -> fallback(facet, value));
    }

    /// A value for a person where nothing was counted.
    static String fallback(Facet facet, String value) {
        if (value.equals(Facet.UNKNOWN)) {
            return switch (facet.kind()) {
                case YEAR -> "undated";
                case MONTH -> "month unknown";
                case COUNTRY -> "no country";
                case PUBLISHED_IN, SOURCE, LANGUAGE, TYPE, CUSTOM -> "unknown";
            };
        }
        return switch (facet.kind()) {
            case COUNTRY, PUBLISHED_IN -> Wording.country(value);
            case LANGUAGE -> Wording.language(value);
            case MONTH -> Wording.date(value);
            case YEAR, SOURCE, TYPE, CUSTOM -> value;
        };
    }
}
