package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The browser's own list to choose one of a few from: known to every keyboard, finger and screen reader.
@Tag("select")
final class Choice<T> extends Component implements HasStyle, HasAriaLabel {
    private final List<T> values;

    /// @param chosen told what the person chose
    Choice(String ariaLabel, List<T> values, Function<T, String> label, Consumer<T> chosen) {
        this.values = List.copyOf(values);
        setAriaLabel(ariaLabel);
        addClassName("choice");
        for (int i = 0; i < this.values.size(); i++) {
            getElement()
                    .appendChild(new Element("option")
                            .setAttribute("value", Integer.toString(i))
                            .setText(label.apply(this.values.get(i))));
        }
        getElement().addPropertyChangeListener("value", "change", change -> {
            if (change.isUserOriginated()) {
                chosen.accept(this.values.get(Integer.parseInt(String.valueOf(change.getValue()))));
            }
        });
    }

    void choose(T value) {
        getElement().setProperty("value", Integer.toString(Math.max(0, values.indexOf(value))));
    }
}
