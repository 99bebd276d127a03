package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sourcebook.catalogue.Alike;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;

/// After a correction: the other documents that may need the same one, shown before anything is changed.
final class AlikeDialog extends Dialog {
    /// Rows shown; with more, all of them or those unticked among the first can be left out.
    private static final int SHOWN = 100;

    private final Records records;
    private final RecordField field;
    private final List<String> values;
    private final Runnable changed;
    private final List<NativeButton> ways;
    private final List<Alike> groups;
    private final DocumentList list = new DocumentList(this::chosen);
    private final Paragraph what = new Paragraph();
    private final Paragraph more = EmptyStates.small("");
    private final Button apply = new Button("", click -> apply());
    private Alike group;
    private Set<DocumentId> ticked = Set.of();

    /// @param values what the person set
    /// @param groups at least one
    /// @param changed run after the change and after its undoing
    AlikeDialog(Records records, RecordField field, List<String> values, List<Alike> groups, Runnable changed) {
        this.records = records;
        this.field = field;
        this.values = values;
        this.groups = groups.stream()
                .sorted(Comparator.comparing(AlikeDialog::distance))
                .toList();
        this.changed = changed;
        this.group = this.groups.getFirst();
        setHeaderTitle("Correct others, too?");
        setWidth("720px");
        what.getElement().setAttribute("dir", "auto");
        ways = this.groups.stream().map(this::way).toList();
        Div kinds = new Div();
        kinds.addClassName("kinds");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", "Which others");
        ways.forEach(kinds::add);
        list.addClassName("scrolled");
        add(what, kinds, list, more);
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("No, only this one", click -> close()), apply);
        show(group);
    }

    /// How far the evidence is from being the same.
    private static int distance(Alike one) {
        return switch (one.kind()) {
            case VALUE -> 0;
            case HOST -> 1;
            case FOLDER -> 2;
        };
    }

    private String says(Alike one) {
        String field = this.field.label().toLowerCase(Locale.ROOT);
        String they = switch (one.kind()) {
            case VALUE -> "The same rule gave them the same " + field + ".";
            case HOST -> "They were saved from the same host.";
            case FOLDER -> "They lie in the same folder; tick those that need it, too.";
        };
        return they + " It would become: " + FieldEditor.describe(this.field, values) + ".";
    }

    private NativeButton way(Alike one) {
        String label = switch (one.kind()) {
            case HOST -> "from " + one.what();
            case FOLDER -> "in the folder " + (one.what().isEmpty() ? "of the archive" : one.what());
            case VALUE -> "with " + one.what();
        };
        NativeButton way = new NativeButton(Wording.number(one.total()) + " " + label, click -> show(one));
        way.addClassName("boxed");
        way.getElement().setAttribute("dir", "auto");
        return way;
    }

    private void show(Alike one) {
        group = one;
        for (int i = 0; i < ways.size(); i++) {
            ways.get(i).getElement().setAttribute("aria-pressed", Boolean.toString(groups.get(i) == one));
        }
        List<CataloguedDocument> documents = one.documents().stream()
                .limit(SHOWN)
                .flatMap(id -> records.find(id).stream())
                .toList();
        boolean sameEvidence = one.kind() != Alike.Kind.FOLDER;
        list.show(documents, field, sameEvidence ? Set.copyOf(one.documents()) : Set.of());
        what.setText(says(one));
        int hidden = one.documents().size() - documents.size();
        long left = one.total() - one.documents().size();
        String others = sameEvidence ? " more, which are set too. " : " more. ";
        more.setText((hidden > 0 ? "and " + Wording.number(hidden) + others : "")
                + (left > 0 ? Wording.number(left) + " others are left for a second round." : ""));
        more.setVisible(hidden > 0 || left > 0);
    }

    private void chosen(Set<DocumentId> now) {
        ticked = now;
        apply.setEnabled(!now.isEmpty());
        apply.setText("Set on " + Wording.count(now.size(), "record", "records"));
    }

    private void apply() {
        long batch = records.edit(ticked, field, values);
        close();
        changed.run();
        Notices.offer(
                field.label() + " set on " + Wording.count(ticked.size(), "record", "records") + ".", "Undo", () -> {
                    records.undo(batch);
                    changed.run();
                });
    }
}
