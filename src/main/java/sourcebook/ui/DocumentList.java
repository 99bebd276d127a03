package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Evidence;
import sourcebook.catalogue.RecordField;

/// Documents to choose from, each with what its record says of one field and why.
final class DocumentList extends Div {
    private final Set<DocumentId> chosen = new LinkedHashSet<>();
    private final List<Element> boxes = new ArrayList<>();
    private final Consumer<Set<DocumentId>> changed;

    /// @param changed told what is chosen, after each change
    DocumentList(Consumer<Set<DocumentId>> changed) {
        this.changed = changed;
        addClassName("document-list");
    }

    void show(List<CataloguedDocument> documents, RecordField field, Set<DocumentId> nowChosen) {
        removeAll();
        boxes.clear();
        chosen.clear();
        chosen.addAll(nowChosen);
        documents.forEach(document -> add(row(document, field)));
        changed.accept(Set.copyOf(chosen));
    }

    void chooseAll(List<CataloguedDocument> documents, boolean all) {
        documents.forEach(document -> {
            if (all) {
                chosen.add(document.id());
            } else {
                chosen.remove(document.id());
            }
        });
        boxes.forEach(box -> box.setProperty("checked", all));
        changed.accept(Set.copyOf(chosen));
    }

    private Div row(CataloguedDocument document, RecordField field) {
        Element box = new Element("input")
                .setAttribute("type", "checkbox")
                .setAttribute("aria-label", "Choose " + document.displayTitle());
        box.setProperty("checked", chosen.contains(document.id()));
        box.addPropertyChangeListener("checked", "change", change -> {
            if (Boolean.TRUE.equals(change.getValue())) {
                chosen.add(document.id());
            } else {
                chosen.remove(document.id());
            }
            changed.accept(Set.copyOf(chosen));
        });
        boxes.add(box);
        NativeLabel pick = new NativeLabel();
        pick.addClassName("pick");
        pick.getElement().appendChild(box);

        Anchor title = new Anchor(
                DocumentPlace.of(document.id().shortForm(), SearchPlace.START).address(), document.displayTitle());
        title.getElement().setAttribute("dir", "auto");
        title.addClassName("title");
        Span path = new Span(
                document.locations().isEmpty()
                        ? document.id().shortForm()
                        : document.locations().getFirst().toString());
        path.addClassNames("ev", "path");
        List<String> values = FieldEditor.read(document.record(), field);
        Span value = new Span(FieldEditor.describe(field, values));
        value.setClassName("unknown", values.isEmpty());
        value.getElement().setAttribute("dir", "auto");
        Div says = new Div(value);
        says.addClassName("says");
        for (Evidence evidence : FieldEditor.evidence(document.record(), field)) {
            Span why = new Span(evidence.describe());
            why.addClassName("ev");
            why.getElement().setAttribute("dir", "auto");
            says.add(why);
        }
        Div row = new Div(pick, new Div(title, path), says);
        row.addClassName("document-row");
        return row;
    }
}
