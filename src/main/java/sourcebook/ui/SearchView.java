package sourcebook.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.access.Access;
import sourcebook.analysis.SearchHistory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.search.Facet;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;

/// Search; and where nothing is asked, what the archive holds.
@Route(value = "", layout = Shell.class)
final class SearchView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final int PER_PAGE = 20;
    private static final int SNIPPETS = 3;

    private final SearchEngine engine;
    private final Records records;
    private final EmptyStates empty;
    private final Holdings holdings;
    private final ResultActions actions;
    private final SearchHistory history;
    private final Access access;
    private final SearchBox box = new SearchBox(query -> go(place().withQuery(query)));
    private final Div under = new Div();
    private final FacetPanel facets = new FacetPanel(this::go);
    private final ResultHead head;
    private final Div map = new Div();
    private final ComparedBar compared;
    private final ChosenResults chosen;
    private final Div likeWords = new Div();
    private final Div said = new Div();
    private final ResultList list;
    private final Div results = new Div();
    private final Div pager = new Div();
    private final Div columns = new Div();
    private final Div start = new Div();
    private SearchPlace place = SearchPlace.START;
    private boolean attached;

    SearchView(
            SearchEngine engine,
            Records records,
            CiteDialogs cite,
            EmptyStates empty,
            Holdings holdings,
            ResultActions actions,
            SearchHistory history,
            Access access) {
        this.engine = engine;
        head = new ResultHead(engine, this::go);
        this.records = records;
        this.empty = empty;
        this.holdings = holdings;
        this.actions = actions;
        this.history = history;
        this.access = access;
        addClassName("search");
        H1 heading = new H1("Search the archive");
        heading.addClassName("sr-only");
        under.addClassName("under");
        Div ask = new Div(heading, box, under);
        ask.addClassName("ask");
        compared = new ComparedBar(engine, this::go);
        chosen = new ChosenResults(engine, records, this::show);
        list = new ResultList(chosen::choose, cite::document);
        results.add(said, list);
        results.addClassName("results");
        likeWords.addClassName("like-words");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of results");
        Section found = new Section(head, compared, map, chosen, likeWords, results, pager);
        found.setAriaLabel("Results");
        found.addClassName("found");
        columns.add(facets, found);
        columns.addClassName("cols");
        start.addClassName("start");
        add(ask, start);
    }

    /// When it has lost touch with the browser, Flow sends all that it knows again: the list of results, of which it
    /// keeps nothing, is searched anew.
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (attached) {
            event.getUI().beforeClientResponse(this, _ -> show());
        }
        attached = true;
    }

    private void go(SearchPlace to) {
        Navigation.go(to.address());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        SearchPlace before = place;
        place = SearchPlace.of(event.getLocation().getQueryParameters());
        if (!before.withPage(1).equals(place.withPage(1))) {
            chosen.clear();
        }
        show();
        if (before.page() != place.page()) {
            getElement().executeJs("window.scrollTo(0, 0)");
        }
        results.getElement().setAttribute("data-address", place.address());
        getElement().executeJs("window.sourcebook?.resume?.(this)");
    }

    private void show() {
        box.show(place.query());
        box.offer(history.last(access.owner()));
        start.removeAll();
        under.removeAll();
        boolean nothingYet = engine.size() == 0;
        boolean browse = place.asksNothing() && place.map() == null;
        if (nothingYet) {
            columns.removeFromParent();
            start.add(empty.noDocuments());
        } else if (browse) {
            columns.removeFromParent();
            start.add(holdings.shown(place, this::go));
        } else {
            if (columns.getParent().isEmpty()) {
                add(columns);
            }
            showFound(engine.search(place.request(engine, PER_PAGE, SNIPPETS)));
        }
    }

    private void showFound(SearchResult result) {
        if (place.page() == 1) {
            history.record(access.owner(), place.address(), place.query(), result.total());
        }
        under.add(new Understood(place, result, engine, likeTitle(), this::go));
        facets.show(place, result, engine.facets());
        head.show(place, result, actions(result));
        compared.show(place);
        showMap(result);
        showLikeWords(result);
        said.removeAll();
        if (result.incomplete() != null) {
            Div incomplete = new Div(new Span(result.incomplete()));
            incomplete.addClassName("incomplete");
            incomplete.getElement().setAttribute("role", "status");
            said.add(incomplete);
        }
        if (result.total() == 0) {
            said.add(empty.nothingFound(place, result));
        } else if (result.results().isEmpty()) {
            said.add(empty.beyondTheLast(place));
        }
        list.show(result, place, chosen.ids());
        new Pager(
                        place.page(),
                        result.total(),
                        PER_PAGE,
                        page -> place.withPage(page).address())
                .fill(pager);
    }

    /// What can be done with all results, as links and buttons at the end of the head, in this order.
    private List<Component> actions(SearchResult result) {
        List<Component> actions = new ArrayList<>(this.actions.of(place.withAgainst(null), result.total()));
        if (result.total() > 0) {
            long matching = result.copies(); // not the answer itself: the button stays longer than that is needed
            NativeButton edit = new NativeButton("Edit records", click -> chosen.editAll(place, matching));
            edit.addClassName("edit-all");
            edit.setTitle("Change one field of all these records at once");
            actions.add(edit);
        }
        if (place.against() == null) {
            NativeButton compare = new NativeButton("Compare", click -> go(place.withAgainst(CompareView.kept(place))));
            compare.setTitle("Keep this selection, and put another beside it");
            actions.add(compare);
        }
        return actions;
    }

    private void showMap(SearchResult result) {
        map.removeAll();
        Facet facet = place.map();
        if (facet != null) {
            map.add(new MapSection(facet, place, result, this::go));
        }
    }

    private String likeTitle() {
        return Optional.ofNullable(place.like())
                .map(LikeThis::id)
                .flatMap(engine::find)
                .flatMap(records::find)
                .map(CataloguedDocument::displayTitle)
                .map(title -> "“" + title + "”")
                .orElse("a document that is not here");
    }

    private void showLikeWords(SearchResult result) {
        likeWords.removeAll();
        if (!result.likeWords().isEmpty()) {
            likeWords.add(new Span("Alike in "));
            for (int i = 0; i < result.likeWords().size(); i++) {
                String word = result.likeWords().get(i);
                likeWords.add(
                        new Span(i == 0 ? "" : " · "),
                        new Anchor(SearchPlace.START.withQuery(word).address(), word));
            }
        }
    }

    private SearchPlace place() {
        return place;
    }

    /// The range as a chip shows it.
    static String chip(YearRange range) {
        return range.from() == range.to() ? Integer.toString(range.from()) : range.from() + "–" + range.to();
    }

    @Override
    public String getPageTitle() {
        return place.query().isBlank() ? "Sourcebook" : place.query() + " · Sourcebook";
    }
}
