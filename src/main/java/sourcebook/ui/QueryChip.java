package sourcebook.ui;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import sourcebook.search.Chip;

/// One part of a query as it was understood. A click turns it into a field to change it in; the cross takes it out.
final class QueryChip extends Span {
    private final String part;
    private final String shown;
    private final Consumer<String> changed;

    /// @param changed told what stands in its place; empty when it was taken out
    QueryChip(Chip chip, Consumer<String> changed) {
        this.part = chip.text();
        this.shown = (chip.excluded() ? "not " : "") + chip.label();
        this.changed = changed;
        addClassNames("chip", "q");
        setClassName("not", chip.excluded());
        show(false);
    }

    private void show(boolean focused) {
        removeAll();
        NativeButton edit = new NativeButton(shown, click -> edit());
        edit.addClassName("chip-text");
        edit.setAriaLabel("Change " + shown);
        edit.setTitle("Change");
        edit.getElement().setAttribute("dir", "auto");
        NativeButton remove = new NativeButton("×", click -> changed.accept(""));
        remove.addClassName("chip-cross");
        remove.setAriaLabel("Remove " + shown);
        add(edit, remove);
        if (focused) {
            edit.focus();
        }
    }

    private void edit() {
        removeAll();
        Input field = new Input(ValueChangeMode.ON_CHANGE);
        field.setValue(part);
        field.setAriaLabel("Part of the query");
        field.addClassName("chip-field");
        field.getStyle().set("--letters", Integer.toString(Math.clamp(part.length() + 2, 8, 60)));
        field.getElement().addEventListener("keydown", escape -> show(true)).setFilter("event.key === 'Escape'");
        field.getElement()
                .addEventListener(
                        "keydown",
                        enter -> finish(
                                enter.getEventData().path("element.value").asString("")))
                .addEventData("element.value")
                .setFilter("event.key === 'Enter'");
        field.getElement()
                .addEventListener(
                        "blur",
                        left -> finish(left.getEventData().path("element.value").asString("")))
                .addEventData("element.value");
        add(field);
        field.getElement().executeJs("this.focus(); this.select()");
    }

    private void finish(String to) {
        if (to.strip().equals(part)) {
            show(false);
        } else {
            changed.accept(to.strip());
        }
    }
}
