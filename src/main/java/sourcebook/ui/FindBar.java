package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The line in which one looks for something in this document alone, in the query language. Plain words are looked for
/// while they are typed, all else, which may take long, when Enter is pressed.
final class FindBar extends Div {
    private static final int MOST_CHARACTERS = 4_000;

    private final Input box = new Input();
    private final Span found = new Span();
    private final Div notes = new Div();

    /// @param find told the query; null when the line is closed
    FindBar(Consumer<@Nullable String> find) {
        addClassName("find");
        getElement().setAttribute("role", "search").setAttribute("aria-label", "In this document");
        box.setPlaceholder("Find in this document");
        box.setAriaLabel("Find in this document");
        box.getElement()
                .setAttribute("spellcheck", "false")
                .setAttribute("dir", "auto")
                .setAttribute("maxlength", Integer.toString(MOST_CHARACTERS));
        // The browser asks: reading-keys.js says when.
        box.getElement()
                .addEventListener(
                        "find-asked",
                        asked -> find.accept(
                                asked.getEventData().get("event.detail.query").asString()))
                .addEventData("event.detail.query");
        found.addClassNames("small", "num", "found-here");
        found.getElement().setAttribute("role", "status");
        NativeButton close = new NativeButton("×", click -> {
            show(null, "", List.of());
            find.accept(null);
        });
        close.setAriaLabel("Close finding");
        close.getElement().setAttribute("data-action", "close-find");
        notes.addClassNames("small", "find-notes");
        notes.getElement().setAttribute("role", "status");
        Span enter = new Span("Enter finds it");
        enter.addClassNames("small", "enter-hint");
        add(box, found, enter, close, notes);
        getElement().setAttribute("hidden", true);
    }

    /// @param query null for none: the line is closed
    /// @param remarks what is to be said of how the query was read
    void show(@Nullable String query, String result, List<String> remarks) {
        String asked = query == null ? "" : query;
        // Somebody may have typed on since it was asked: that stays.
        box.getElement()
                .executeJs("if (this.dataset.asked !== $0) { this.value = $0; } this.dataset.asked = $0;", asked);
        found.setText(query == null ? "" : result);
        notes.setText(String.join(" ", remarks));
        notes.setVisible(!remarks.isEmpty());
        getElement().executeJs("this.hidden = $0; if ($0) { delete this.dataset.unasked; }", query == null);
    }
}
