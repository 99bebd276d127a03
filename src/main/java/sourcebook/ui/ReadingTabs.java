package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/// Where there is room for one only: shows the pages, the document, or its record.
final class ReadingTabs extends Div {
    ReadingTabs() {
        addClassName("tabs");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Show");
        add(tab("strip", "Pages"), tab("text", "Document"), tab("record", "Record"));
    }

    private static NativeButton tab(String name, String label) {
        NativeButton tab = new NativeButton(label);
        tab.getElement()
                .setAttribute("data-action", "tab")
                .setAttribute("data-tab", name)
                .setAttribute("aria-pressed", Boolean.toString(name.equals("text")));
        return tab;
    }
}
