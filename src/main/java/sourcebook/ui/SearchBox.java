package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.analysis.HistoryEntry;
import tools.jackson.databind.node.ArrayNode;

/// The box to search in, with suggestions while typing and the way to the query language.
@Tag("sb-box")
@JsModule("context://frontend/box.js")
final class SearchBox extends Component implements HasComponents {
    private static final int RECENT = 8;

    private final TextField field = new TextField();

    /// @param asked told the query that a person gave
    SearchBox(Consumer<String> asked) {
        field.addClassName("box");
        field.setAriaLabel("Search");
        field.setPlaceholder("a word, or “a phrase”");
        Span lens = new Span();
        lens.addClassName("lens");
        lens.getElement().setAttribute("aria-hidden", "true");
        Span key = new Span("/");
        key.addClassName("key");
        key.setTitle("Press / to come here");
        key.getElement().setAttribute("aria-hidden", "true");
        field.setPrefixComponent(lens);
        field.setSuffixComponent(key);
        field.setClearButtonVisible(true);
        field.getElement().setAttribute("autocomplete", "off");
        field.addKeyPressListener(
                Key.ENTER, enter -> asked.accept(field.getValue().strip()));
        NativeButton help = new NativeButton("?", click -> new QueryHelpDialog(asked).open());
        help.addClassName("query-help");
        help.setAriaLabel("What a query can say");
        help.setTitle("What a query can say");
        Detail.on(this, "query-given", given -> asked.accept(given.text("query").strip())); // a suggestion was taken
        add(field, help);
    }

    void show(String query) {
        field.setValue(query);
    }

    /// The searches that are offered while nothing is typed, the newest first.
    void offer(List<HistoryEntry> past) {
        ArrayNode recent = JacksonUtils.createArrayNode();
        past.stream()
                .map(HistoryEntry::query)
                .filter(query -> !query.isBlank())
                .distinct()
                .limit(RECENT)
                .forEach(recent::add);
        getElement().setPropertyJson("recent", recent);
    }
}
