package sourcebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
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
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.SearchEngine;
import sourcebook.ui.Navigation.DocumentPlace;

/// One document: its pages, its text with the hits marked, its record with the evidence.
@Route(value = "document/:id", layout = Shell.class)
final class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final Citations citations;
    private final CiteDialogs cite;
    private final Records records;

    private final H1 heading = new H1();
    private final Reader reader = new Reader();
    private final Strip strip = new Strip();
    private final Div stripColumn = new Div(strip);
    private final Div desk = new Div();
    private final Span hitLabel = new Span();
    private final Span pageLabel = new Span();
    private final Span asked = new Span();
    private final Div moves = new Div();
    private final Anchor back = new Anchor();
    private final Anchor original = new Anchor();
    private final Div empty = new Div();
    private final HitList hitList = new HitList(reader::goTo);
    private final FurniturePanel furniture = new FurniturePanel();
    private final CitedPassages cited;
    private final SidePanel side;

    private @Nullable CataloguedDocument document;
    private DocumentText text = DocumentText.NONE;
    private List<Hit> hits = List.of();
    private DocumentPlace place = DocumentPlace.of("", Navigation.SearchPlace.START);

    DocumentView(SearchEngine engine, Catalogue catalogue, Citations citations, CiteDialogs cite, Records records) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.citations = citations;
        this.cite = cite;
        this.records = records;
        this.cited = new CitedPassages(reader::toOffset);
        this.side = new SidePanel(catalogue, engine, records, hitList, cited, this::refresh);
        addClassName("read");
        getElement().setAttribute("data-tab", "text");
        stripColumn.addClassName("strip");
        stripColumn.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages");
        desk.addClassName("desk");
        desk.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        desk.getElement().setAttribute("aria-label", "Text of the document");
        empty.addClassName("no-text");
        desk.add(empty, reader, furniture);
        Div middle = new Div(tools(), desk);
        middle.addClassName("middle");
        heading.addClassName("sr-only");
        add(heading, tabs(), stripColumn, middle, side);
        reader.onHit(chosen -> hitChosen(chosen.hit()));
        reader.onPage(seen -> pageSeen(seen.page()));
        reader.onCite(selected -> citePassage(selected.start(), selected.end()));
    }

    private Div tools() {
        hitLabel.addClassNames("num", "hit-label");
        hitLabel.getElement().setAttribute("role", "status");
        NativeButton previous = moveButton("‹ k", "Previous hit", -1);
        NativeButton next = moveButton("j ›", "Next hit", 1);
        asked.addClassNames("small", "asked");
        moves.add(hitLabel, previous, next, asked);
        moves.addClassName("moves");
        pageLabel.addClassNames("small", "num", "page-label");
        NativeButton smaller = sizeButton("−", "Smaller text", -1);
        NativeButton larger = sizeButton("+", "Larger text", 1);
        original.setText("Original");
        original.setRouterIgnore(true);
        original.getElement().setAttribute("download", "");
        original.setTitle("Download the original file");
        back.addClassName("back");
        Span space = new Span();
        space.addClassName("space");
        Div tools = new Div(back, moves, space, pageLabel, smaller, larger, original);
        tools.addClassName("tools");
        return tools;
    }

    private static NativeButton moveButton(String label, String name, int step) {
        NativeButton button = new NativeButton(label);
        button.setAriaLabel(name);
        button.setTitle(name);
        button.getElement().setAttribute("data-move", Integer.toString(step));
        return button;
    }

    private static NativeButton sizeButton(String label, String name, int step) {
        NativeButton button = new NativeButton(label);
        button.setAriaLabel(name);
        button.addClassName("size");
        button.getElement().setAttribute("data-size", Integer.toString(step));
        return button;
    }

    private static Div tabs() {
        Div tabs = new Div(tab("strip", "Pages"), tab("text", "Text"), tab("record", "Record"));
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
        String query = place.from().query();
        String country = place.mentions();
        List<Hit> asked = query.isBlank() ? List.of() : engine.hits(found.get().id(), query);
        hits = country == null
                ? asked.stream().filter(hit -> hit.layer() == Layer.TEXT).toList()
                : mentions(found.get(), country);
        furniture.show(
                text.furniture(),
                asked.stream().filter(hit -> hit.layer() == Layer.FURNITURE).toList());
        show(found.get());
    }

    /// The places that name a country, as hits to go through.
    private List<Hit> mentions(CataloguedDocument shown, String country) {
        return catalogue.mentions(shown.id()).stream()
                .filter(mention -> mention.country().equals(country)
                        && mention.end() <= text.text().length())
                .map(mention -> new Hit(mention.start(), mention.end(), text.pageAt(mention.start())))
                .toList();
    }

    private void show(CataloguedDocument shown) {
        heading.setText(shown.displayTitle());
        int current = current();
        boolean readable = !text.text().isBlank();
        reader.setVisible(readable);
        empty.setVisible(!readable);
        empty.removeAll();
        if (!readable) {
            String why = shown.withoutText();
            empty.add(new Paragraph(why == null ? "This document has no text." : "Without text: " + why + "."));
        }
        stripColumn.setVisible(text.pages() > 1);
        setClassName("one-page", text.pages() <= 1);
        Integer page = place.page();
        Integer at = place.at();
        var language = shown.record().language();
        reader.open(
                text,
                hits,
                passages(shown),
                current,
                page == null ? 0 : Math.clamp(page, 1, text.pages()),
                at == null ? -1 : Math.clamp(at, 0, text.text().length()),
                language == null ? null : language.value());
        String country = place.mentions();
        asked.setText(country == null ? place.from().query() : Wording.country(country));
        long around = furniture.hits();
        moves.setVisible(!hits.isEmpty() || around > 0);
        pageLabel.setVisible(text.pages() > 1);
        labelPage(page == null ? (current >= 0 ? hits.get(current).page() : 1) : page);
        original.setHref("api/documents/" + shown.id() + "/original");
        original.setVisible(shown.present());
        showBack();
        hitList.show(country == null ? "Hits in this document" : "Mentions of " + Wording.country(country), text, hits);
        labelHit(current);
        if (hits.isEmpty() && around > 0) {
            hitLabel.setText(Wording.count(around, "hit", "hits") + " around the text");
            reader.goAround();
        }
        showSide(shown);
    }

    private void showBack() {
        long total = engine.search(place.from()
                        .request(engine, 0, 0)
                        .withPage(0, 0)
                        .withFacets(false)
                        .withCountHits(false))
                .total();
        back.setHref(place.from().address());
        back.setText("‹ " + Wording.count(total, "result", "results"));
        if (place.from().query().isBlank() && !place.from().refined()) {
            back.setText("‹ all documents");
        }
    }

    /// Index of the current hit: the one the address names, else the next after the offset it names, else the first.
    private int current() {
        if (hits.isEmpty()) {
            return -1;
        }
        Integer at = place.at();
        if (at != null) {
            for (int i = 0; i < hits.size(); i++) {
                if (hits.get(i).start() >= at) {
                    return i;
                }
            }
        }
        Integer hit = place.hit();
        if (hit == null) {
            return place.page() == null ? 0 : -1;
        }
        return Math.clamp(hit, 1, hits.size()) - 1;
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
        if (hit >= 0 && hit < hits.size()) {
            labelHit(hit);
            remember(place.withHit(hit + 1, null));
        }
    }

    private void labelHit(int hit) {
        boolean mentions = place.mentions() != null;
        hitLabel.setText(
                hit < 0
                        ? Wording.count(hits.size(), mentions ? "mention" : "hit", mentions ? "mentions" : "hits")
                        : (mentions ? "mention " : "hit ") + Wording.number(hit + 1) + " of "
                                + Wording.number(hits.size()));
        hitList.mark(hit);
    }

    private void pageSeen(int page) {
        labelPage(page);
        Integer hit = place.hit();
        Integer at = place.at();
        Integer anchor = hit != null && hit <= hits.size()
                ? Integer.valueOf(hits.get(hit - 1).page())
                : at != null && at <= text.text().length() ? Integer.valueOf(text.pageAt(at)) : null;
        boolean implied = anchor == null ? page == 1 : anchor == page;
        remember(new DocumentPlace(
                place.id(), place.from(), hit, implied ? null : page, implied ? at : null, place.mentions()));
    }

    private void labelPage(int page) {
        pageLabel.setText("page " + Wording.number(page) + " of " + Wording.number(text.pages()));
    }

    /// Keeps the address in step with what is in sight, without a new entry in the browser's history.
    private void remember(DocumentPlace now) {
        if (!now.equals(place)) {
            place = now;
            UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, now.address());
        }
    }

    private void citePassage(int from, int to) {
        CataloguedDocument shown = document;
        int start = Math.clamp(from, 0, text.text().length());
        int end = Math.clamp(to, start, text.text().length());
        while (start < end && Character.isWhitespace(text.text().charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.text().charAt(end - 1))) {
            end--;
        }
        if (shown == null || start == end) {
            return;
        }
        boolean paged = text.pages() > 1;
        Passage passage = new Passage(
                DocumentText.withoutBrokenWords(text.text().substring(start, end)),
                start,
                end,
                paged ? text.pageAt(start) : 0,
                paged ? text.pageAt(end - 1) : 0);
        cite.open(shown, passage, () -> showCited(shown));
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
