package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import sourcebook.access.Access;
import sourcebook.analysis.ResultExport;
import sourcebook.analysis.SavedSearches;
import sourcebook.analysis.Works;
import sourcebook.search.SearchEngine;

/// What one can do with all that a search found: list its hits, see what stands near them, count others like it,
/// export it, keep it.
@org.springframework.stereotype.Component
final class ResultActions {
    private final SearchEngine engine;
    private final ResultExport export;
    private final SavedSearches saved;
    private final Works works;
    private final Access access;

    ResultActions(SearchEngine engine, ResultExport export, SavedSearches saved, Works works, Access access) {
        this.works = works;
        this.engine = engine;
        this.export = export;
        this.saved = saved;
        this.access = access;
    }

    /// @param found how many documents or stories
    List<Component> of(SearchPlace place, long found) {
        List<Component> actions = new ArrayList<>();
        if (found > 0 && !place.query().isBlank()) {
            actions.add(link(
                    "Concordance",
                    "Every hit in its context, one a line",
                    ConcordancePlace.of(place).address()));
            actions.add(link(
                    "Collocates",
                    "Words that stand near the hits",
                    CollocatePlace.of(place).address()));
        }
        if (found > 0) {
            NativeButton exporting = new NativeButton("Export", click -> export(place));
            exporting.setTitle("The records of all results, as CSV, JSONL, BibTeX or RIS");
            actions.add(exporting);
        }
        NativeButton saving = new NativeButton("Save search", click -> save(place.withPage(1)));
        saving.setTitle("Keep this search, and see what is new in it");
        actions.add(saving);
        return actions;
    }

    private static Anchor link(String label, String title, String address) {
        Anchor link = new Anchor(address, label);
        link.setTitle(title);
        return link;
    }

    private void export(SearchPlace place) {
        new ExportDialog(export, place.request(engine, 0, 0), works).open();
    }

    private void save(SearchPlace place) {
        new NameDialog(
                        "Save search",
                        place.query().isBlank() ? "Search" : place.query(),
                        "Save",
                        chosen -> saved.save(access.owner(), chosen, place.address(), place.request(engine, 0, 0)),
                        () -> Notices.offer(
                                "Saved. It counts what is new from now on.",
                                "Saved searches",
                                () -> Navigation.go("saved")))
                .open();
    }
}
