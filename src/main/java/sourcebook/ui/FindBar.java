package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The line in which one looks for something in this document alone, in the query language.
final class FindBar extends Div {
    private static final int SETTLED_MILLIS = 350;

    private final Input box = new Input();
    private final Span found = new Span();

    /// @param find told the query; null when the line is closed
    FindBar(Consumer<@Nullable String> find) {
        addClassName("find");
        getElement().setAttribute("role", "search").setAttribute("aria-label", "In this document");
        box.setPlaceholder("Find in this document");
        box.setAriaLabel("Find in this document");
        box.getElement().setAttribute("spellcheck", "false").setAttribute("dir", "auto");
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(SETTLED_MILLIS);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                find.accept(change.getValue().isBlank() ? null : change.getValue());
            }
        });
        // Enter goes to the next hit, with Shift to the one before.
        box.getElement().executeJs("""
                this.addEventListener('keydown', (event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault();
                    document.querySelector('.read sb-reader')?.move(event.shiftKey ? -1 : 1);
                  }
                })""");
        found.addClassNames("small", "num", "found-here");
        found.getElement().setAttribute("role", "status");
        NativeButton close = new NativeButton("×", click -> {
            setVisible(false, null);
            find.accept(null);
        });
        close.setAriaLabel("Close finding");
        close.getElement().setAttribute("data-action", "close-find");
        add(box, found, close);
        getElement().setAttribute("hidden", true);
    }

    /// @param query null for none: the line is closed
    void show(@Nullable String query, String result) {
        setVisible(query != null, query);
        found.setText(result);
    }

    private void setVisible(boolean open, @Nullable String query) {
        if (open && query != null) {
            if (!box.getValue().equals(query)) {
                box.setValue(query);
            }
            getElement().executeJs("this.hidden = false");
        } else {
            box.setValue("");
            found.setText("");
            getElement().executeJs("this.hidden = true");
        }
    }
}
