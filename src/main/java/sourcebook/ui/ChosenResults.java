package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.Set;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// The results that a person has ticked, and what can be done with them together; unseen while there are none.
final class ChosenResults extends Div {
    /// Results that are read at once when all are meant.
    private static final int STRETCH = 2_000;

    private final SearchEngine engine;
    private final Records records;
    private final Runnable changed;
    private final Set<DocumentId> chosen = new LinkedHashSet<>();

    /// @param changed run when the results must be shown anew
    ChosenResults(SearchEngine engine, Records records, Runnable changed) {
        this.engine = engine;
        this.records = records;
        this.changed = changed;
        addClassName("chosen-bar");
        show();
    }

    Set<DocumentId> ids() {
        return Set.copyOf(chosen);
    }

    void choose(DocumentId id, boolean now) {
        if (now ? chosen.add(id) : chosen.remove(id)) {
            show();
        }
    }

    void clear() {
        if (!chosen.isEmpty()) {
            chosen.clear();
            show();
        }
    }

    private void show() {
        removeAll();
        setVisible(!chosen.isEmpty());
        if (!chosen.isEmpty()) {
            add(
                    new Span(Wording.count(chosen.size(), "document chosen", "documents chosen")),
                    new NativeButton("Edit " + Wording.count(chosen.size(), "record", "records"), click -> edit(ids())),
                    new NativeButton("Choose none", click -> {
                        clear();
                        changed.run();
                    }));
        }
    }

    /// All matching documents, each copy of a story among them, read in stretches so that a large archive is never held
    /// at once.
    ///
    /// @param matching how many there are
    void editAll(SearchPlace place, long matching) {
        SearchRequest all =
                place.withStories(false).request(engine, 1, 0).withFacets(false).withCountHits(false);
        Set<DocumentId> ids = new LinkedHashSet<>();
        for (int from = 0; from < matching; from += STRETCH) {
            engine.search(all.withPage(from, STRETCH)).results().forEach(one -> ids.add(one.id()));
        }
        edit(ids);
    }

    private void edit(Set<DocumentId> ids) {
        new BulkEdit(records, ids, RecordField.DATE, changed).open();
    }
}
