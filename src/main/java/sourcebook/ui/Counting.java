package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;

/// The switch between counting each copy and counting copies of one story as one. It changes every figure at once.
final class Counting extends Div {
    private final NativeButton copies;
    private final NativeButton stories;

    /// @param chosen told whether stories are to be counted
    Counting(Consumer<Boolean> chosen) {
        addClassName("counting");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Count");
        copies = new NativeButton("copies", click -> chosen.accept(false));
        copies.setTitle("Every copy counts");
        stories = new NativeButton("stories", click -> chosen.accept(true));
        stories.setTitle("Copies of one story count as one: in totals, facets, years and exports");
        add(copies, stories);
    }

    void choose(boolean countStories) {
        press(copies, !countStories);
        press(stories, countStories);
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
