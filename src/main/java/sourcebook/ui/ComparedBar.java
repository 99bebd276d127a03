package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import sourcebook.search.SearchEngine;

/// The search that is kept as A, until there is something else to compare it with; empty when none is kept.
final class ComparedBar extends Div {
    private final SearchEngine engine;
    private final Consumer<SearchPlace> go;

    /// @param go told where the comparing ends
    ComparedBar(SearchEngine engine, Consumer<SearchPlace> go) {
        this.engine = engine;
        this.go = go;
        addClassName("compare-bar");
    }

    void show(SearchPlace place) {
        String kept = place.against();
        removeAll();
        if (kept == null) {
            return;
        }
        SearchPlace first = CompareView.read(Optional.of(kept));
        Anchor name = new Anchor(first.address(), Asked.of(engine, first));
        name.getElement().setAttribute("dir", "auto");
        add(new Span("A is "), name);
        if (CompareView.kept(place).equals(kept)) {
            add(new Span("Now choose B: other words, countries or years."));
        } else {
            Anchor compare = new Anchor(CompareView.address(first, place.withAgainst(null)), "Compare with A");
            compare.addClassNames("primary", "compare-now");
            add(compare);
        }
        add(new NativeButton("Compare no more", click -> go.accept(place.withAgainst(null))));
    }
}
