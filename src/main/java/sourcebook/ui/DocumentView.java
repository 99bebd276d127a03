package sourcebook.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.citation.Citation;
import sourcebook.citation.Citations;
import sourcebook.citation.Passage;
import sourcebook.reading.Answer;
import sourcebook.reading.CleanPage;
import sourcebook.reading.DocumentPages;
import sourcebook.reading.PageReader;
import sourcebook.search.Hit;
import sourcebook.search.SearchEngine;

/// One document: its pages or its text with the hits marked, its record with the evidence.
@Route(value = "document/:id", layout = Shell.class)
final class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final Citations citations;
    private final CiteDialogs cite;
    private final Records records;
    private final Awaited asking;
    private final DocumentHits hits;

    private final H1 heading = new H1();
    private final Reader reader = new Reader();
    private final Strip strip = new Strip();
    private final Div stripColumn = new Div(strip);
    private final Div desk = new Div();
    private final ReaderTools tools = new ReaderTools();
    private final FindBar findBar = new FindBar(this::find);
    private final ReadingNote note = new ReadingNote();
    private final Div empty = new Div();
    private final HitList hitList = new HitList(reader::goTo);
    private final FurniturePanel furniture = new FurniturePanel();
    private final CitedPassages cited;
    private final SidePanel side;

    /// How often the page asks whether the pages have come.
    private static final int POLL_MILLIS = 500;

    private @Nullable CataloguedDocument document;
    private DocumentText text = DocumentText.NONE;
    private Appearance appearance = Appearance.NONE;
    private boolean awaited;
    private Neighbours neighbours = Neighbours.NONE;
    private DocumentPlace place = DocumentPlace.of("", SearchPlace.START);

    DocumentView(
            SearchEngine engine,
            Catalogue catalogue,
            Citations citations,
            CiteDialogs cite,
            Records records,
            PageReader pages,
            CleanPage clean) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.citations = citations;
        this.cite = cite;
        this.records = records;
        this.asking = new Awaited(
                shown -> Appearance.ofPages(shown, pages),
                (shown, itsText) -> Appearance.inParts(shown, itsText, clean));
        this.hits = new DocumentHits(engine, catalogue);
        this.cited = new CitedPassages(reader::toOffset);
        this.side = new SidePanel(catalogue, engine, records, hitList, cited, this::refresh);
        addClassName("read");
        getElement().setAttribute("data-tab", "text");
        stripColumn.addClassName("strip");
        stripColumn.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages");
        desk.addClassName("desk");
        desk.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        desk.getElement().setAttribute("aria-label", "The document");
        empty.addClassName("no-text");
        Div way = new Div();
        way.addClassName("way");
        way.getElement().setAttribute("role", "status").setAttribute("hidden", true);
        desk.add(note, empty, reader, furniture);
        Div middle = new Div(tools, findBar, desk, way);
        middle.addClassName("middle");
        heading.addClassName("sr-only");
        add(heading, new ReadingTabs(), stripColumn, middle, side);
        reader.onHit(this::hitChosen);
        reader.onPage(this::pageSeen);
        reader.onCite(this::citePassage);
        reader.onLike(this::findLike);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        Optional<CataloguedDocument> found = catalogue.findByPrefix(id);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no document " + id + " in this archive.");
            return;
        }
        place = DocumentPlace.of(id, event.getLocation().getQueryParameters());
        document = found.get();
        text = catalogue.text(found.get().id()).orElse(DocumentText.NONE);
        lookUp(found.get());
        show(found.get());
    }

    private void lookUp(CataloguedDocument shown) {
        hits.lookUp(shown, text, place);
        furniture.show(text.furniture(), hits.around());
    }

    private void show(CataloguedDocument shown) {
        heading.setText(shown.displayTitle());
        neighbours = Neighbours.of(engine, shown.id(), place);
        int current = hits.current(place);
        askAppearance(shown);
        showReader(shown, current, false);
        showHits(current);
        tools.showOriginal("api/documents/" + shown.id() + "/original", shown.present());
        tools.showBack(place, neighbours);
        showSide(shown);
    }

    /// Until it is known how to show it the plain text is shown, and the page asks now and then.
    private void askAppearance(CataloguedDocument shown) {
        UI ui = UI.getCurrentOrThrow();
        appearance = Appearance.NONE;
        Optional<Answer<Appearance>> atOnce = asking.ask(
                shown, text, task -> ui.accessLater(task::run, () -> {}).run(), answer -> {
                    ui.setPollInterval(-1);
                    answered(shown, answer);
                    if (appearance.isPlain() && !text.text().isBlank()) {
                        showNote(shown, false); // the text is there
                    } else {
                        showReader(shown, hits.current(place), true);
                    }
                });
        awaited = atOnce.isEmpty();
        ui.setPollInterval(awaited ? POLL_MILLIS : -1);
        atOnce.ifPresent(answer -> answered(shown, answer));
    }

    private void answered(CataloguedDocument shown, Answer<Appearance> answer) {
        awaited = false;
        appearance = Appearance.of(answer, shown);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        asking.stop();
        event.getUI().setPollInterval(-1);
    }

    /// @param late whether somebody may be reading it already
    private void showReader(CataloguedDocument shown, int current, boolean late) {
        DocumentPages shownPages = place.asText() ? null : appearance.pages();
        boolean readable = shownPages != null || !text.text().isBlank();
        String withoutText = shown.withoutText();
        empty.setVisible(!readable && !awaited);
        empty.removeAll();
        if (!readable) {
            empty.add(new Paragraph(
                    withoutText == null ? "This document has no text." : "Without text: " + withoutText + "."));
        }
        showNote(shown, shownPages != null);
        reader.setVisible(readable);
        int count = pageCount();
        stripColumn.setVisible(count > 1);
        setClassName("one-page", count <= 1);
        Integer page = place.page();
        Integer at = place.at();
        reader.open(new Reader.Opening(
                shown,
                text,
                shownPages,
                appearance.structure(),
                hits.inText(),
                DocumentHits.marked(place),
                hits.around().size(),
                passages(shown),
                current,
                page == null ? 0 : Math.clamp(page, 1, Math.max(1, count)),
                at == null ? -1 : Math.clamp(at, 0, text.text().length()),
                neighbours,
                late));
        tools.showViews(place, appearance.pages() != null);
        tools.labelPage(page == null ? (current >= 0 ? hits.all().get(current).page() : 1) : page, count);
    }

    private void showNote(CataloguedDocument shown, boolean pictured) {
        String late = place.find() == null ? hits.incomplete() : null; // else the find bar says so
        note.show(shown, awaited, appearance.refusal(), pictured, late);
    }

    /// The labels and the list of the hits.
    private void showHits(int current) {
        String country = place.mentions();
        String find = place.find();
        tools.showHits(
                !hits.all().isEmpty(),
                hits.label(current, place),
                country == null ? DocumentHits.query(place) : Wording.country(country));
        hitList.show(
                country == null
                        ? (find == null ? "Hits in this document" : "Found in this document")
                        : "Mentions of " + Wording.country(country),
                text,
                hits.all());
        hitList.mark(current);
        findBar.show(find, hits.found(), find == null ? List.of() : findNotes(find));
    }

    /// What is to be said of what is looked for in this document.
    private List<String> findNotes(String find) {
        List<String> notes = new ArrayList<>(engine.parse(find).notes());
        Optional.ofNullable(hits.incomplete()).ifPresent(notes::add);
        return notes;
    }

    /// Looks for something in this document alone; null: the search's hits again.
    private void find(@Nullable String query) {
        CataloguedDocument shown = document;
        if (shown == null || Objects.equals(query, place.find())) {
            return;
        }
        remember(place.withFind(query));
        lookUp(shown);
        List<Hit> found = hits.inText();
        int current = hits.all().isEmpty() ? -1 : 0;
        showHits(current);
        if (!found.isEmpty()) {
            tools.labelPage(found.getFirst().page(), pageCount());
        }
        reader.showHits(
                DocumentHits.marked(place), found, current, hits.around().size());
    }

    /// Searches for what is like a passage.
    private void findLike(int start, int end) {
        CataloguedDocument shown = document;
        if (shown != null && start < end) {
            Navigation.go(SearchPlace.START
                    .withLike(new LikeThis(shown.id().shortForm(), start, end))
                    .address());
        }
    }

    private void showCited(CataloguedDocument shown) {
        reader.showCited(passages(shown));
    }

    private List<Passage> passages(CataloguedDocument shown) {
        List<Citation> all = citations.ofDocument(shown.id());
        cited.show(all);
        return all.stream().map(Citation::passage).filter(Objects::nonNull).toList();
    }

    private void hitChosen(int hit) {
        if (hit >= 0 && hit < hits.all().size()) {
            tools.labelHit(hits.label(hit, place));
            hitList.mark(hit);
            if (hit < hits.inText().size()) {
                tools.labelPage(hits.inText().get(hit).page(), pageCount());
            }
            remember(place.withHit(hit + 1, null));
        }
    }

    private int pageCount() {
        DocumentPages shown = appearance.pages();
        return shown != null && !place.asText() ? shown.pages().size() : text.pages();
    }

    private void pageSeen(int page) {
        tools.labelPage(page, pageCount());
        Integer hit = place.hit();
        Integer at = place.at();
        Integer anchor = hit != null && hit <= hits.inText().size()
                ? Integer.valueOf(hits.inText().get(hit - 1).page())
                : at != null && at <= text.text().length() ? Integer.valueOf(text.pageAt(at)) : null;
        boolean implied = anchor == null ? page == 1 : anchor == page;
        remember(place.inSight(implied ? null : page, implied ? at : null));
    }

    /// Keeps the address in step with what is in sight, without a new entry in the browser's history. Not by Flow's
    /// own history: its client queues addresses, and of several in quick succession the last may stay in the queue.
    /// Nor where the reader has gone back to another page meanwhile.
    private void remember(DocumentPlace now) {
        if (!now.equals(place)) {
            place = now;
            UI.getCurrentOrThrow().getPage().executeJs("""
                            const to = new URL($0, document.baseURI);
                            if (to.pathname === location.pathname) {
                              history.replaceState(history.state, '', to);
                            }
                            """, now.address());
            tools.showViews(now, appearance.pages() != null);
        }
    }

    private void citePassage(int from, int to) {
        CataloguedDocument shown = document;
        Passage passage = SelectedPassage.of(text, from, to, pageCount() > 1);
        if (shown != null && passage != null) {
            cite.open(shown, passage, () -> showCited(shown));
        }
    }

    private void showSide(CataloguedDocument shown) {
        side.show(shown, text, place, () -> edit(shown), () -> cite.open(shown, null, () -> showCited(shown)));
    }

    private void edit(CataloguedDocument shown) {
        new EditDialog(records, catalogue, shown, this::refresh).open();
    }

    /// The record or the story changed.
    private void refresh() {
        CataloguedDocument shown = document;
        if (shown != null) {
            catalogue.find(shown.id()).ifPresent(changed -> {
                document = changed;
                heading.setText(changed.displayTitle());
                showSide(changed);
            });
        }
    }

    @Override
    public String getPageTitle() {
        CataloguedDocument shown = document;
        return (shown == null ? "Document" : shown.displayTitle()) + " · Sourcebook";
    }
}
