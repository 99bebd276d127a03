package sourcebook.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.springframework.stereotype.Component;
import sourcebook.ingest.Ingest;
import sourcebook.search.Offer;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;

/// What is shown where there is nothing to show: what is the case, and what one can do.
@Component
final class EmptyStates {
    private final SearchEngine engine;
    private final Ingest ingest;

    EmptyStates(SearchEngine engine, Ingest ingest) {
        this.engine = engine;
        this.ingest = ingest;
    }

    Div noDocuments() {
        Paragraph how = new Paragraph(
                new Text("Put reports, articles, letters or mail into the folder "),
                new Code(ingest.folder().toString()),
                new Text(". They are read as they arrive. Or drop them on the "),
                new Anchor("archive", "archive page"),
                new Text("."));
        boolean busy = ingest.progress().running();
        return state(
                busy ? "The first documents are being read" : "The archive is empty",
                busy
                        ? new Paragraph(
                                new Text("They are found here as soon as they are. The "),
                                new Anchor("archive", "archive page"),
                                new Text(" shows how far it is."))
                        : how);
    }

    /// What would find something, each a link; where nothing would, what one can try.
    Div nothingFound(SearchPlace place, SearchResult result) {
        UnorderedList tries = new UnorderedList();
        tries.addClassName("offers");
        result.offers().forEach(offer -> tries.add(offered(place, offer)));
        if (tries.getComponentCount() == 0 && !place.query().isBlank()) {
            String understood = result.understoodAs();
            if (result.chips().size() > 1) {
                tries.add(new ListItem("Take a word away, or put OR between words"));
            }
            if (understood.contains("\"")) {
                tries.add(new ListItem("Leave out the quotation marks: a bare word finds its other forms too"));
            }
            if (!understood.contains("*")) {
                tries.add(new ListItem("Use a word’s beginning: teach*"));
            }
        }
        if (!place.query().isBlank()) {
            tries.add(new ListItem(new Anchor("about#query", "See what a query can say")));
        }
        return state("Nothing matches", tries);
    }

    private ListItem offered(SearchPlace place, Offer offer) {
        String found = place.stories()
                ? Wording.count(offer.total(), "story", "stories")
                : Wording.count(offer.total(), "document", "documents");
        Span count = new Span(" " + found);
        count.addClassNames("small", "num");
        Anchor link =
                new Anchor(place.asking(engine.spelledOut(offer.request())).address(), offer.sentence());
        link.getElement().setAttribute("dir", "auto");
        return new ListItem(link, count);
    }

    Div beyondTheLast(SearchPlace place) {
        return state(
                "There are not that many results",
                new Paragraph(new Anchor(place.withPage(1).address(), "Back to the first page")));
    }

    /// A quiet sentence in a dialog or a panel.
    static Paragraph small(String sentence) {
        Paragraph small = new Paragraph(sentence);
        small.addClassName("small");
        return small;
    }

    private static Div state(String sentence, com.vaadin.flow.component.Component more) {
        Div state = new Div(new H2(sentence), more);
        state.addClassName("empty");
        return state;
    }
}
