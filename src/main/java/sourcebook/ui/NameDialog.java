package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/// Asks for a name.
final class NameDialog extends Dialog {
    /// @param save takes the name; refuses one with an [IllegalArgumentException] whose sentence is shown
    /// @param saved run once it is taken
    NameDialog(String title, String name, String label, Consumer<String> save, Runnable saved) {
        setHeaderTitle(title);
        setWidth("420px");
        TextField field = new TextField("Name");
        field.setWidthFull();
        field.setValue(name);
        field.setAutofocus(true);
        field.setAutoselect(true);
        add(field);
        Button button = new Button(label, click -> {
            try {
                save.accept(field.getValue());
                close();
                saved.run();
            } catch (IllegalArgumentException unusable) {
                field.setErrorMessage(Wording.sentence(unusable));
                field.setInvalid(true);
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", click -> close()), button);
    }
}
