package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import sourcebook.citation.Citations;
import sourcebook.citation.Passage;

/// Puts right the pages of a passage where the printed numbers differ from the counted ones.
final class PagesDialog extends Dialog {
    PagesDialog(Citations citations, long citation, Passage passage, Runnable changed) {
        setHeaderTitle("Pages of the quote");
        setWidth("380px");
        IntegerField from = field("From page", passage.pageFrom());
        IntegerField to = field("To page", passage.pageTo());
        Paragraph why = new Paragraph("As printed, when that differs from the count of pages in the file.");
        why.addClassName("small");
        Div form = new Div(from, to, why);
        form.addClassName("form");
        add(form);
        Button save = new Button("Save", click -> {
            Integer first = from.getValue();
            Integer last = to.getValue();
            if (first == null || last == null || first < 1 || last < first) {
                to.setErrorMessage("Pages run forwards, from 1.");
                to.setInvalid(true);
                return;
            }
            citations.editPages(citation, first, last);
            close();
            changed.run();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private static IntegerField field(String label, int value) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setValue(value);
        return field;
    }
}
