package sourcebook.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchResult.Result;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;
import sourcebook.ui.Navigation.DocumentPlace;
import sourcebook.ui.Navigation.LikeThis;
import sourcebook.ui.Navigation.SearchPlace;

/// One result: where and when from, title, snippets with their page in the margin, what it is about, what one can do.
final class ResultCard extends Article {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？؟][\\p{Pf}\\p{Pe}\"']?\\s*$");

    ResultCard(
            Result result,
            SearchPlace place,
            String understood,
            boolean chosen,
            BiConsumer<DocumentId, Boolean> choose,
            Consumer<DocumentId> cite) {
        addClassName("hit");
        getElement().setAttribute("data-id", result.id().shortForm());
        setClassName("chosen", chosen);
        DocumentPlace document = DocumentPlace.of(result.id().shortForm(), place);
        add(source(result, chosen, choose), title(result, document));
        boolean asked = !place.query().isBlank();
        for (Snippet snippet : result.snippets()) {
            add(snippet(snippet, result, asked ? document.withAt(snippet.start()) : document));
        }
        add(foot(result, place, understood, cite));
    }

    private Div source(Result result, boolean chosen, BiConsumer<DocumentId, Boolean> choose) {
        Element box = new Element("input")
                .setAttribute("type", "checkbox")
                .setAttribute("aria-label", "Choose " + result.title());
        box.setProperty("checked", chosen);
        box.addPropertyChangeListener("checked", "change", change -> {
            boolean now = Boolean.TRUE.equals(change.getValue());
            setClassName("chosen", now);
            choose.accept(result.id(), now);
        });
        NativeLabel pick = new NativeLabel();
        pick.addClassName("pick");
        pick.getElement().appendChild(box);
        String source = result.source();
        Span outlet = new Span(source == null ? "unknown source" : source);
        outlet.addClassName(source == null ? "unknown" : "outlet");
        Span date = new Span(Wording.date(result.date()));
        date.setClassName("unknown", result.date() == null);
        Div line = new Div(outlet, date, new Span(Wording.kind(result.type(), result.pages())), pick);
        line.addClassName("src");
        return line;
    }

    private static H2 title(Result result, DocumentPlace document) {
        Anchor link = new Anchor(document.address());
        Marked.append(link, result.title(), result.titleMarks());
        String language = result.language();
        if (language != null) {
            link.getElement().setAttribute("lang", language);
        }
        H2 title = new H2(link);
        title.getElement().setAttribute("dir", "auto");
        return title;
    }

    private static Div snippet(Snippet snippet, Result result, DocumentPlace at) {
        Anchor page = new Anchor(at.address(), result.pages() > 1 ? "p. " + snippet.page() : "");
        if (result.pages() > 1) {
            page.setAriaLabel("Page " + snippet.page() + ", open there");
        } else {
            page.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        }
        Div text = new Div();
        text.getElement().setAttribute("dir", "auto");
        String language = result.language();
        if (language != null) {
            text.getElement().setAttribute("lang", language);
        }
        if (snippet.start() > 0) {
            text.add(new Text("…\u00A0"));
        }
        Marked.append(text, snippet.text(), snippet.marks());
        if (!SENTENCE_END.matcher(snippet.text()).find()) {
            text.add(new Text("\u00A0…"));
        }
        Div row = new Div(page, text);
        row.addClassName("snip");
        return row;
    }

    private static Div foot(Result result, SearchPlace place, String understood, Consumer<DocumentId> cite) {
        Span countries = new Span(result.countries().isEmpty() ? "no country" : Wording.countries(result.countries()));
        countries.setClassName("unknown", result.countries().isEmpty());
        Div foot = new Div(countries);
        foot.addClassName("foot");
        String withoutText = result.withoutText();
        if (withoutText != null) {
            Span warning = new Span("without text: " + withoutText);
            warning.addClassName("warn");
            foot.add(warning);
        }
        StoryCopies story = result.story();
        if (story != null && story.copies() > 1) {
            Anchor copies = new Anchor(
                    place.withStories(false)
                            .narrowed(understood, "story:" + story.id())
                            .address(),
                    Wording.story(story));
            copies.setTitle("Show these copies");
            copies.addClassName("story");
            foot.add(copies);
        }
        Anchor like = new Anchor(
                SearchPlace.START
                        .withLike(LikeThis.document(result.id().shortForm()))
                        .withStories(place.stories())
                        .address(),
                "More like this");
        like.setAriaLabel("More like " + result.title());
        like.addClassNames("end", "like");
        foot.add(like);
        NativeButton button = new NativeButton("Cite", click -> cite.accept(result.id()));
        button.setAriaLabel("Cite " + result.title());
        foot.add(button);
        if (!place.query().isBlank()) {
            Span hits = new Span(Wording.count(result.hitCount(), "hit", "hits"));
            hits.addClassName("num");
            foot.add(hits);
        }
        return foot;
    }
}
