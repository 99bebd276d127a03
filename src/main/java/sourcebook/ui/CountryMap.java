package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    Registration addChosenListener(ComponentEventListener<Chosen> listener) {
        return addListener(Chosen.class, listener);
    }

    /// A country was clicked on.
    @DomEvent("country-chosen")
    public static final class Chosen extends ComponentEvent<CountryMap> {
        private final String code;
        private final boolean add;

        public Chosen(
                CountryMap source,
                boolean fromClient,
                @EventData("event.detail.code") String code,
                @EventData("event.detail.add") boolean add) {
            super(source, fromClient);
            this.code = code;
            this.add = add;
        }

        /// What is chosen after it: this country alone, or together with those before; none if it was the only one.
        Set<String> after(Set<String> before) {
            if (add) {
                Set<String> changed = new TreeSet<>(before);
                if (!changed.remove(code)) {
                    changed.add(code);
                }
                return changed;
            }
            return before.equals(Set.of(code)) ? Set.of() : Set.of(code);
        }
    }

    /// Whether a facet holds countries.
    static boolean canShow(Facet facet) {
        return facet.equals(Facet.COUNTRY) || facet.equals(Facet.PUBLISHED_IN);
    }
}
