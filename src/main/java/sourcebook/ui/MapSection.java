package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import sourcebook.search.Facet;
import sourcebook.search.SearchResult;

/// The map over the results, with its heading and the way back to the list.
final class MapSection extends Section {
    MapSection(Facet facet, SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        addClassName("map-section");
        String label = facet.equals(Facet.COUNTRY) ? "Countries written about" : "Countries published in";
        setAriaLabel(label);
        Span hint = new Span("Click to choose, with Shift one more");
        hint.addClassNames("small", "map-hint");
        NativeButton close = new NativeButton("close map", click -> go.accept(place.withMap(null)));
        Div head = new Div(new H2(label), hint, close);
        head.addClassName("map-head");
        CountryMap map = new CountryMap();
        Set<String> chosen = place.refinements().getOrDefault(facet, Set.of());
        map.show(label, result.facets().getOrDefault(facet, List.of()), chosen, place.stories());
        map.onChosen(chosen, now -> go.accept(place.choosing(facet, now)));
        add(head, map);
    }
}
