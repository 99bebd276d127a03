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
import sourcebook.search.Snippet;

/// The hits in one document, one a line with the words around it.
final class HitList extends Div {
    private static final int AROUND = 34;
    /// More lines are shown on demand, this many at a time.
    private static final int STEP = 200;

    private final IntConsumer choose;
    private final Div lines = new Div();
    private final NativeButton more = new NativeButton("", click -> grow());
    private final List<NativeButton> rows = new ArrayList<>();
    private DocumentText text = DocumentText.NONE;
    private List<Hit> hits = List.of();
    private int marked = -1;

    HitList(IntConsumer choose) {
        this.choose = choose;
        addClassName("block-list");
        more.addClassName("more");
        add(new H2("Hits in this document"), lines, more);
    }

    void show(DocumentText toText, List<Hit> toHits) {
        text = toText;
        hits = toHits;
        marked = -1;
        rows.clear();
        lines.removeAll();
        setVisible(!hits.isEmpty());
        grow();
    }

    private void grow() {
        int to = Math.min(hits.size(), rows.size() + STEP);
        for (int i = rows.size(); i < to; i++) {
            NativeButton row = row(i);
            rows.add(row);
            lines.add(row);
        }
        more.setVisible(to < hits.size());
        more.setText(Wording.number(hits.size() - to) + " more…");
    }

    private NativeButton row(int index) {
        Hit hit = hits.get(index);
        Span page = new Span(text.pages() > 1 ? "p. " + hit.page() : Wording.number(index + 1));
        Span line = new Span();
        line.getElement().setAttribute("dir", "auto");
        int from = edge(Math.max(0, hit.start() - AROUND), hit.start());
        int to = Math.min(text.text().length(), hit.end() + AROUND);
        while (to < text.text().length() && !Character.isWhitespace(text.text().charAt(to)) && to < hit.end() + 50) {
            to++;
        }
        String before = "…" + fold(text.text().substring(from, hit.start()));
        String found = fold(text.text().substring(hit.start(), hit.end()));
        String after = fold(text.text().substring(hit.end(), to)) + "…";
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

    private int edge(int from, int before) {
        int at = from;
        while (at > 0 && at < before && !Character.isWhitespace(text.text().charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static String fold(String excerpt) {
        return excerpt.replaceAll("(?<=\\p{L}-)\\n(?=\\p{L})", "").replaceAll("\\s+", " ");
    }

    /// Marks the line of the current hit; -1 for none.
    void mark(int index) {
        if (marked >= 0 && marked < rows.size()) {
            rows.get(marked).removeClassName("on");
            rows.get(marked).getElement().removeAttribute("aria-current");
        }
        marked = index;
        if (index >= 0 && index < rows.size()) {
            NativeButton row = rows.get(index);
            row.addClassName("on");
            row.getElement().setAttribute("aria-current", "true");
            row.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }
}
