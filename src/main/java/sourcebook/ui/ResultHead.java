package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// The line over the results: how many there are, what is counted, in which order, and what can be done with all.
final class ResultHead extends Div {
    private final Span total = new Span();
    private final Span beside = new Span();
    private final SearchEngine engine;
    private final Counting counting;
    private final Choice<Sort> sort;
    private final Div actions = new Div();
    private final NativeButton open = new NativeButton("Narrow");
    private SearchPlace place = SearchPlace.START;

    ResultHead(SearchEngine engine, Consumer<SearchPlace> go) {
        this.engine = engine;
        addClassName("head");
        total.addClassNames("num", "total");
        total.getElement().setAttribute("role", "status");
        beside.addClassNames("beside", "num");
        Div sums = new Div(total, beside);
        sums.addClassName("sums-line");
        open.addClassName("open-facets");
        open.getElement().setAttribute("data-action", "open-facets");
        counting = new Counting(stories -> go.accept(place.withStories(stories)));
        sort = new Choice<>(
                "Order", List.of(Sort.values()), ResultHead::label, order -> go.accept(place.withSort(order)));
        actions.addClassName("result-actions");
        actions.getElement().setAttribute("role", "group").setAttribute("aria-label", "With these results");
        add(sums, open, counting, sort, actions);
    }

    void show(SearchPlace to, SearchResult result, List<Component> toDo) {
        place = to;
        sort.choose(to.order());
        sort.setVisible(result.total() > 1);
        counting.choose(to.stories());
        counting.setVisible(to.stories() || result.stories() < result.copies());
        open.setVisible(result.facets().values().stream().anyMatch(values -> !values.isEmpty()));
        actions.removeAll();
        actions.add(toDo);
        showTotals(result);
    }

    private void showTotals(SearchResult result) {
        String documents = Wording.count(result.copies(), "document", "documents");
        String counted = place.stories() ? Wording.count(result.stories(), "story", "stories") : documents;
        Long hits = result.hitCount();
        total.setText(
                place.query().isBlank() || hits == null
                        ? counted
                        : Wording.count(hits, "hit", "hits") + " in " + counted);
        beside.removeAll();
        if (result.stories() < result.copies()) {
            beside.add(new Text(
                    place.stories() ? "in " + documents : Wording.count(result.stories(), "story", "stories")));
        }
        Long inFurniture = result.inFurniture();
        Optional<String> there = engine.parse(place.query()).inFurniture();
        if (inFurniture != null && inFurniture > 0 && there.isPresent()) {
            Anchor link = new Anchor(
                    place.withQuery(there.get()).address(), "also in page furniture: " + Wording.number(inFurniture));
            link.setTitle("Menus, teasers and comments around the text, which are not counted");
            beside.add(link);
        }
    }

    static String label(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "by relevance";
            case NEWEST -> "newest first";
            case OLDEST -> "oldest first";
        };
    }
}
