package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// The months of one year as twelve bars, each a button that chooses its month or takes it back; below them the
/// documents of the year whose month is not known.
final class Months extends Div {
    private final Div bars = new Div();
    private final FacetList unknown;
    private final Consumer<String> chosen;
    private final Map<Month, Bar> byMonth = new TreeMap<>();

    /// @param chosen told the month that was clicked on, `2014-03`
    Months(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("months");
        bars.addClassName("month-bars");
        bars.getElement().setAttribute("role", "group").setAttribute("aria-label", "Month");
        for (Month month : Month.values()) {
            Bar bar = new Bar(month);
            byMonth.put(month, bar);
            bars.add(bar);
        }
        unknown = new FacetList(Facet.MONTH, chosen);
        add(bars, unknown);
    }

    void show(List<FacetValue> months, SearchPlace place) {
        setVisible(!months.isEmpty());
        if (months.isEmpty()) {
            return;
        }
        Map<String, FacetValue> byValue = months.stream().collect(Collectors.toMap(FacetValue::value, month -> month));
        long most = months.stream()
                .filter(month -> !month.value().equals(Facet.UNKNOWN))
                .mapToLong(FacetValue::count)
                .max()
                .orElse(0);
        int year = months.stream()
                .filter(month -> !month.value().equals(Facet.UNKNOWN))
                .map(month -> YearMonth.parse(month.value()).getYear())
                .findFirst()
                .orElse(0);
        boolean any = place.refinements().containsKey(Facet.MONTH);
        byMonth.forEach((month, bar) -> {
            String value = "%04d-%02d".formatted(year, month.getValue());
            FacetValue counted = byValue.get(value);
            bar.show(
                    value,
                    counted == null ? 0 : counted.count(),
                    most,
                    !any || place.chosen(Facet.MONTH, value),
                    place.chosen(Facet.MONTH, value));
        });
        unknown.show(
                months.stream()
                        .filter(month -> month.value().equals(Facet.UNKNOWN))
                        .filter(month -> month.count() > 0 || place.chosen(Facet.MONTH, Facet.UNKNOWN))
                        .toList(),
                place);
    }

    private final class Bar extends NativeButton {
        private final Month month;
        private String value = "";

        Bar(Month month) {
            this.month = month;
            Span letter = new Span(month.getDisplayName(TextStyle.NARROW, Wording.LOCALE));
            letter.getElement().setAttribute("aria-hidden", "true");
            Span column = new Span();
            column.addClassName("column");
            add(column, letter);
            addClickListener(click -> chosen.accept(value));
        }

        void show(String of, long count, long most, boolean in, boolean pressed) {
            value = of;
            String said = month.getDisplayName(TextStyle.FULL, Wording.LOCALE) + ": " + Wording.number(count);
            setTitle(said);
            setAriaLabel(said);
            setEnabled(count > 0 || pressed);
            setClassName("in", in);
            getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
            getStyle().set("--height", (count == 0 ? 0 : Math.max(4, 100 * count / Math.max(1, most))) + "%");
        }
    }
}
