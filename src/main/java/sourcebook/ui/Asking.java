package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import sourcebook.search.SearchEngine;

/// The head of a view that counts or lists what a search finds: the query, to be changed in place, what is chosen
/// beside it, and the way back to the results.
final class Asking extends Div {
    private final SearchEngine engine;
    private final TextField box = new TextField();
    private final Div said = new Div();
    private final Anchor back = new Anchor();
    private final Counting counting;
    private SearchPlace place = SearchPlace.START;

    /// @param go told of the changed search
    Asking(SearchEngine engine, Consumer<SearchPlace> go) {
        this.engine = engine;
        addClassName("asking");
        counting = new Counting(stories -> go.accept(place.withStories(stories)));
        box.setAriaLabel("Query");
        box.setPlaceholder("a word, or “a phrase”");
        box.addClassName("asking-box");
        box.getElement().setAttribute("autocomplete", "off");
        box.addKeyPressListener(
                Key.ENTER, enter -> go.accept(place.withQuery(box.getValue().strip())));
        back.addClassName("back");
        said.addClassName("asking-said");
        add(new Div(box, counting, back), said);
    }

    void show(SearchPlace to) {
        place = to;
        box.setValue(to.query());
        counting.choose(to.stories());
        back.setHref(to.withPage(1).address());
        back.setText("‹ results");
        said.removeAll();
        String understood = engine.parse(to.query()).understoodAs();
        if (!understood.isEmpty() && !understood.equals(to.query())) {
            said.add(chip(understood, "understood as"));
        }
        if (to.years() != null) {
            said.add(chip(SearchView.chip(to.years()), "years"));
        }
        to.refinements()
                .forEach((facet, values) -> values.forEach(
                        value -> said.add(chip(FacetPanel.fallback(facet, value), FacetPanel.label(facet)))));
        said.setVisible(said.getComponentCount() > 0);
    }

    private static Span chip(String text, String what) {
        Span chip = new Span(text);
        chip.addClassName("chip");
        chip.setTitle(what);
        return chip;
    }
}
