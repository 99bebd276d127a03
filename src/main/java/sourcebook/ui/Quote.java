package sourcebook.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import sourcebook.citation.Passage;

/// A quoted passage with its pages behind it.
@Tag("blockquote")
final class Quote extends HtmlContainer {
    Quote(Passage passage) {
        addClassName("quote");
        getElement().setAttribute("dir", "auto");
        add(new Text("“" + passage.quote().strip().replaceAll("\\s+", " ") + "”"));
        if (passage.pageFrom() > 0) {
            String pages = passage.pageFrom() == passage.pageTo()
                    ? "p. " + passage.pageFrom()
                    : "pp. " + passage.pageFrom() + "–" + passage.pageTo();
            Span place = new Span(" " + pages);
            place.addClassNames("small", "num");
            add(place);
        }
    }
}
