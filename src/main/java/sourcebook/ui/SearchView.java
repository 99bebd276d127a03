package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;
import sourcebook.ui.Navigation.SearchPlace;

/// Search, and browsing when nothing is asked.
@Route(value = "", layout = Shell.class)
final class SearchView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final int PER_PAGE = 20;
    private static final int SNIPPETS = 3;
    private static final int STRETCH = 2_000;

    private final SearchEngine engine;
    private final Records records;
    private final CiteDialogs cite;
    private final EmptyStates empty;
    private final TextField box = new TextField();
    private final Div under = new Div();
    private final FacetPanel facets = new FacetPanel(this::go);
    private final Span total = new Span();
    private final Span beside = new Span();
    private final Counting counting = new Counting(stories -> go(place().withStories(stories)));
    private final Choice<Sort> sort = new Choice<>("Order", List.of(Sort.values()), SearchView::label, this::reorder);
    private final NativeButton edit = new NativeButton("Edit records");
    private final Div chosenBar = new Div();
    private final Div results = new Div();
    private final Div pager = new Div();
    private final Div columns = new Div();
    private final Div start = new Div();
    private final Set<DocumentId> chosen = new LinkedHashSet<>();
    private SearchPlace place = SearchPlace.START;
    private long matching;

    SearchView(SearchEngine engine, Records records, CiteDialogs cite, EmptyStates empty) {
        this.engine = engine;
        this.records = records;
        this.cite = cite;
        this.empty = empty;
        addClassName("search");
        H1 heading = new H1("Search the archive");
        heading.addClassName("sr-only");
        under.addClassName("under");
        Div ask = new Div(heading, box(), under);
        ask.addClassName("ask");
        results.addClassName("results");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of results");
        Section found = new Section(head(), chosenBar, results, pager);
        found.setAriaLabel("Results");
        found.addClassName("found");
        columns.add(facets, found);
        columns.addClassName("cols");
        start.addClassName("start");
        add(ask, start, columns);
    }

    private TextField box() {
        box.addClassName("box");
        box.setAriaLabel("Search");
        box.setPlaceholder("a word, or “a phrase”");
        Span lens = new Span();
        lens.addClassName("lens");
        lens.getElement().setAttribute("aria-hidden", "true");
        Span key = new Span("/");
        key.addClassName("key");
        key.setTitle("Press / to come here");
        key.getElement().setAttribute("aria-hidden", "true");
        box.setPrefixComponent(lens);
        box.setSuffixComponent(key);
        box.setClearButtonVisible(true);
        box.getElement().setAttribute("autocomplete", "off");
        box.addKeyPressListener(
                Key.ENTER, enter -> go(place.withQuery(box.getValue().strip())));
        return box;
    }

    private Div head() {
        total.addClassNames("num", "total");
        total.getElement().setAttribute("role", "status");
        NativeButton open = new NativeButton("Narrow");
        open.addClassName("open-facets");
        open.getElement().setAttribute("data-action", "open-facets");
        edit.addClassName("edit-all");
        edit.addClickListener(click -> editAll());
        edit.setTitle("Change one field of all these records at once");
        beside.addClassNames("beside", "num");
        Div sums = new Div(total, beside);
        sums.addClassName("sums-line");
        Div head = new Div(sums, open, counting, sort, edit);
        head.addClassName("head");
        chosenBar.addClassName("chosen-bar");
        return head;
    }

    private void reorder(Sort order) {
        go(place.withSort(order));
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
        box.setValue(place.query());
        SearchResult result = engine.search(place.request(PER_PAGE, SNIPPETS));
        matching = result.copies();
        boolean nothingYet = engine.size() == 0;
        start.removeAll();
        columns.setVisible(!nothingYet);
        if (nothingYet) {
            start.add(empty.noDocuments());
        }
        under.removeAll();
        under.add(new Understood(place, result, this::go));
        facets.show(place, result.facets());
        sort.choose(place.order());
        sort.setVisible(result.total() > 1);
        edit.setVisible(result.total() > 0);
        counting.choose(place.stories());
        counting.setVisible(place.stories() || result.stories() < result.copies());
        showTotals(result);
        results.removeAll();
        if (result.total() == 0) {
            results.add(empty.nothingFound(place, this::go));
        } else if (result.results().isEmpty()) {
            results.add(empty.beyondTheLast(place));
        }
        result.results()
                .forEach(one -> results.add(
                        new ResultCard(one, place, chosen.contains(one.id()), this::choose, id -> cite.document(id))));
        new Pager(
                        place.page(),
                        result.total(),
                        PER_PAGE,
                        page -> place.withPage(page).address())
                .fill(pager);
        showChosen();
    }

    private void showTotals(SearchResult result) {
        String documents = Wording.count(result.copies(), "document", "documents");
        String counted = place.stories() ? Wording.count(result.stories(), "story", "stories") : documents;
        Long hits = result.hitCount();
        total.setText(
                place.query().isBlank() || hits == null
                        ? counted
                        : Wording.count(hits, "hit", "hits") + " in " + counted);
        beside.removeAll();
        if (result.stories() < result.copies()) {
            beside.add(new Text(
                    place.stories() ? "in " + documents : Wording.count(result.stories(), "story", "stories")));
        }
        Long inFurniture = result.inFurniture();
        Optional<String> there = QueryParser.parse(place.query()).inFurniture();
        if (inFurniture != null && inFurniture > 0 && there.isPresent()) {
            Anchor link = new Anchor(
                    place.withQuery(there.get()).address(), "also in page furniture: " + Wording.number(inFurniture));
            link.setTitle("Menus, teasers and comments around the text, which are not counted");
            beside.add(link);
        }
    }

    private SearchPlace place() {
        return place;
    }

    private void choose(DocumentId id, boolean now) {
        if (now) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
        showChosen();
    }

    private void showChosen() {
        chosenBar.removeAll();
        chosenBar.setVisible(!chosen.isEmpty());
        if (!chosen.isEmpty()) {
            chosenBar.add(
                    new Span(Wording.count(chosen.size(), "document chosen", "documents chosen")),
                    new NativeButton(
                            "Edit " + Wording.count(chosen.size(), "record", "records"),
                            click -> edit(Set.copyOf(chosen))),
                    new NativeButton("Choose none", click -> {
                        chosen.clear();
                        show();
                    }));
        }
    }

    /// All matching documents, each copy of a story among them, read in stretches so that a large archive is never held
    /// at once.
    private void editAll() {
        SearchRequest all =
                place.withStories(false).request(PER_PAGE, 0).withFacets(false).withCountHits(false);
        Set<DocumentId> ids = new LinkedHashSet<>();
        for (int from = 0; from < matching; from += STRETCH) {
            engine.search(all.withPage(from, STRETCH)).results().forEach(one -> ids.add(one.id()));
        }
        edit(ids);
    }

    private void edit(Set<DocumentId> ids) {
        new BulkEdit(records, ids, RecordField.DATE, this::show).open();
    }

    static String label(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "by relevance";
            case NEWEST -> "newest first";
            case OLDEST -> "oldest first";
        };
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
