package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.catalogue.PartialDate;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.Citations;
import sourcebook.citation.CitedWork;
import sourcebook.citation.Passage;

/// One citation: the work, the quote with its page, the note to be written in place, and what one can do.
final class CitationCard extends Article {
    private final Citation citation;
    private final Citations citations;
    private final Runnable changed;

    CitationCard(
            Citation citation,
            List<CitationCollection> collections,
            Citations citations,
            Consumer<Citation> copy,
            Runnable changed) {
        this.citation = citation;
        this.citations = citations;
        this.changed = changed;
        addClassNames("hit", "citation");
        Passage passage = citation.passage();
        DocumentPlace place = DocumentPlace.of(citation.document().shortForm(), SearchPlace.START);
        Anchor link = new Anchor(
                (passage == null ? place : place.withAt(passage.start())).address(),
                citation.work().displayTitle());
        link.getElement().setAttribute("dir", "auto");
        add(new Div(source(citation.work())), new H2(link));
        if (passage != null) {
            add(new Quote(passage));
        }
        add(note(), foot(collections, copy));
    }

    private static Div source(CitedWork work) {
        Div line = new Div();
        line.addClassName("src");
        if (!work.creators().isEmpty()) {
            line.add(new Span(String.join("; ", work.creators())));
        }
        String source = work.source();
        if (source != null) {
            Span outlet = new Span(source);
            outlet.addClassName("outlet");
            line.add(outlet);
        }
        PartialDate date = work.date();
        Span when = new Span(date == null ? "undated" : Wording.date(date));
        when.setClassName("unknown", date == null);
        line.add(when);
        return line;
    }

    private TextArea note() {
        TextArea note = new TextArea();
        note.setAriaLabel("Note on " + citation.work().displayTitle());
        note.setPlaceholder("Add a note");
        note.addClassName("note-area");
        note.setValue(citation.note());
        note.setMinRows(1);
        note.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        note.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                citations.editNote(citation.id(), change.getValue());
                Notices.say("Note saved.");
            }
        });
        return note;
    }

    private Div foot(List<CitationCollection> collections, Consumer<Citation> copy) {
        Span saved = new Span("saved " + Wording.moment(citation.created()));
        saved.addClassName("num");
        Div foot = new Div(saved);
        foot.addClassName("foot");
        Span space = new Span();
        space.addClassName("end");
        foot.add(space);
        if (collections.size() > 1) {
            Choice<CitationCollection> move =
                    new Choice<>("Collection of this citation", collections, CitationCollection::name, this::move);
            collections.stream()
                    .filter(collection -> collection.id() == citation.collectionId())
                    .findFirst()
                    .ifPresent(move::choose);
            foot.add(move);
        }
        Passage passage = citation.passage();
        if (passage != null && passage.pageFrom() > 0) {
            foot.add(new NativeButton(
                    "Pages", click -> new PagesDialog(citations, citation.id(), passage, changed).open()));
        }
        foot.add(new NativeButton("Copy", click -> copy.accept(citation)));
        foot.add(new NativeButton("Delete", click -> delete()));
        return foot;
    }

    private void move(CitationCollection to) {
        long from = citation.collectionId();
        citations.move(citation.id(), to.id());
        changed.run();
        Notices.offer("Moved to “" + to.name() + "”.", "Undo", () -> {
            citations.move(citation.id(), from);
            changed.run();
        });
    }

    private void delete() {
        citations.delete(citation.id());
        changed.run();
        Notices.offer("Citation deleted.", "Undo", () -> {
            citations.restore(citation.id());
            changed.run();
        });
    }
}
