package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;

/// The facet of years: the histogram, the months of a year that is chosen alone, and the undated.
final class YearBlock extends Div {
    private final Span range = new Span();
    private final Years years = new Years();
    private final Months months;
    private final FacetList undated;
    private SearchPlace place = SearchPlace.START;

    YearBlock(Consumer<SearchPlace> go) {
        addClassName("facet");
        range.addClassName("num");
        Div head = new Div(new H3("Year"), range);
        head.addClassName("facet-head");
        undated = new FacetList(Facet.YEAR, value -> go.accept(place.toggled(Facet.YEAR, value)));
        months = new Months(value -> go.accept(place.toggled(Facet.MONTH, value)));
        years.onChosen(chosen -> go.accept(place.withYears(chosen).without(Facet.MONTH)));
        add(head, years, months, undated);
    }

    void show(SearchPlace to, SearchResult result) {
        place = to;
        List<FacetValue> byYear = result.facets().getOrDefault(Facet.YEAR, List.of());
        YearRange chosen = to.years();
        years.show(byYear, chosen, to.stories());
        range.setText(range(chosen));
        months.show(result.months(), to);
        undated.show(
                byYear.stream()
                        .filter(value -> value.value().equals(Facet.UNKNOWN))
                        .toList(),
                to);
        setVisible(!byYear.isEmpty());
    }

    private static String range(@Nullable YearRange range) {
        if (range == null) {
            return "";
        }
        return range.from() == range.to() ? Integer.toString(range.from()) : range.from() + " – " + range.to();
    }
}
