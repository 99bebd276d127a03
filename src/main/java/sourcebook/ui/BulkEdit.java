package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Set;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;

/// One field set for many documents at once, to be undone at once.
final class BulkEdit extends Dialog {
    private final Records records;
    private final Set<DocumentId> documents;
    private final Runnable changed;
    private final Select<RecordField> field = new Select<>();
    private final Div place = new Div();
    private final Checkbox unknown = new Checkbox("make it unknown");
    private FieldEditor editor = FieldEditor.of(RecordField.DATE);

    /// @param changed run after the change and after its undoing
    BulkEdit(Records records, Set<DocumentId> documents, Runnable changed) {
        this.records = records;
        this.documents = documents;
        this.changed = changed;
        String many = Wording.count(documents.size(), "record", "records");
        setHeaderTitle("Edit " + many);
        setWidth("460px");
        field.setLabel("Field");
        field.setItems(RecordField.values());
        field.setItemLabelGenerator(RecordField::label);
        field.addValueChangeListener(change -> choose(change.getValue()));
        Paragraph what = new Paragraph("The value replaces what each of these records says now.");
        what.addClassName("small");
        Div form = new Div(field, place, unknown, what);
        form.addClassName("form");
        add(form);
        Button save = new Button("Set on " + many, click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
        field.setValue(RecordField.DATE);
    }

    private void choose(RecordField chosen) {
        editor = FieldEditor.of(chosen);
        place.removeAll();
        place.add(editor.input());
    }

    private void save() {
        if (editor.values().get().isEmpty() && !unknown.getValue()) {
            editor.refuse("Enter a value, or tick “make it unknown”.");
            return;
        }
        try {
            long batch = records.edit(documents, editor.field(), editor.values().get());
            close();
            changed.run();
            Notices.offer(
                    editor.field().label() + " set on " + Wording.count(documents.size(), "record", "records") + ".",
                    "Undo",
                    () -> {
                        records.undo(batch);
                        changed.run();
                    });
        } catch (IllegalArgumentException unfit) {
            editor.refuse(Wording.sentence(unfit));
        }
    }
}
