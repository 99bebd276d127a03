package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import tools.jackson.databind.node.ArrayNode;

/// The values of a facet of countries as a map, with the very counts of its list.
@Tag("sb-map")
@JsModule("context://frontend/map.js")
final class CountryMap extends Component {

    /// @param label what the map shows, for who cannot see it
    void show(String label, List<FacetValue> values, Set<String> chosen, boolean stories) {
        ArrayNode counts = JacksonUtils.createArrayNode();
        for (FacetValue value : values) {
            counts.addArray()
                    .add(value.value())
                    .add(value.label())
                    .add(value.count())
                    .add(chosen.contains(value.value()));
        }
        ArrayNode unit = JacksonUtils.createArrayNode()
                .add(stories ? "story" : "document")
                .add(stories ? "stories" : "documents");
        getElement().setProperty("label", label);
        getElement().setPropertyJson("unit", unit);
        getElement().setPropertyJson("values", counts);
    }

    /// A country was clicked on.
    ///
    /// @param before what is chosen
    /// @param heard told what is chosen after it: this country alone, or together with those before; none if it was
    ///     the only one
    void onChosen(Set<String> before, Consumer<Set<String>> heard) {
        Detail.on(
                this,
                "country-chosen",
                detail -> heard.accept(after(before, detail.text("code"), detail.holds("add"))));
    }

    private static Set<String> after(Set<String> before, String code, boolean add) {
        if (!add) {
            return before.equals(Set.of(code)) ? Set.of() : Set.of(code);
        }
        Set<String> changed = new TreeSet<>(before);
        if (!changed.remove(code)) {
            changed.add(code);
        }
        return changed;
    }

    /// Whether a facet holds countries.
    static boolean canShow(Facet facet) {
        return facet.equals(Facet.COUNTRY) || facet.equals(Facet.PUBLISHED_IN);
    }
}
