package sourcebook.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import sourcebook.catalogue.DocumentId;
import tools.jackson.databind.JsonNode;

/// What an event of one of our web components says: the names and values of its `detail`. Whoever sends it may send
/// anything, so what is missing reads as nothing.
record Detail(JsonNode values) {
    private static final String DETAIL = "event.detail";

    /// Tells `heard` of each event of that name.
    static void on(Component source, String event, Consumer<Detail> heard) {
        source.getElement()
                .addEventListener(
                        event,
                        happened ->
                                heard.accept(new Detail(happened.getEventData().path(DETAIL))))
                .addEventData(DETAIL);
    }

    /// A number, 0 when it is none.
    int number(String name) {
        return values.path(name).asInt(0);
    }

    String text(String name) {
        return values.path(name).asString("");
    }

    boolean holds(String name) {
        return values.path(name).asBoolean(false);
    }

    /// @throws IllegalArgumentException when it is none
    DocumentId document(String name) {
        return new DocumentId(text(name));
    }
}
