package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Weakness;
import sourcebook.catalogue.Weaknesses;

/// Documents whose records miss a value or only guess it, field by field, to be put right many at once.
@Route(value = "weak", layout = Shell.class)
@PageTitle("Weak values · Sourcebook")
final class WeakView extends Div implements AfterNavigationObserver {
    private static final int PER_PAGE = 50;
    /// Most records that one change is made on.
    private static final int MOST = 10_000;

    private final Catalogue catalogue;
    private final Records records;
    private final Nav fields = new Nav();
    private final H2 heading = new H2();
    private final Span total = new Span();
    private final NativeButton all = new NativeButton("Choose this page", click -> choosePage());
    private final NativeButton every = new NativeButton("", click -> editEvery());
    private final NativeButton edit = new NativeButton("", click -> edit());
    private final DocumentList list = new DocumentList(this::chosen);
    private final Div pager = new Div();
    private final Div empty = new Div();
    private WeakPlace place = new WeakPlace(RecordField.DATE, Weakness.MISSING, 1);
    private List<CataloguedDocument> documents = List.of();
    private Set<DocumentId> chosen = Set.of();

    WeakView(Catalogue catalogue, Records records) {
        this.catalogue = catalogue;
        this.records = records;
        addClassNames("plain", "weak");
        H1 title = new H1("Weak values");
        Paragraph what = new Paragraph(
                "What the records do not say, or only guess. A value that you set is sure, and so is “unknown” when you set it.");
        what.addClassName("lead");
        fields.setAriaLabel("Fields");
        fields.addClassName("weak-fields");
        total.addClassNames("num", "total");
        edit.addClassName("primary");
        Div ways = new Div(all, every, edit);
        ways.addClassName("ways");
        Div head = new Div(heading, total, ways);
        head.addClassName("ledger-head");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of documents");
        Section found = new Section(head, list, empty, pager);
        found.setAriaLabel("Documents");
        Div columns = new Div(fields, found);
        columns.addClassName("weak-columns");
        add(title, what, columns);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place = WeakPlace.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        List<Weaknesses> all = catalogue.weaknesses();
        fields.removeAll();
        all.forEach(weaknesses -> fields.add(row(weaknesses)));
        long count = all.stream()
                .filter(weaknesses -> weaknesses.field() == place.field())
                .mapToLong(weaknesses -> count(weaknesses, place.weakness()))
                .findFirst()
                .orElse(0);
        String field = place.field().label().toLowerCase(Locale.ROOT);
        heading.setText(place.weakness() == Weakness.MISSING ? "Without " + field : "Unsure " + field);
        total.setText(Wording.count(count, "document", "documents"));
        documents = catalogue.weak(place.field(), place.weakness(), (place.page() - 1) * PER_PAGE, PER_PAGE);
        list.show(documents, place.field(), Set.of());
        this.all.setVisible(!documents.isEmpty());
        every.setVisible(count > documents.size());
        every.setText("Edit all " + Wording.number(Math.min(count, MOST)));
        empty.removeAll();
        if (documents.isEmpty()) {
            empty.add(empty(count));
        }
        new Pager(place.page(), count, PER_PAGE, page -> new WeakPlace(place.field(), place.weakness(), page).address())
                .fill(pager);
    }

    private Div empty(long count) {
        Div state = new Div();
        state.addClassName("empty");
        if (count > 0) {
            state.add(
                    new H2("There are not that many"),
                    new Paragraph(new Anchor(
                            new WeakPlace(place.field(), place.weakness(), 1).address(), "Back to the first page")));
        } else {
            state.add(new H2("Nothing to do here"), new Paragraph("Every document has this value, and knows it."));
        }
        return state;
    }

    private Div row(Weaknesses weaknesses) {
        Span name = new Span(weaknesses.field().label());
        Div row = new Div(name, link(weaknesses, Weakness.MISSING), link(weaknesses, Weakness.WEAK));
        row.addClassName("weak-field");
        return row;
    }

    private Anchor link(Weaknesses weaknesses, Weakness kind) {
        long count = count(weaknesses, kind);
        String label = Wording.number(count) + (kind == Weakness.MISSING ? " missing" : " unsure");
        Anchor link = new Anchor(new WeakPlace(weaknesses.field(), kind, 1).address(), label);
        link.setAriaLabel(weaknesses.field().label() + ": " + label);
        link.addClassName("num");
        link.setClassName("none", count == 0);
        if (weaknesses.field() == place.field() && kind == place.weakness()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private static long count(Weaknesses weaknesses, Weakness kind) {
        return kind == Weakness.MISSING ? weaknesses.missing() : weaknesses.weak();
    }

    private void chosen(Set<DocumentId> now) {
        chosen = now;
        edit.setVisible(!now.isEmpty());
        edit.setText("Edit " + Wording.count(now.size(), "record", "records"));
        all.setText(!documents.isEmpty() && now.size() == documents.size() ? "Choose none" : "Choose this page");
    }

    private void choosePage() {
        list.chooseAll(documents, chosen.size() < documents.size());
    }

    private void edit() {
        new BulkEdit(records, chosen, place.field(), this::show).open();
    }

    private void editEvery() {
        Set<DocumentId> ids = new LinkedHashSet<>(catalogue.weakIds(place.field(), place.weakness(), MOST));
        new BulkEdit(records, ids, place.field(), this::show).open();
    }
}
