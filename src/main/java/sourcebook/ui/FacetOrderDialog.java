package sourcebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sourcebook.search.Facet;

/// Chooses which facets are shown, and in which order. Each step holds at once.
final class FacetOrderDialog extends Dialog {
    private final Collection<Facet> all;
    private final Consumer<FacetOrder> changed;
    private final Div rows = new Div();
    private FacetOrder order;

    FacetOrderDialog(FacetOrder order, Collection<Facet> all, Consumer<FacetOrder> changed) {
        this.order = order;
        this.all = List.copyOf(all);
        this.changed = changed;
        setHeaderTitle("Narrow by");
        rows.addClassName("facet-order");
        NativeButton usual = new NativeButton("As at first", click -> set(FacetOrder.USUAL));
        NativeButton done = new NativeButton("Done", click -> close());
        done.addClassName("primary");
        getFooter().add(usual, done);
        add(rows);
        fill();
    }

    private void set(FacetOrder to) {
        order = to;
        changed.accept(to);
        fill();
    }

    private void fill() {
        rows.removeAll();
        List<Facet> arranged = order.arranged(all);
        for (int i = 0; i < arranged.size(); i++) {
            rows.add(row(arranged.get(i), i == 0, i == arranged.size() - 1));
        }
    }

    private Div row(Facet facet, boolean first, boolean last) {
        String label = FacetPanel.label(facet);
        Element box = new Element("input").setAttribute("type", "checkbox");
        box.setProperty("checked", order.shows(facet));
        box.addPropertyChangeListener(
                "checked", "change", change -> set(order.shown(facet, Boolean.TRUE.equals(change.getValue()))));
        NativeLabel shown = new NativeLabel();
        shown.getElement().appendChild(box, new Span(label).getElement());
        NativeButton pin = button("Pin", "Pin " + label + " to the top", first, () -> order.pinned(facet));
        NativeButton up = button("↑", "Move " + label + " up", first, () -> order.moved(facet, -1, all));
        NativeButton down = button("↓", "Move " + label + " down", last, () -> order.moved(facet, 1, all));
        return new Div(shown, pin, up, down);
    }

    private NativeButton button(String sign, String label, boolean useless, Supplier<FacetOrder> next) {
        NativeButton button = new NativeButton(sign, click -> {
            set(next.get());
            // the row was drawn anew: the keyboard goes on from the same button
            rows.getElement()
                    .executeJs(
                            "const b = this.querySelector('button[aria-label=\"' + CSS.escape($0) + '\"]');"
                                    + "(b && !b.disabled ? b : this.querySelector('button:not(:disabled)'))?.focus()",
                            label);
        });
        button.setAriaLabel(label);
        button.setEnabled(!useless);
        return button;
    }
}
