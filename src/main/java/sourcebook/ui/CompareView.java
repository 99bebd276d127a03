package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;

/// Two selections side by side: totals, years, and the values of each facet with both counts. The address holds the
/// two searches; each figure is a link to its own.
@Route(value = "compare", layout = Shell.class)
final class CompareView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private final SearchEngine engine;

    CompareView(SearchEngine engine) {
        this.engine = engine;
        addClassNames("plain", "compare");
    }

    /// The address of a comparison of two searches.
    static String address(SearchPlace a, SearchPlace b) {
        return "compare?a=" + encoded(a) + "&b=" + encoded(b);
    }

    private static String encoded(SearchPlace place) {
        return URLEncoder.encode(kept(place), StandardCharsets.UTF_8);
    }

    /// The search as a comparison keeps it: what it asks, not how its results are looked at.
    static String kept(SearchPlace place) {
        return place.withPage(1).withMap(null).withAgainst(null).address();
    }

    private static SearchPlace read(QueryParameters parameters, String name) {
        return read(parameters.getSingleParameter(name));
    }

    /// The search that was kept by its address.
    static SearchPlace read(Optional<String> kept) {
        return kept.map(address -> address.startsWith("?") ? address.substring(1) : address)
                .map(QueryParameters::fromString)
                .map(SearchPlace::of)
                .orElse(SearchPlace.START);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        QueryParameters parameters = event.getLocation().getQueryParameters();
        SearchPlace a = read(parameters, "a");
        SearchPlace b = read(parameters, "b");
        boolean stories = a.stories() || b.stories();
        Side left = side("A", a.withStories(stories));
        Side right = side("B", b.withStories(stories));
        Counting counting = new Counting(now -> Navigation.go(address(a.withStories(now), b.withStories(now))));
        counting.choose(stories);
        counting.setVisible(stories
                || left.result().stories() < left.result().copies()
                || right.result().stories() < right.result().copies());
        Anchor swap = new Anchor(address(b, a), "swap");
        Div head = new Div(new H1("Compare"), counting, swap);
        head.addClassName("compare-head");
        add(head, sides(left, right), years(left, right));
        Div tables = new Div();
        tables.addClassName("compare-tables");
        for (Facet facet : FacetOrder.ofRequest().arranged(engine.facets())) {
            if (!facet.equals(Facet.YEAR)) {
                CompareTable table = new CompareTable(facet, left, right);
                if (!table.isEmpty()) {
                    tables.add(table);
                }
            }
        }
        add(tables);
    }

    private Side side(String letter, SearchPlace place) {
        return new Side(letter, place, engine.search(place.request(engine, 0, 0)));
    }

    private static Div sides(Side left, Side right) {
        Div sides = new Div(card(left), card(right));
        sides.addClassName("compare-sides");
        return sides;
    }

    private static Div card(Side side) {
        Span letter = new Span(side.letter());
        letter.addClassNames("compare-letter", "of-" + side.letter().toLowerCase(Wording.LOCALE));
        Span asked = new Span(side.asked());
        asked.addClassName("compare-asked");
        asked.getElement().setAttribute("dir", "auto");
        Div name = new Div(letter, asked);
        name.addClassName("compare-name");
        Anchor total = new Anchor(side.place().address(), side.total());
        total.addClassNames("compare-total", "num");
        Div card = new Div(name, total);
        Long hits = side.result().hitCount();
        if (hits != null && !side.place().query().isBlank()) {
            Span count = new Span(Wording.count(hits, "hit", "hits"));
            count.addClassName("num");
            card.add(count);
        }
        String chosen = side.chosen();
        if (!chosen.isEmpty()) {
            Span said = new Span(chosen);
            said.addClassName("small");
            card.add(said);
        }
        Anchor change = new Anchor(side.place().address(), "Change");
        change.setAriaLabel("Change " + side.letter());
        card.add(change);
        card.addClassName("compare-side");
        return card;
    }

    /// Both histograms on one scale, a pair of bars for each year.
    private static Div years(Side left, Side right) {
        TreeMap<Integer, long[]> byYear = new TreeMap<>();
        count(left, 0, byYear);
        count(right, 1, byYear);
        Div block = new Div();
        block.addClassName("compare-years");
        if (byYear.isEmpty()) {
            return block;
        }
        long most = byYear.values().stream()
                .mapToLong(pair -> Math.max(pair[0], pair[1]))
                .max()
                .orElse(1);
        int first = byYear.firstKey();
        int last = byYear.lastKey();
        Div bars = new Div();
        bars.addClassName("pair-bars");
        for (int year = first; year <= last; year++) {
            long[] pair = byYear.getOrDefault(year, new long[2]);
            Div column = new Div(bar(left, year, pair[0], most), bar(right, year, pair[1], most));
            column.addClassName("pair");
            bars.add(column);
        }
        Span from = new Span(Integer.toString(first));
        Span to = new Span(Integer.toString(last));
        Div ends = new Div(from, to);
        ends.addClassNames("pair-ends", "num", "small");
        Paragraph heading = new Paragraph("By year");
        heading.addClassName("compare-heading");
        block.add(heading, bars, ends);
        return block;
    }

    private static void count(Side side, int which, Map<Integer, long[]> byYear) {
        for (FacetValue value : side.result().facets().getOrDefault(Facet.YEAR, List.of())) {
            if (!value.value().equals(Facet.UNKNOWN) && side.within(value.value())) {
                byYear.computeIfAbsent(Integer.valueOf(value.value()), year -> new long[2])[which] = value.count();
            }
        }
    }

    private static Component bar(Side side, int year, long count, long most) {
        if (count == 0) {
            return new Span();
        }
        Anchor bar = new Anchor(side.place()
                .withYears(new YearRange(year, year))
                .without(Facet.MONTH)
                .address());
        bar.addClassName("of-" + side.letter().toLowerCase(Wording.LOCALE));
        String said = year + ", " + side.letter() + ": " + side.counted(count);
        bar.setAriaLabel(said);
        bar.setTitle(said);
        bar.getStyle().set("--height", Math.max(2, 100 * count / Math.max(1, most)) + "%");
        return bar;
    }

    @Override
    public String getPageTitle() {
        return "Compare · Sourcebook";
    }

    /// One of the two.
    ///
    /// @param letter A or B
    record Side(String letter, SearchPlace place, SearchResult result) {
        String asked() {
            return place.query().isBlank() ? "all documents" : result.understoodAs();
        }

        String total() {
            return counted(result.total());
        }

        String counted(long count) {
            return place.stories()
                    ? Wording.count(count, "story", "stories")
                    : Wording.count(count, "document", "documents");
        }

        /// Whether a year lies in the range that is chosen here: a facet's counts ignore its own choice.
        boolean within(String year) {
            YearRange range = place.years();
            int number = Integer.parseInt(year);
            return (range == null || number >= range.from() && number <= range.to())
                    && (!place.refinements().containsKey(Facet.YEAR)
                            || range != null
                            || place.chosen(Facet.YEAR, year));
        }

        String chosen() {
            StringJoiner said = new StringJoiner(" · ");
            YearRange years = place.years();
            if (years != null) {
                said.add(SearchView.chip(years));
            }
            place.refinements()
                    .forEach((facet, values) ->
                            values.forEach(value -> said.add(FacetPanel.label(facet, value, result))));
            return said.toString();
        }
    }
}
