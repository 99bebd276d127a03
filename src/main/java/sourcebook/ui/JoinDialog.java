package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;
import sourcebook.ui.StoryPanel.DocumentSearch;

/// Finds the document that tells the same story as another.
final class JoinDialog extends Dialog {
    private static final int SHOWN = 8;

    private final DocumentSearch search;
    private final CataloguedDocument document;
    private final Consumer<DocumentId> chosen;
    private final Div found = new Div();

    JoinDialog(DocumentSearch search, CataloguedDocument document, Consumer<DocumentId> chosen) {
        this.search = search;
        this.document = document;
        this.chosen = chosen;
        setHeaderTitle("Join another document");
        setWidth("560px");
        TextField query = new TextField("Which document tells the same story?");
        query.setPlaceholder("words of its title or text");
        query.setValueChangeMode(ValueChangeMode.LAZY);
        query.setWidthFull();
        query.addValueChangeListener(change -> show(change.getValue()));
        query.focus();
        found.addClassName("choices");
        add(query, found);
        getFooter().add(new Button("Cancel", click -> close()));
        show("");
    }

    private void show(String query) {
        found.removeAll();
        if (query.isBlank()) {
            found.add(EmptyStates.small("Both stay as they are; they only count as one story. It can be undone."));
            return;
        }
        List<CataloguedDocument> documents = search.matching(query.strip(), SHOWN + 1).stream()
                .filter(one -> !one.id().equals(document.id()))
                .limit(SHOWN)
                .toList();
        if (documents.isEmpty()) {
            found.add(EmptyStates.small("Nothing matches."));
        }
        documents.forEach(one -> found.add(row(one)));
    }

    private NativeButton row(CataloguedDocument one) {
        Evidenced<PartialDate> date = one.record().date();
        Evidenced<String> source = one.record().source();
        Span title = new Span(one.displayTitle());
        title.getElement().setAttribute("dir", "auto");
        Span where = new Span((source == null ? "unknown source" : source.value()) + ", "
                + (date == null ? "undated" : Wording.date(date.value())));
        where.addClassName("ev");
        NativeButton row = new NativeButton();
        row.add(title, where);
        row.addClassName("choice-row");
        row.addClickListener(click -> {
            close();
            chosen.accept(one.id());
        });
        return row;
    }
}
