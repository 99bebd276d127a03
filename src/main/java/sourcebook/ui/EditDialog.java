package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import sourcebook.catalogue.Alike;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Edit;
import sourcebook.catalogue.RecordField;

/// Changes one record. What was changed before stands below, each change to be undone.
final class EditDialog extends Dialog {
    private final Records records;
    private final Catalogue catalogue;
    private final CataloguedDocument document;
    private final Runnable changed;
    private final List<FieldEditor> editors =
            Arrays.stream(RecordField.values()).map(FieldEditor::of).toList();
    private final Div history = new Div();

    /// @param changed run after each change and each undoing
    EditDialog(Records records, Catalogue catalogue, CataloguedDocument document, Runnable changed) {
        this.records = records;
        this.catalogue = catalogue;
        this.document = document;
        this.changed = changed;
        setHeaderTitle("Edit record");
        setWidth("620px");
        addClassName("edit-dialog");
        Div form = new Div();
        form.addClassNames("form", "two");
        for (FieldEditor editor : editors) {
            editor.set().accept(FieldEditor.read(document.record(), editor.field()));
            form.add(editor.input());
        }
        history.addClassName("history");
        add(form, history);
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
        showHistory();
    }

    private void save() {
        List<Long> batches = new ArrayList<>();
        List<FieldEditor> corrected = new ArrayList<>();
        boolean refused = false;
        for (FieldEditor editor : editors) {
            List<String> now = editor.values().get();
            if (now.equals(FieldEditor.read(document.record(), editor.field()))) {
                continue;
            }
            try {
                batches.add(records.edit(List.of(document.id()), editor.field(), now));
                corrected.add(editor);
            } catch (IllegalArgumentException unfit) {
                editor.refuse(Wording.sentence(unfit));
                refused = true;
            }
        }
        if (!batches.isEmpty()) {
            changed.run();
            String fields =
                    corrected.stream().map(editor -> editor.field().label()).collect(Collectors.joining(", "));
            Notices.offer(fields + " changed.", "Undo", () -> {
                batches.reversed().forEach(records::undo);
                changed.run();
            });
        }
        if (!refused) {
            close();
            offerOthers(corrected.iterator());
        }
    }

    /// One question after the other, for each corrected field.
    private void offerOthers(Iterator<FieldEditor> corrected) {
        while (corrected.hasNext()) {
            FieldEditor editor = corrected.next();
            List<Alike> others = records.alike(document.id(), editor.field());
            if (!others.isEmpty()) {
                AlikeDialog dialog =
                        new AlikeDialog(records, editor.field(), editor.values().get(), others, changed);
                dialog.addOpenedChangeListener(change -> {
                    if (!change.isOpened()) {
                        offerOthers(corrected);
                    }
                });
                dialog.open();
                return;
            }
        }
    }

    private void showHistory() {
        history.removeAll();
        List<Edit> edits = catalogue.edits(document.id());
        if (!edits.isEmpty()) {
            history.add(new H3("Changes so far"));
        }
        edits.forEach(edit -> history.add(row(edit)));
    }

    private Div row(Edit edit) {
        Span what = new Span(edit.field().label() + ": " + FieldEditor.describe(edit.field(), edit.before()) + " → "
                + FieldEditor.describe(edit.field(), edit.after()));
        Span who = new Span(edit.who() + ", " + Wording.moment(edit.when()) + (edit.undone() ? ", undone" : ""));
        who.addClassName("ev");
        Div row = new Div(new Div(what, who));
        row.addClassName("edit");
        row.setClassName("undone", edit.undone());
        if (!edit.undone()) {
            NativeButton undo = new NativeButton("Undo", click -> {
                records.undo(edit.batch());
                changed.run();
                close();
                Notices.say("Undone.");
            });
            undo.setAriaLabel("Undo the change of " + edit.field().label());
            row.add(undo);
        }
        return row;
    }
}
