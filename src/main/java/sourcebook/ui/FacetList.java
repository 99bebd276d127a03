package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// The values of one facet, each a box to tick with a hairline that shows its share. The unknown stands last, in
/// italics. Long lists show their first values and those chosen, and can be searched.
final class FacetList extends Div {
    private static final int SHOWN = 7;
    private static final int SEARCHED_FROM = 9;
    /// More rows than this help nobody; the box above narrows them.
    private static final int MOST = 200;

    private final Facet facet;
    private final Consumer<String> chosen;
    private final Div rows = new Div();
    private final Input filter = new Input(ValueChangeMode.EAGER);
    private final NativeButton more = new NativeButton();
    private final Map<String, Row> byValue = new LinkedHashMap<>();
    private final Div head = new Div();
    private @Nullable NativeButton map;
    private List<FacetValue> values = List.of();
    private SearchPlace place = SearchPlace.START;
    private boolean all;

    FacetList(Facet facet, Consumer<String> chosen) {
        this.facet = facet;
        this.chosen = chosen;
        String label = FacetPanel.label(facet);
        if (!facet.equals(Facet.YEAR) && !facet.equals(Facet.MONTH)) { // parts of the block of years
            addClassName("facet");
            head.add(new H3(label));
            head.addClassName("facet-head");
            add(head);
        }
        filter.setPlaceholder("filter");
        filter.setAriaLabel("Filter " + label);
        filter.addClassName("filter");
        filter.addValueChangeListener(change -> arrange());
        more.addClassName("more");
        more.addClickListener(click -> {
            all = !all;
            if (!all) {
                filter.clear();
            }
            arrange();
            if (all && filter.isVisible()) {
                filter.focus();
            }
        });
        rows.getElement().setAttribute("role", "group");
        rows.getElement().setAttribute("aria-label", label);
        add(filter, rows, more);
    }

    /// Puts a switch into the head by which the same values are shown on a map, or no longer.
    void offerMap(Runnable toggle) {
        map = new NativeButton("map", click -> toggle.run());
        map.addClassName("map-switch");
        map.setAriaLabel(FacetPanel.label(facet) + " on a map");
        head.add(map);
    }

    void show(List<FacetValue> counted, SearchPlace at) {
        values = counted;
        place = at;
        if (map != null) {
            map.getElement().setAttribute("aria-pressed", Boolean.toString(facet.equals(at.map())));
        }
        arrange();
    }

    private void arrange() {
        setVisible(!values.isEmpty());
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        filter.setVisible(!wanted.isEmpty() || (all && values.size() >= SEARCHED_FROM));
        List<FacetValue> matching = values.stream()
                .filter(value -> value.label().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        List<FacetValue> shown = new ArrayList<>();
        int room = all || !wanted.isEmpty() ? MOST : SHOWN;
        for (FacetValue value : matching) {
            boolean unknown = value.value().equals(Facet.UNKNOWN);
            if (unknown || place.chosen(facet, value.value()) || room > 0) {
                shown.add(value);
                room -= unknown ? 0 : 1;
            }
        }
        int hidden = matching.size() - shown.size();
        more.setVisible(hidden > 0 || (all && wanted.isEmpty() && values.size() > SHOWN + 1));
        more.setText(hidden > 0 ? Wording.number(hidden) + " more…" : "fewer");
        place(shown);
    }

    private void place(List<FacetValue> shown) {
        long most = values.stream()
                .filter(value -> !value.value().equals(Facet.UNKNOWN))
                .mapToLong(FacetValue::count)
                .max()
                .orElse(1);
        byValue.keySet().retainAll(shown.stream().map(FacetValue::value).toList());
        List<Element> wanted = new ArrayList<>();
        for (FacetValue value : shown) {
            Row row = byValue.computeIfAbsent(value.value(), key -> new Row(value));
            row.show(value, place.chosen(facet, value.value()), most);
            wanted.add(row.getElement());
        }
        if (!rows.getElement().getChildren().toList().equals(wanted)) {
            rows.getElement().removeAllChildren();
            rows.getElement().appendChild(wanted.toArray(Element[]::new));
        }
    }

    /// One value.
    private final class Row extends NativeLabel {
        private final Element box = new Element("input");
        private final Span label = new Span();
        private final Emphasis count = new Emphasis();
        private final Span bar = new Span();

        Row(FacetValue value) {
            addClassName("v");
            box.setAttribute("type", "checkbox");
            box.addEventListener("change", change -> {
                chosen.accept(value.value());
                box.executeJs("this.focus({preventScroll: true})");
            });
            bar.addClassName("share");
            setClassName("unknown", value.value().equals(Facet.UNKNOWN));
            getElement().appendChild(box, label.getElement(), count.getElement(), bar.getElement());
        }

        void show(FacetValue value, boolean on, long most) {
            box.setProperty("checked", on);
            setClassName("on", on);
            label.setText(value.label());
            label.setTitle(value.label());
            count.setText(Wording.number(value.count()));
            bar.getStyle()
                    .set("--share", Math.clamp(Math.round(100.0 * value.count() / Math.max(1, most)), 2, 100) + "%");
        }
    }
}
