package sourcebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;

/// The query language on one screen. An example can be tried by a click.
final class QueryHelpDialog extends Dialog {
    private final DescriptionList list = new DescriptionList();
    private final Consumer<String> tried;

    /// @param tried told the example that was clicked on
    QueryHelpDialog(Consumer<String> tried) {
        this.tried = tried;
        setHeaderTitle("What a query can say");
        addClassName("query-help-dialog");
        setWidth("min(94vw, 980px)");
        list.addClassNames("syntax", "help");
        example("peace treaty", "both words, each in all its forms");
        example("\"peace treaty\"", "exactly this phrase");
        example("peace OR truce", "one of them or both");
        example("peace NOT war", "without a word; -war does the same");
        NativeButton close = new NativeButton("Close", click -> close());
        close.addClassName("primary");
        getFooter().add(close);
        add(list);
    }

    private void example(String query, String meaning) {
        NativeButton button = new NativeButton("", click -> {
            close();
            tried.accept(query);
        });
        button.add(new Code(query));
        button.setAriaLabel("Search for " + query);
        DescriptionList.Term term = new DescriptionList.Term();
        term.add(button);
        list.add(term, new DescriptionList.Description(meaning));
    }
}
