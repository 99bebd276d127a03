package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.Snippet;

/// The hits in one document, one a line with the words around it.
final class HitList extends Div {
    private static final int AROUND = 34;
    /// Lines shown at once; the window moves with the current hit.
    private static final int SHOWN = 200;

    /// A first hit further down than this is scrolled to at once; nearer ones leave the record in sight.
    private static final int FAR = 3;

    private final IntConsumer choose;
    private final Div lines = new Div();
    private final NativeButton earlier = new NativeButton();
    private final NativeButton later = new NativeButton();
    private final List<NativeButton> rows = new ArrayList<>();
    private DocumentText text = DocumentText.NONE;
    private List<Hit> hits = List.of();
    private int first;
    private int marked = -1;
    private final H2 heading = new H2();

    HitList(IntConsumer choose) {
        this.choose = choose;
        addClassName("block-list");
        earlier.addClickListener(click -> window(first - SHOWN));
        later.addClickListener(click -> window(first + SHOWN));
        earlier.addClassName("more");
        later.addClassName("more");
        add(heading, earlier, lines, later);
    }

    /// @param what the lines are: `Hits in this document`
    /// @param toHits all of them, those in the text around the document's last
    void show(String what, DocumentText toText, List<Hit> toHits) {
        heading.setText(what);
        text = toText;
        hits = toHits;
        marked = -1;
        setVisible(!hits.isEmpty());
        window(0);
    }

    /// Shows the lines from `from` on.
    private void window(int from) {
        first = Math.clamp(from, 0, Math.max(0, hits.size() - 1));
        int end = Math.min(hits.size(), first + SHOWN);
        rows.clear();
        lines.removeAll();
        for (int i = first; i < end; i++) {
            NativeButton row = row(i);
            rows.add(row);
            lines.add(row);
        }
        earlier.setVisible(first > 0);
        earlier.setText(Wording.number(first) + " before…");
        later.setVisible(end < hits.size());
        later.setText(Wording.number(hits.size() - end) + " more…");
        set(marked, true, false);
    }

    private NativeButton row(int index) {
        Hit hit = hits.get(index);
        boolean around = hit.layer() == Layer.FURNITURE;
        String whole = around ? text.furniture() : text.text();
        Span page = new Span(around ? "around" : text.pages() > 1 ? "p. " + hit.page() : Wording.number(index + 1));
        Span line = new Span();
        line.getElement().setAttribute("dir", "auto");
        int from = edge(whole, Math.max(0, hit.start() - AROUND), hit.start());
        int to = Math.min(whole.length(), hit.end() + AROUND);
        while (to < whole.length() && !Character.isWhitespace(whole.charAt(to)) && to < hit.end() + 50) {
            to++;
        }
        String before = (from > 0 ? "…" : "") + fold(whole.substring(from, hit.start()));
        String found = fold(whole.substring(hit.start(), hit.end()));
        String after = fold(whole.substring(hit.end(), to)) + (to < whole.length() ? "…" : "");
        Marked.append(
                line,
                before + found + after,
                List.of(new Snippet.Mark(before.length(), before.length() + found.length())));
        NativeButton row = new NativeButton();
        row.add(page, line);
        row.addClassName("kwic");
        row.addClickListener(click -> choose.accept(index));
        return row;
    }

    private static int edge(String whole, int from, int before) {
        int at = from;
        while (at > 0 && at < before && !Character.isWhitespace(whole.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static String fold(String excerpt) {
        return DocumentText.withoutBrokenWords(excerpt).replaceAll("\\s+", " ");
    }

    /// Marks the line of the current hit; -1 for none.
    void mark(int index) {
        set(marked, false, false);
        boolean moved = marked >= 0;
        marked = index;
        if (index >= 0 && (index < first || index >= first + rows.size())) {
            window(index - SHOWN / 4);
        }
        set(index, true, moved || index >= FAR);
    }

    private void set(int index, boolean on, boolean intoSight) {
        if (index < first || index >= first + rows.size()) {
            return;
        }
        NativeButton row = rows.get(index - first);
        row.setClassName("on", on);
        if (on) {
            row.getElement().setAttribute("aria-current", "true");
        } else {
            row.getElement().removeAttribute("aria-current");
        }
        if (intoSight) {
            row.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }
}
