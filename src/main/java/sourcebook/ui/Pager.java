package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.TreeSet;
import sourcebook.ui.Navigation.SearchPlace;

/// Links to the pages of results: the first, those near this one, the last.
record Pager(SearchPlace place, long total, int perPage) {
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
        for (int page = place.page() - NEAR; page <= place.page() + NEAR; page++) {
            if (page >= 1 && page <= last) {
                shown.add(page);
            }
        }
        if (place.page() > 1) {
            pager.add(link(Math.min(last, place.page() - 1), "‹ previous"));
        }
        int before = 0;
        for (int page : shown) {
            if (page > before + 1) {
                pager.add(new Span("…"));
            }
            Anchor link = link(page, Wording.number(page));
            link.setAriaLabel("Page " + page);
            if (page == place.page()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pager.add(link);
            before = page;
        }
        if (place.page() < last) {
            pager.add(link(place.page() + 1, "next ›"));
        }
    }

    private Anchor link(int page, String label) {
        return new Anchor(place.withPage(page).address(), label);
    }
}
