package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.ui.CompareView.Side;

/// The values of one facet in two selections: both counts, and by how much they differ. The largest first, the unknown
/// last.
final class CompareTable extends NativeTable {
    private static final int SHOWN = 12;

    private final boolean empty;

    private record Both(FacetValue value, long left, long right) {
        boolean unknown() {
            return value.value().equals(Facet.UNKNOWN);
        }
    }

    CompareTable(Facet facet, Side left, Side right) {
        addClassName("compare-table");
        List<Both> rows = rows(facet, left, right);
        empty = rows.isEmpty();
        String label = FacetPanel.label(facet);
        getElement().setAttribute("aria-label", label);
        NativeTableRow head =
                new NativeTableRow(header(label), header(left.letter()), header(right.letter()), header("B − A"));
        getHead().add(head);
        long most = rows.stream()
                .mapToLong(row -> Math.max(row.left(), row.right()))
                .max()
                .orElse(1);
        for (Both row : rows) {
            NativeTableHeaderCell name = new NativeTableHeaderCell();
            name.add(new Span(row.value().label()), bars(row, most));
            name.getElement().setAttribute("scope", "row");
            NativeTableRow line = new NativeTableRow(name);
            line.add(
                    count(left, facet, row.value().value(), row.left()),
                    count(right, facet, row.value().value(), row.right()),
                    difference(row.right() - row.left()));
            line.setClassName("unknown-row", row.unknown());
            getBody().add(line);
        }
    }

    boolean isEmpty() {
        return empty;
    }

    private static List<Both> rows(Facet facet, Side left, Side right) {
        Map<String, FacetValue> names = new LinkedHashMap<>();
        Map<String, Long> a = counts(facet, left, names);
        Map<String, Long> b = counts(facet, right, names);
        List<Both> all = names.values().stream()
                .map(value -> new Both(value, a.getOrDefault(value.value(), 0L), b.getOrDefault(value.value(), 0L)))
                .filter(row -> row.left() + row.right() > 0)
                .sorted(Comparator.comparing(Both::unknown)
                        .thenComparing(row -> -row.left() - row.right())
                        .thenComparing(row -> row.value().label()))
                .toList();
        return all.stream()
                .filter(row -> row.unknown() || all.indexOf(row) < SHOWN)
                .toList();
    }

    /// A facet's counts ignore what is chosen in itself; compared is what the selections hold.
    private static Map<String, Long> counts(Facet facet, Side side, Map<String, FacetValue> names) {
        Set<String> chosen = side.place().refinements().getOrDefault(facet, Set.of());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (FacetValue value : side.result().facets().getOrDefault(facet, List.of())) {
            if (chosen.isEmpty() || chosen.contains(value.value())) {
                names.putIfAbsent(value.value(), value);
                counts.put(value.value(), value.count());
            }
        }
        return counts;
    }

    private static NativeTableHeaderCell header(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static Component bars(Both row, long most) {
        Div bars = new Div(bar("of-a", row.left(), most), bar("of-b", row.right(), most));
        bars.addClassName("pair-lines");
        bars.getElement().setAttribute("aria-hidden", "true");
        return bars;
    }

    private static Span bar(String side, long count, long most) {
        Span bar = new Span();
        bar.addClassName(side);
        bar.getStyle().set("--share", 100 * count / Math.max(1, most) + "%");
        return bar;
    }

    private static NativeTableCell count(Side side, Facet facet, String value, long count) {
        NativeTableCell cell = new NativeTableCell();
        if (count > 0) {
            Anchor link = new Anchor(side.place().choosing(facet, Set.of(value)).address(), Wording.number(count));
            link.setAriaLabel(side.letter() + ": " + side.counted(count));
            cell.add(link);
        } else {
            cell.add(new Span("0"));
        }
        cell.addClassName("num");
        return cell;
    }

    private static NativeTableCell difference(long by) {
        NativeTableCell cell = new NativeTableCell(by == 0 ? "0" : (by > 0 ? "+" : "−") + Wording.number(Math.abs(by)));
        cell.addClassNames("num", "difference");
        return cell;
    }
}
