package sourcebook.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
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
import sourcebook.ui.Navigation.DocumentPlace;

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
    private final Div note = new Div();
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
    private DocumentPlace place = DocumentPlace.of("", Navigation.SearchPlace.START);

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
        this.asking = new Awaited((shown, itsText) -> Appearance.of(shown, itsText, pages, clean));
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
        note.addClassName("reading-note");
        note.getElement().setAttribute("role", "note");
        Div way = new Div();
        way.addClassName("way");
        way.getElement().setAttribute("role", "status").setAttribute("hidden", true);
        desk.add(note, empty, reader, furniture);
        Div middle = new Div(tools, findBar, desk, way);
        middle.addClassName("middle");
        heading.addClassName("sr-only");
        add(heading, tabs(), stripColumn, middle, side);
        reader.onHit(chosen -> hitChosen(chosen.hit()));
        reader.onPage(seen -> pageSeen(seen.page()));
        reader.onCite(selected -> citePassage(selected.start(), selected.end()));
        reader.onLike(selected -> findLike(selected.start(), selected.end()));
    }

    private static Div tabs() {
        Div tabs = new Div(tab("strip", "Pages"), tab("text", "Document"), tab("record", "Record"));
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("role", "group").setAttribute("aria-label", "Show");
        return tabs;
    }

    private static NativeButton tab(String name, String label) {
        NativeButton tab = new NativeButton(label);
        tab.getElement()
                .setAttribute("data-action", "tab")
                .setAttribute("data-tab", name)
                .setAttribute("aria-pressed", Boolean.toString(name.equals("text")));
        return tab;
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
        showBack();
        if (hits.inText().isEmpty() && !hits.around().isEmpty()) {
            reader.goAround();
        }
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
                markedQuery(),
                !hits.around().isEmpty(),
                passages(shown),
                current,
                page == null ? 0 : Math.clamp(page, 1, Math.max(1, count)),
                at == null ? -1 : Math.clamp(at, 0, text.text().length()),
                neighbours,
                late));
        tools.showViews(place, appearance.pages() != null);
        tools.labelPage(
                page == null ? (current >= 0 ? hits.inText().get(current).page() : 1) : page, count);
    }

    /// What keeps the pages from being shown, or their text from being there.
    private void showNote(CataloguedDocument shown, boolean pictured) {
        String withoutText = shown.withoutText();
        String sentence = "";
        if (!shown.present()) {
            sentence = "The original is no longer in the archive’s folder: this is the text that was kept of it.";
        } else if (awaited && PageReader.draws(shown)) {
            sentence = "The pages are being opened.";
        } else if (appearance.refusal() != null) {
            sentence = "The pages cannot be shown. " + appearance.refusal();
        } else if (pictured && withoutText != null) {
            sentence = "Without text yet: " + withoutText + ". It can be read here, and not searched.";
        }
        String late = place.find() == null ? hits.incomplete() : null; // else the find bar says so
        String said = late == null ? sentence : (sentence + " " + late).strip();
        note.setText(said);
        note.setVisible(!said.isEmpty());
    }

    /// The labels and the list of the hits.
    private void showHits(int current) {
        String country = place.mentions();
        String find = place.find();
        tools.showHits(
                !hits.inText().isEmpty() || !hits.around().isEmpty(),
                hits.label(current, place),
                country == null ? DocumentHits.query(place) : Wording.country(country));
        hitList.show(
                country == null
                        ? (find == null ? "Hits in this document" : "Found in this document")
                        : "Mentions of " + Wording.country(country),
                text,
                hits.inText());
        hitList.mark(current);
        findBar.show(find, hits.found(), find == null ? List.of() : findNotes(find));
    }

    /// What is to be said of what is looked for in this document.
    private List<String> findNotes(String find) {
        List<String> notes = new ArrayList<>(engine.parse(find).notes());
        Optional.ofNullable(hits.incomplete()).ifPresent(notes::add);
        return notes;
    }

    /// Of which query the hits are, null for none's.
    private @Nullable String markedQuery() {
        String query = DocumentHits.query(place);
        return place.mentions() == null && !query.isBlank() ? query : null;
    }

    private void showBack() {
        String label = "‹ " + Wording.count(neighbours.total(), "result", "results");
        if (place.from().query().isBlank() && !place.from().refined()) {
            label = "‹ all documents";
        }
        String where = neighbours.place() > 0 && neighbours.total() > 1
                ? Wording.number(neighbours.place()) + " of "
                        + Wording.count(neighbours.total(), "document", "documents")
                : "";
        tools.showBack(place.from().address(), label, where);
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
        int current = found.isEmpty() ? -1 : 0;
        showHits(current);
        if (current >= 0) {
            tools.labelPage(found.get(current).page(), pageCount());
        }
        reader.showHits(markedQuery(), found, current, !hits.around().isEmpty());
    }

    /// Searches for what is like a passage.
    private void findLike(int start, int end) {
        CataloguedDocument shown = document;
        if (shown != null && start < end) {
            Navigation.go(Navigation.SearchPlace.START
                    .withLike(new Navigation.LikeThis(shown.id().shortForm(), start, end))
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
        if (hit >= 0 && hit < hits.inText().size()) {
            tools.labelHit(hits.label(hit, place));
            hitList.mark(hit);
            tools.labelPage(hits.inText().get(hit).page(), pageCount());
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

    /// Keeps the address in step with what is in sight, without a new entry in the browser's history.
    private void remember(DocumentPlace now) {
        if (!now.equals(place)) {
            place = now;
            UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, now.address());
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
