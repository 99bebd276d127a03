package sourcebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sourcebook.search.Facet;

/// Chooses which facets are shown, and in which order. Each step holds at once.
final class FacetOrderDialog extends Dialog {
    private final Collection<Facet> all;
    private final Consumer<FacetOrder> changed;
    private final Div rows = new Div();
    private final Map<Facet, Row> byFacet = new HashMap<>();
    private FacetOrder order;

    FacetOrderDialog(FacetOrder order, Collection<Facet> all, Consumer<FacetOrder> changed) {
        this.order = order;
        this.all = List.copyOf(all);
        this.changed = changed;
        setHeaderTitle("Narrow by");
        rows.addClassName("facet-order");
        NativeButton usual = new NativeButton("As at first", click -> arrange(FacetOrder.USUAL));
        NativeButton done = new NativeButton("Done", click -> close());
        done.addClassName("primary");
        getFooter().add(usual, done);
        add(rows);
        fill();
    }

    private void arrange(FacetOrder to) {
        order = to;
        changed.accept(to);
        fill();
    }

    /// Rows stay what they are and only change their places: a click that comes while the page is told so is not lost.
    private void fill() {
        List<Facet> arranged = order.arranged(all);
        List<Element> wanted = new ArrayList<>();
        for (int i = 0; i < arranged.size(); i++) {
            Row row = byFacet.computeIfAbsent(arranged.get(i), Row::new);
            row.show(i == 0, i == arranged.size() - 1);
            wanted.add(row.getElement());
        }
        if (!rows.getElement().getChildren().toList().equals(wanted)) {
            rows.getElement().removeAllChildren();
            rows.getElement().appendChild(wanted.toArray(Element[]::new));
        }
    }

    private final class Row extends Div {
        private final Facet facet;
        private final Element box = new Element("input").setAttribute("type", "checkbox");
        private final NativeButton pin;
        private final NativeButton up;
        private final NativeButton down;

        Row(Facet facet) {
            this.facet = facet;
            String label = FacetPanel.label(facet);
            box.addPropertyChangeListener(
                    "checked", "change", change -> arrange(order.shown(facet, Boolean.TRUE.equals(change.getValue()))));
            NativeLabel shown = new NativeLabel();
            shown.getElement().appendChild(box, new Span(label).getElement());
            pin = button("Pin", "Pin " + label + " to the top", () -> order.pinned(facet));
            up = button("↑", "Move " + label + " up", () -> order.moved(facet, -1, all));
            down = button("↓", "Move " + label + " down", () -> order.moved(facet, 1, all));
            add(shown, pin, up, down);
        }

        void show(boolean first, boolean last) {
            box.setProperty("checked", order.shows(facet));
            pin.setEnabled(!first);
            up.setEnabled(!first);
            down.setEnabled(!last);
        }

        private NativeButton button(String sign, String label, Supplier<FacetOrder> next) {
            NativeButton button = new NativeButton(sign);
            button.addClickListener(click -> {
                arrange(next.get());
                // a row that moved has lost the keyboard: it goes on from the same button
                button.getElement()
                        .executeJs("(this.disabled ? this.parentElement.querySelector('button:not(:disabled)') : this)"
                                + "?.focus()");
            });
            button.setAriaLabel(label);
            return button;
        }
    }
}
