package sourcebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;

/// The query language on one screen. An example can be tried by a click.
final class QueryHelpDialog extends Dialog {
    private final Consumer<String> tried;

    /// @param tried told the example that was clicked on
    QueryHelpDialog(Consumer<String> tried) {
        this.tried = tried;
        setHeaderTitle("What a query can say");
        addClassName("query-help-dialog");
        setWidth("min(96vw, 1120px)");
        NativeButton close = new NativeButton("Close", click -> close());
        close.addClassName("primary");
        getFooter().add(close);
        add(new QueryExamples(this::example));
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
