package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import sourcebook.search.Hit;
import sourcebook.search.Snippet;

/// The text of the page around the document's text, folded: menus, teasers, comments, running heads. It is kept and
/// can be searched, and counts for nothing. What the query finds in it is marked.
final class FurniturePanel extends NativeDetails {
    /// Paragraphs sent to the browser at once.
    private static final int STRETCH = 200;

    private final Div text = new Div();
    private String furniture = "";
    private List<Hit> hits = List.of();
    private List<int[]> lines = List.of();
    private int shown;

    FurniturePanel() {
        addClassNames("fold", "furniture");
        setContent(text);
        addToggleListener(toggle -> {
            if (toggle.isOpened() && shown == 0) {
                more();
            }
        });
    }

    /// @param toHits what the query finds in it, offsets into it
    void show(String toFurniture, List<Hit> toHits) {
        furniture = toFurniture;
        hits = toHits;
        lines = lines(toFurniture);
        shown = 0;
        text.removeAll();
        setVisible(!lines.isEmpty());
        String found = hits.isEmpty() ? "" : ", " + Wording.count(hits.size(), "hit", "hits");
        setSummaryText("Page furniture (" + Wording.count(lines.size(), "line", "lines") + found + ")");
        setOpen(!hits.isEmpty());
        if (!hits.isEmpty()) {
            more();
        }
    }

    private static List<int[]> lines(String text) {
        List<int[]> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (!text.substring(from, to).isBlank()) {
                lines.add(new int[] {from, to});
            }
            from = to + 1;
        }
        return lines;
    }

    private void more() {
        int end = Math.min(lines.size(), shown + STRETCH);
        while (end < lines.size()
                && !hits.isEmpty()
                && lines.get(end)[0] <= hits.getLast().start()) {
            end++; // every hit can be gone to
        }
        for (; shown < end; shown++) {
            text.add(line(lines.get(shown)));
        }
        if (shown < lines.size()) {
            NativeButton more = new NativeButton(Wording.number(lines.size() - shown) + " more lines…");
            more.addClickListener(click -> {
                text.remove(more);
                more();
            });
            text.add(more);
        }
    }

    private Paragraph line(int[] range) {
        Paragraph line = new Paragraph();
        line.getElement().setAttribute("dir", "auto");
        List<Hit> here = hits.stream()
                .filter(hit -> hit.start() < range[1] && hit.end() > range[0])
                .toList();
        List<Snippet.Mark> marks = here.stream()
                .map(hit -> new Snippet.Mark(
                        Math.max(hit.start(), range[0]) - range[0], Math.min(hit.end(), range[1]) - range[0]))
                .toList();
        List<Marked.Mark> made = Marked.append(line, furniture.substring(range[0], range[1]), marks);
        int first = here.isEmpty() ? 0 : hits.indexOf(here.getFirst()); // they ascend, and none overlaps another
        for (int i = 0; i < made.size(); i++) { // by this the keys find it; a hit may have a mark in each of two lines
            made.get(i).getElement().setAttribute("data-around", Integer.toString(first + i));
        }
        return line;
    }
}
