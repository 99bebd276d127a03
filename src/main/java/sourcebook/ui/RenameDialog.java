package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.Citations;

/// Gives a collection another name.
final class RenameDialog extends Dialog {
    RenameDialog(Citations citations, CitationCollection collection, Runnable renamed) {
        setHeaderTitle("Rename collection");
        setWidth("380px");
        TextField name = new TextField("Name");
        name.setWidthFull();
        name.setValue(collection.name());
        name.setAutofocus(true);
        add(name);
        Button save = new Button("Save", click -> {
            try {
                citations.renameCollection(collection.id(), name.getValue());
                close();
                renamed.run();
            } catch (IllegalArgumentException unusable) {
                name.setErrorMessage(Wording.sentence(unusable));
                name.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }
}
