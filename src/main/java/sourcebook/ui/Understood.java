package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;
import sourcebook.ui.Navigation.SearchPlace;

/// The line under the box: how the query was read, what was forgiven, and what is chosen, each to be taken back.
final class Understood extends Div {
    private static final int MOST_CHIPS = 30;

    Understood(SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        addClassName("understood");
        if (!result.understoodAs().isEmpty()) {
            add(reading(place, go));
        }
        result.notes().forEach(note -> {
            Span said = new Span(note);
            said.addClassNames("small", "note");
            add(said);
        });
        if (place.refined()) {
            add(chosen(place, result, go));
        }
    }

    /// The parts that must all hold. With more than one, each can be taken out by a click.
    private static Div reading(SearchPlace place, Consumer<SearchPlace> go) {
        List<String> parts = QueryParser.parse(place.query()).parts();
        Div read = new Div(small("understood as"));
        read.addClassName("read-as");
        for (int i = 0; i < Math.min(parts.size(), MOST_CHIPS); i++) {
            if (i > 0) {
                read.add(small("and"));
            }
            if (parts.size() == 1) {
                Span only = new Span(parts.get(i));
                only.addClassNames("chip", "q");
                read.add(only);
            } else {
                List<String> rest = new ArrayList<>(parts);
                rest.remove(i);
                NativeButton chip = chip(parts.get(i), () -> go.accept(place.withQuery(String.join(" ", rest))));
                chip.addClassName("q");
                read.add(chip);
            }
        }
        if (parts.size() > MOST_CHIPS) {
            read.add(small("and " + Wording.number(parts.size() - MOST_CHIPS) + " more"));
        }
        return read;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassName("small");
        return span;
    }

    private static Div chosen(SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        Div chips = new Div();
        chips.addClassName("chosen-values");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", "Chosen");
        YearRange years = place.years();
        if (years != null) {
            chips.add(chip(SearchView.chip(years), () -> go.accept(place.withYears(null))));
        }
        place.refinements()
                .forEach((facet, values) -> values.forEach(value -> chips.add(chip(
                        FacetPanel.label(facet, value, result.facets()),
                        () -> go.accept(place.toggled(facet, value))))));
        NativeButton clear = new NativeButton("clear", click -> go.accept(place.withoutRefinements()));
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
