package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Links to the pages of a list: the first, those near this one, the last.
///
/// @param here the page shown, 1-based
/// @param address of a page
record Pager(int here, long total, int perPage, IntFunction<String> address) {
    private static final int NEAR = 2;

    void fill(Div pager) {
        pager.removeAll();
        int last = (int) Math.min(Integer.MAX_VALUE, (total + perPage - 1) / perPage);
        pager.setVisible(last > 1);
        if (last <= 1) {
            return;
        }
        TreeSet<Integer> shown = new TreeSet<>();
        shown.add(1);
        shown.add(last);
        for (int page = here - NEAR; page <= here + NEAR; page++) {
            if (page >= 1 && page <= last) {
                shown.add(page);
            }
        }
        if (here > 1) {
            pager.add(link(Math.min(last, here - 1), "‹ previous"));
        }
        int before = 0;
        for (int page : shown) {
            if (page > before + 1) {
                pager.add(new Span("…"));
            }
            Anchor link = link(page, Wording.number(page));
            link.setAriaLabel("Page " + page);
            if (page == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pager.add(link);
            before = page;
        }
        if (here < last) {
            pager.add(link(here + 1, "next ›"));
        }
    }

    private Anchor link(int page, String label) {
        return new Anchor(address.apply(page), label);
    }
}
