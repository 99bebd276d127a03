package sourcebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;
import sourcebook.search.QueryHelp;

/// The query language on one screen. An example can be tried by a click.
final class QueryHelpDialog extends Dialog {
    private final Consumer<String> tried;

    /// @param tried told the example that was clicked on
    QueryHelpDialog(Consumer<String> tried) {
        this.tried = tried;
        setHeaderTitle("What a query can say");
        addClassName("query-help-dialog");
        setWidth("min(96vw, 1120px)");
        Div sections = new Div();
        sections.addClassName("help");
        QueryHelp.SECTIONS.forEach(section -> sections.add(section(section)));
        NativeButton close = new NativeButton("Close", click -> close());
        close.addClassName("primary");
        getFooter().add(close);
        add(sections);
    }

    private Section section(QueryHelp.Section shown) {
        DescriptionList list = new DescriptionList();
        shown.rows().forEach(row -> {
            DescriptionList.Term term = new DescriptionList.Term();
            term.add(example(row.typed()));
            list.add(term, new DescriptionList.Description(row.finds()));
        });
        return new Section(new H3(shown.title()), list);
    }

    private NativeButton example(String query) {
        NativeButton button = new NativeButton("", click -> {
            close();
            tried.accept(query);
        });
        button.add(new Code(query));
        button.setAriaLabel("Search for " + query);
        return button;
    }
}
