package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.analysis.Concordance;
import sourcebook.analysis.ConcordancePage;
import sourcebook.analysis.ConcordancePage.Group;
import sourcebook.analysis.ConcordanceRequest;
import sourcebook.analysis.ConcordanceSort;
import sourcebook.analysis.ConcordanceSort.By;
import sourcebook.analysis.Work;
import sourcebook.analysis.Works;
import sourcebook.search.Facet;
import sourcebook.search.SearchEngine;

/// All hits of a query in their contexts, one a line.
@Route(value = "concordance", layout = Shell.class)
final class ConcordanceView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final int PER_PAGE = 100;
    private static final List<Integer> CONTEXTS = List.of(30, 60, 100, 200);
    private static final List<ConcordanceSort> SORTS = sorts();

    private final SearchEngine engine;
    private final Concordance concordance;
    private final Asking asking;
    private final Span total = new Span();
    private final Choice<ConcordanceSort> sort =
            new Choice<>("Order of lines", SORTS, ConcordanceView::label, to -> go(place().withSort(to)));
    private final Choice<Integer> context = new Choice<>(
            "Context", CONTEXTS, characters -> characters + " characters", to -> go(place().withContext(to)));
    private final Choice<Optional<Facet>> group;
    private final Anchor csv = new Anchor();
    private final Nav groups = new Nav();
    private final WorkLine work;
    private final Works works;
    private final ConcordanceLines lines = new ConcordanceLines();
    private final Div empty = new Div();
    private final Div pager = new Div();
    private ConcordancePlace place = ConcordancePlace.of(SearchPlace.START);

    ConcordanceView(SearchEngine engine, Concordance concordance, Works works) {
        this.engine = engine;
        this.works = works;
        work = new WorkLine("documents", works);
        asking = new Asking(engine, to -> go(place().withSearch(to)));
        this.concordance = concordance;
        addClassNames("plain", "wide", "concordance");
        List<Optional<Facet>> facets = new ArrayList<>(List.of(Optional.empty()));
        engine.facets().forEach(facet -> facets.add(Optional.of(facet)));
        group = new Choice<>(
                "Group",
                facets,
                facet -> facet.map(some -> "by " + FacetPanel.label(some).toLowerCase(Wording.LOCALE))
                        .orElse("not grouped"),
                to -> go(place().withGroup(to.orElse(null), null)));
        total.addClassNames("num", "total");
        total.getElement().setAttribute("role", "status");
        groups.setAriaLabel("Groups");
        groups.addClassName("groups");
        csv.setText("CSV");
        csv.setTitle("All lines, without limit, for a spreadsheet");
        csv.setRouterIgnore(true);
        Div head = new Div(total, sort, group, context, csv);
        head.addClassName("head");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of lines");
        Section found = new Section(head, groups, work, lines, empty, pager);
        found.setAriaLabel("Lines");
        add(new H1("Concordance"), asking, found);
    }

    private static List<ConcordanceSort> sorts() {
        List<ConcordanceSort> sorts = new ArrayList<>(List.of(ConcordanceSort.DOCUMENT));
        for (int word = 1; word <= 3; word++) {
            sorts.add(new ConcordanceSort(By.BEFORE, word, false));
        }
        for (int word = 1; word <= 3; word++) {
            sorts.add(new ConcordanceSort(By.AFTER, word, false));
        }
        sorts.add(ConcordanceSort.of(By.HIT));
        sorts.add(ConcordanceSort.of(By.DATE));
        sorts.add(new ConcordanceSort(By.DATE, 1, true));
        sorts.add(ConcordanceSort.of(By.COUNTRY));
        sorts.add(ConcordanceSort.of(By.SOURCE));
        return List.copyOf(sorts);
    }

    private static String label(ConcordanceSort sort) {
        String word = sort.word() == 1 ? "word" : sort.word() == 2 ? "second word" : "third word";
        return switch (sort.by()) {
            case DOCUMENT -> "as the results stand";
            case BEFORE -> "by the " + word + " before";
            case AFTER -> "by the " + word + " after";
            case HIT -> "by the hit itself";
            case DATE -> sort.descending() ? "newest first" : "oldest first";
            case COUNTRY -> "by country";
            case SOURCE -> "by source";
        };
    }

    private ConcordancePlace place() {
        return place;
    }

    private static void go(ConcordancePlace to) {
        Navigation.go(to.address());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place = ConcordancePlace.of(event.getLocation().getQueryParameters());
        asking.show(place.search());
        sort.choose(place.sort());
        context.choose(place.context());
        group.choose(Optional.ofNullable(place.group()));
        lines.removeAll();
        groups.removeAll();
        empty.removeAll();
        pager.setVisible(false);
        csv.setVisible(false);
        total.setText("");
        if (place.search().query().isBlank()) {
            empty.add(state(
                    "Nothing is asked yet", "A concordance lists each hit of a query in its context. Type one above."));
            return;
        }
        ConcordanceRequest request = place.request(engine);
        int offset = (place.search().page() - 1) * PER_PAGE;
        work.run(
                "Reading hits",
                (Work going) -> concordance.page(request, offset, PER_PAGE, going),
                page -> show(page, request, offset));
    }

    private void show(ConcordancePage page, ConcordanceRequest request, int offset) {
        boolean stories = place.search().stories();
        total.setText(Wording.count(page.hits(), "hit", "hits") + " in "
                + (stories
                        ? Wording.count(page.documents(), "story", "stories")
                        : Wording.count(page.documents(), "document", "documents")));
        csv.setVisible(page.lines() > 0);
        csv.setHref(download(request));
        showGroups(page.groups());
        page.notes().forEach(note -> empty.add(EmptyStates.small(note)));
        lines.show(page, place.search(), offset + 1);
        if (page.lines() == 0) {
            empty.add(
                    state(
                            "No hits",
                            "The results page says what would find something. Documents found by a field alone have no hits in their text."));
        } else if (page.rows().isEmpty()) {
            Div beyond = state("There are not that many lines", "");
            beyond.add(new Anchor(place.withPage(1).address(), "Back to the first page"));
            empty.add(beyond);
        }
        new Pager(
                        place.search().page(),
                        page.lines(),
                        PER_PAGE,
                        to -> place.withPage(to).address())
                .fill(pager);
    }

    private void showGroups(List<Group> all) {
        Facet by = place.group();
        groups.setVisible(by != null && !all.isEmpty());
        if (by == null) {
            return;
        }
        long sum = all.stream().mapToLong(Group::hits).sum();
        groups.add(way("all", sum, null, by));
        all.forEach(one -> groups.add(way(one.label(), one.hits(), one.value(), by)));
    }

    private Anchor way(String label, long hits, @Nullable String value, Facet by) {
        Span number = new Span(Wording.number(hits));
        number.addClassName("num");
        Anchor way = new Anchor(place.withGroup(by, value).address());
        way.add(new Span(label), number);
        way.addClassNames("chip", "group");
        if (Objects.equals(value, place.only())) {
            way.getElement().setAttribute("aria-current", "true");
        }
        return way;
    }

    /// Written while it is read: the whole of it is never held.
    private DownloadHandler download(ConcordanceRequest request) {
        return event -> {
            event.setFileName("concordance.csv");
            event.setContentType("text/csv;charset=utf-8");
            Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
            concordance.writeCsv(request, out, works.begin());
            out.flush(); // not closed where it fails: a file that is cut off must not end as a whole one does
        };
    }

    static Div state(String sentence, String more) {
        Div state = new Div(new H2(sentence), new Paragraph(more));
        state.addClassName("empty");
        return state;
    }

    @Override
    public String getPageTitle() {
        return (place.search().query().isBlank() ? "" : place.search().query() + " · ") + "Concordance · Sourcebook";
    }
}
