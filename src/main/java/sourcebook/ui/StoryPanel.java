package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.Story;
import sourcebook.catalogue.StoryCopy;
import sourcebook.catalogue.StoryDecision;

/// The story a document is a copy of: its copies with where and when they stand and how alike they are. A person can
/// split a copy off, join another document, and take both back.
final class StoryPanel extends Div {
    /// Copies listed here; the others are found by a search.
    private static final int SHOWN = 12;

    private final Records records;
    private final DocumentSearch search;
    private final Runnable changed;

    /// @param changed run after each decision and each undoing
    StoryPanel(Records records, DocumentSearch search, Runnable changed) {
        this.records = records;
        this.search = search;
        this.changed = changed;
        addClassNames("block-list", "story-panel");
    }

    void show(CataloguedDocument document, SearchPlace from) {
        removeAll();
        Optional<Story> story = records.story(document.id());
        add(new H2(story.map(StoryPanel::heading).orElse("No other copies known")));
        story.ifPresent(found -> {
            found.copies().stream()
                    .limit(SHOWN)
                    .forEach(copy -> row(copy, document.id(), found, from).ifPresent(this::add));
            if (found.copies().size() > SHOWN) {
                Anchor all = new Anchor(
                        SearchPlace.START.withQuery("story:" + found.id()).address(),
                        "All " + Wording.number(found.copies().size()) + " copies");
                all.addClassName("all-copies");
                add(all);
            }
        });
        Div ways = new Div();
        ways.addClassName("actions");
        NativeButton join = new NativeButton(
                "Join another document…",
                click -> new JoinDialog(
                                search,
                                document,
                                chosen -> decide(
                                        () -> records.join(List.of(document.id(), chosen)),
                                        "The documents are one story now."))
                        .open());
        ways.add(join);
        if (story.isPresent()) {
            NativeButton split = new NativeButton(
                    "Not a copy: split off",
                    click -> decide(() -> records.split(List.of(document.id())), "Split off from its story."));
            split.setTitle("This document stays apart, whatever arrives later");
            ways.add(split);
        }
        add(ways);
        decisions(document, story);
    }

    private static String heading(Story story) {
        return "One story, " + Wording.count(story.copies().size(), "copy", "copies");
    }

    private Optional<Div> row(StoryCopy copy, DocumentId here, Story story, SearchPlace from) {
        return search.find(copy.document()).map(document -> {
            Evidenced<?> source = document.record().source();
            Evidenced<sourcebook.catalogue.PartialDate> date = document.record().date();
            String name =
                    source == null ? document.displayTitle() : source.value().toString();
            Span when = new Span(date == null ? "undated" : Wording.date(date.value()));
            when.setClassName("unknown", date == null);
            boolean current = copy.document().equals(here);
            Span outlet = new Span(name);
            outlet.getElement().setAttribute("dir", "auto");
            Div line = new Div();
            if (current) {
                outlet.addClassName("here");
                line.add(outlet);
            } else {
                Anchor link = new Anchor(
                        DocumentPlace.of(copy.document().shortForm(), from).address());
                link.add(outlet);
                link.setTitle(document.displayTitle());
                line.add(link);
            }
            line.add(when);
            line.addClassName("copy-line");
            boolean first = copy.document().equals(story.representative());
            String role = first ? (date == null ? "the first of the undated" : "the earliest") : role(copy);
            Span what = new Span(current ? "this document; " + role : role);
            what.addClassName("ev");
            what.setTitle("How much of the shorter text stands in the other, by runs of four words");
            Div row = new Div(line, what);
            row.addClassName("copy");
            if (current) {
                row.getElement().setAttribute("aria-current", "true");
            }
            return row;
        });
    }

    private static String role(StoryCopy copy) {
        String alike = Wording.percent(copy.similarity()) + " alike";
        String role = switch (copy.role()) {
            case SAME -> "the same text";
            case CUT -> "cut, " + alike;
            case EDITED -> "edited, " + alike;
        };
        return copy.byPerson() ? role + "; joined by a person" : role;
    }

    private void decisions(CataloguedDocument document, Optional<Story> story) {
        List<StoryDecision> made = story.map(found -> records.decisions(found.id()))
                .filter(list -> !list.isEmpty())
                .orElseGet(() -> records.decisions(document.id()));
        for (StoryDecision decision : made) {
            String what = decision.kind() == StoryDecision.Kind.JOIN ? "joined " : "split off ";
            Span said = new Span(what + Wording.count(decision.documents().size(), "document", "documents") + ", "
                    + decision.who() + ", " + Wording.moment(decision.made()) + (decision.undone() ? ", undone" : ""));
            said.addClassName("ev");
            Div row = new Div(said);
            row.addClassName("edit");
            row.setClassName("undone", decision.undone());
            if (!decision.undone()) {
                NativeButton undo = new NativeButton("Undo", click -> {
                    records.undoDecision(decision.id());
                    changed.run();
                    Notices.say("Undone.");
                });
                undo.setAriaLabel("Undo: " + what.strip());
                row.add(undo);
            }
            add(row);
        }
    }

    private void decide(java.util.function.LongSupplier decision, String sentence) {
        try {
            long made = decision.getAsLong();
            changed.run();
            Notices.offer(sentence, "Undo", () -> {
                records.undoDecision(made);
                changed.run();
            });
        } catch (IllegalArgumentException refused) {
            Notices.say(Objects.requireNonNullElse(refused.getMessage(), "That is not possible."));
        }
    }

    /// What this panel needs to know of other documents.
    interface DocumentSearch {
        Optional<CataloguedDocument> find(DocumentId document);

        /// Documents that match a query, the best first.
        List<CataloguedDocument> matching(String query, int limit);
    }
}
