package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;

/// One field set for many documents at once: first what each says now and would say, then the change, to be undone at
/// once.
final class BulkEdit extends Dialog {
    /// Records shown before the change.
    private static final int SHOWN = 100;

    private final Records records;
    private final Set<DocumentId> documents;
    private final Runnable changed;
    private final Select<RecordField> field = new Select<>();
    private final Div place = new Div();
    private final Checkbox unknown = new Checkbox("make it unknown");
    private final Div form = new Div(field, place, unknown);
    private final Div preview = new Div();
    private final Button back = new Button("Back", click -> ask());
    private final Button next = new Button("", click -> next());
    private FieldEditor editor = FieldEditor.of(RecordField.DATE);
    private boolean previewing;

    /// @param first the field to begin with
    /// @param changed run after the change and after its undoing
    BulkEdit(Records records, Set<DocumentId> documents, RecordField first, Runnable changed) {
        this.records = records;
        this.documents = documents;
        this.changed = changed;
        setHeaderTitle("Edit " + many());
        setWidth("620px");
        field.setLabel("Field");
        field.setItems(RecordField.values());
        field.setItemLabelGenerator(RecordField::label);
        field.addValueChangeListener(change -> choose(change.getValue()));
        form.addClassName("form");
        preview.addClassNames("preview", "scrolled");
        preview.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        preview.getElement().setAttribute("aria-label", "What changes");
        add(form, preview);
        next.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), back, next);
        field.setValue(first);
        ask();
    }

    private String many() {
        return Wording.count(documents.size(), "record", "records");
    }

    private void choose(RecordField chosen) {
        editor = FieldEditor.of(chosen);
        place.removeAll();
        place.add(editor.input());
    }

    private void ask() {
        previewing = false;
        form.setVisible(true);
        preview.setVisible(false);
        back.setVisible(false);
        next.setText("Show what changes");
    }

    private void next() {
        List<String> values = editor.values().get();
        if (values.isEmpty() && !unknown.getValue()) {
            editor.refuse("Enter a value, or tick “make it unknown”.");
            return;
        }
        try {
            if (previewing) {
                save(values);
            } else {
                preview(editor.field().check(values));
            }
        } catch (IllegalArgumentException unfit) {
            ask();
            editor.refuse(Wording.sentence(unfit));
        }
    }

    private void preview(List<String> values) {
        previewing = true;
        form.setVisible(false);
        preview.removeAll();
        documents.stream()
                .limit(SHOWN)
                .flatMap(id -> records.find(id).stream())
                .forEach(document -> preview.add(row(document, values)));
        if (documents.size() > SHOWN) {
            preview.add(EmptyStates.small("and " + Wording.number(documents.size() - SHOWN) + " more"));
        }
        preview.setVisible(true);
        back.setVisible(true);
        next.setText("Set on " + many());
    }

    private Div row(CataloguedDocument document, List<String> values) {
        List<String> before = FieldEditor.read(document.record(), editor.field());
        Span title = new Span(document.displayTitle());
        title.addClassName("title");
        title.getElement().setAttribute("dir", "auto");
        Span old = new Span(FieldEditor.describe(editor.field(), before));
        old.addClassName("before");
        Span now = new Span(FieldEditor.describe(editor.field(), values));
        now.addClassName("after");
        Span arrow = new Span(before.equals(values) ? " stays " : " → ");
        Div change = before.equals(values) ? new Div(arrow, now) : new Div(old, arrow, now);
        change.addClassName("change");
        change.getElement().setAttribute("dir", "auto");
        Div row = new Div(title, change);
        row.addClassName("preview-row");
        return row;
    }

    private void save(List<String> values) {
        long batch = records.edit(documents, editor.field(), values);
        close();
        changed.run();
        Notices.offer(editor.field().label() + " set on " + many() + ".", "Undo", () -> {
            records.undo(batch);
            changed.run();
        });
    }
}
