package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;
import sourcebook.citation.Citation;
import sourcebook.citation.Passage;

/// What was cited of one document.
final class CitedPassages extends Div {
    private static final int SHOWN_CHARACTERS = 160;

    private final IntConsumer toOffset;

    CitedPassages(IntConsumer toOffset) {
        this.toOffset = toOffset;
        addClassName("block-list");
    }

    void show(List<Citation> citations) {
        removeAll();
        add(new H2("Cited passages"));
        if (citations.isEmpty()) {
            Paragraph none = new Paragraph("None yet. Select text on the page.");
            none.addClassName("small");
            add(none);
        }
        citations.forEach(citation -> add(row(citation)));
    }

    private NativeButton row(Citation citation) {
        Passage passage = citation.passage();
        Span place = new Span(passage == null || passage.pageFrom() == 0 ? "" : "p. " + passage.pageFrom());
        Span words = new Span(passage == null ? "the whole document" : quote(passage.quote()));
        words.getElement().setAttribute("dir", "auto");
        if (!citation.note().isEmpty()) {
            Span note = new Span(citation.note());
            note.addClassName("ev");
            words.add(note);
        }
        NativeButton row = new NativeButton();
        row.add(place, words);
        row.addClassName("kwic");
        row.addClickListener(click -> toOffset.accept(passage == null ? 0 : passage.start()));
        return row;
    }

    private static String quote(String text) {
        String folded = text.replaceAll("\\s+", " ");
        return "“" + (folded.length() <= SHOWN_CHARACTERS ? folded : folded.substring(0, SHOWN_CHARACTERS) + "…") + "”";
    }
}
