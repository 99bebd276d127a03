package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/// The line over a document: the way back, the hits, the pages, sizes, page or text, the original.
final class ReaderTools extends Div {
    private static final List<String> FACTORS = List.of("0.5", "0.75", "1", "1.25", "1.5", "2", "2.5", "3");

    private final Anchor back = new Anchor();
    private final Span position = new Span();
    private final Span hitLabel = new Span();
    private final Span asked = new Span();
    private final Div moves = new Div();
    private final NativeButton pageLabel = tool("", "Go to a page (g)", "page");
    private final Element zoom = new Element("select");
    private final NativeButton turn = tool("⟳", "Turn the pages (r)", "turn");
    private final Anchor asPages = new Anchor("", "Page");
    private final Anchor asText = new Anchor("", "Text");
    private final Div views = new Div(asPages, asText);
    private final Anchor original = new Anchor();

    ReaderTools() {
        addClassName("tools");
        back.addClassName("back");
        position.addClassNames("small", "num", "position");
        hitLabel.addClassNames("num", "hit-label");
        hitLabel.getElement().setAttribute("role", "status");
        asked.addClassNames("small", "asked");
        asked.getElement().setAttribute("dir", "auto");
        moves.add(hitLabel, move("‹ k", "Previous hit", -1), move("j ›", "Next hit", 1), asked);
        moves.addClassName("moves");
        pageLabel.addClassNames("small", "num", "page-label");
        views.addClassName("views");
        views.getElement().setAttribute("role", "group").setAttribute("aria-label", "Show as");
        asText.addClassName("as-text");
        original.setText("Original");
        original.setRouterIgnore(true);
        original.getElement().setAttribute("download", "");
        original.setTitle("Download the original file");
        zoom.setAttribute("class", "choice zoom").setAttribute("aria-label", "Zoom");
        option("width", "Fit width");
        option("page", "Fit page");
        FACTORS.forEach(factor -> option(factor, Math.round(Double.parseDouble(factor) * 100) + " %"));
        Span space = new Span();
        space.addClassName("space");
        NativeButton find = tool("Find", "Find in this document (f)", "find");
        NativeButton keys = tool("?", "Keys (?)", "keys");
        keys.setAriaLabel("Keys");
        add(back, position, moves, space, pageLabel, size("−", "Smaller", -1));
        getElement().appendChild(zoom);
        add(size("+", "Larger", 1), turn, find, views, original, keys);
    }

    private void option(String value, String label) {
        zoom.appendChild(new Element("option").setAttribute("value", value).setText(label));
    }

    private static NativeButton move(String label, String name, int step) {
        NativeButton button = new NativeButton(label);
        button.setAriaLabel(name);
        button.setTitle(name);
        button.getElement().setAttribute("data-move", Integer.toString(step));
        return button;
    }

    private static NativeButton size(String label, String name, int step) {
        NativeButton button = new NativeButton(label);
        button.setAriaLabel(name);
        button.setTitle(name);
        button.addClassName("size");
        button.getElement().setAttribute("data-size", Integer.toString(step));
        return button;
    }

    private static NativeButton tool(String label, String title, String action) {
        NativeButton button = new NativeButton(label);
        button.setTitle(title);
        if (label.length() == 1) {
            button.setAriaLabel(title);
        }
        button.getElement().setAttribute("data-reading", action);
        return button;
    }

    /// The way back to the results, and where among them the document stands.
    void showBack(DocumentPlace place, Neighbours neighbours) {
        boolean all = place.from().query().isBlank() && !place.from().refined();
        back.setHref(place.from().address());
        back.setText(all ? "‹ all documents" : "‹ " + Wording.count(neighbours.total(), "result", "results"));
        boolean known = neighbours.place() > 0 && neighbours.total() > 1;
        position.setText(
                known
                        ? Wording.number(neighbours.place()) + " of "
                                + Wording.count(neighbours.total(), "document", "documents")
                        : "");
        position.setVisible(known);
    }

    /// @param query what the hits are of
    void showHits(boolean any, String label, String query) {
        moves.setVisible(any);
        hitLabel.setText(label);
        asked.setText(query);
    }

    void labelHit(String label) {
        hitLabel.setText(label);
    }

    /// @param pages 1 or fewer: no label
    void labelPage(int page, int pages) {
        pageLabel.setText("page " + Wording.number(page) + " of " + Wording.number(pages));
        pageLabel.setVisible(pages > 1);
    }

    /// @param images whether there are images of the pages
    void showViews(DocumentPlace place, boolean images) {
        boolean pages = images && !place.asText();
        views.setVisible(images);
        asPages.setHref(place.withText(false).address());
        asText.setHref(place.withText(true).address());
        asPages.getElement().setAttribute("aria-current", Boolean.toString(pages));
        asText.getElement().setAttribute("aria-current", Boolean.toString(!pages));
        zoom.setVisible(pages);
        turn.setVisible(pages);
    }

    void showOriginal(String address, boolean present) {
        original.setHref(address);
        original.setVisible(present);
    }
}
