package sourcebook.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.search.Chip;
import sourcebook.search.ParsedQuery;
import sourcebook.search.QueryNote;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;

/// The line under the box: how the query was read, what was forgiven, and what is chosen, each to be changed or taken
/// back.
final class Understood extends Div {
    private static final int MOST_CHIPS = 30;

    /// Characters of a query that are shown on each side of an error.
    private static final int AROUND = 24;

    /// @param likeTitle the title of the document that the results are like, empty if they are like none
    Understood(
            SearchPlace place, SearchResult result, SearchEngine engine, String likeTitle, Consumer<SearchPlace> go) {
        addClassName("understood");
        ParsedQuery parsed = engine.parse(place.query());
        if (!parsed.chips().isEmpty()) {
            add(reading(place, parsed, go));
        }
        parsed.remarks().forEach(remark -> add(note(remark, place.query())));
        result.notes().stream().filter(note -> !parsed.notes().contains(note)).forEach(note -> add(note(note)));
        if (place.refined() || place.like() != null) {
            add(chosen(place, result, likeTitle, go));
        }
    }

    /// The parts that must all hold; each can be changed or taken out.
    private static Div reading(SearchPlace place, ParsedQuery parsed, Consumer<SearchPlace> go) {
        List<Chip> chips = parsed.chips();
        Div read = new Div(small("understood as"));
        read.addClassName("read-as");
        for (int i = 0; i < Math.min(chips.size(), MOST_CHIPS); i++) {
            if (i > 0) {
                read.add(small("and"));
            }
            int at = i;
            read.add(new QueryChip(
                    chips.get(i),
                    changed -> go.accept(
                            place.withQuery(changed.isEmpty() ? parsed.without(at) : parsed.with(at, changed)))));
        }
        if (chips.size() > MOST_CHIPS) {
            read.add(small("and " + Wording.number(chips.size() - MOST_CHIPS) + " more"));
        }
        return read;
    }

    private static Span note(String sentence) {
        Span said = small(sentence);
        said.addClassName("note");
        return said;
    }

    /// A remark; an error shows what was typed with the place it is about underlined.
    private static Span note(QueryNote remark, String typed) {
        Span said = note(remark.sentence());
        if (remark.error()) {
            said.addClassName("error");
            int from = Math.clamp(remark.from(), 0, typed.length());
            int to = Math.clamp(remark.to(), from, typed.length());
            int begin = Math.max(0, from - AROUND);
            int end = Math.min(typed.length(), to + AROUND);
            Span wrong = new Span(to > from ? typed.substring(from, to) : "‸");
            wrong.addClassName("wrong");
            Code around = new Code();
            around.add(
                    new Text((begin > 0 ? "…" : "") + typed.substring(begin, from)),
                    wrong,
                    new Text(typed.substring(to, end) + (end < typed.length() ? "…" : "")));
            Span place = new Span(around, new Text(" column " + remark.column()));
            place.addClassName("place");
            said.removeAll();
            said.add(new Text(remark.sentence() + " "), place);
        }
        return said;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassName("small");
        return span;
    }

    private static Div chosen(SearchPlace place, SearchResult result, String likeTitle, Consumer<SearchPlace> go) {
        Div chips = new Div();
        chips.addClassName("chosen-values");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", "Chosen");
        LikeThis like = place.like();
        if (like != null) {
            String what = like.passage() ? "like a passage of " : "like ";
            chips.add(chip(what + likeTitle, () -> go.accept(place.withLike(null))));
        }
        YearRange years = place.years();
        if (years != null) {
            chips.add(chip(SearchView.chip(years), () -> go.accept(place.withYears(null))));
        }
        place.refinements()
                .forEach((facet, values) -> values.forEach(value -> chips.add(
                        chip(FacetPanel.label(facet, value, result), () -> go.accept(place.toggled(facet, value))))));
        NativeButton clear = new NativeButton(
                "clear", click -> go.accept(place.withLike(null).withoutRefinements()));
        clear.setAriaLabel("Clear all that is chosen");
        chips.add(clear);
        return chips;
    }

    private static NativeButton chip(String label, Runnable remove) {
        NativeButton chip = new NativeButton(label + " ×", click -> remove.run());
        chip.addClassName("chip");
        chip.setAriaLabel("Remove " + label);
        return chip;
    }
}
