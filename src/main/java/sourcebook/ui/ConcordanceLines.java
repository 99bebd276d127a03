package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.analysis.ConcordancePage;
import sourcebook.analysis.ConcordancePage.Group;
import sourcebook.analysis.ConcordanceRow;
import sourcebook.search.Layer;

/// Hits one below the other, each in the middle of its line. A line leads to the hit on its page.
final class ConcordanceLines extends Div {
    ConcordanceLines() {
        addClassName("lines");
    }

    void show(ConcordancePage page, SearchPlace search, int first) {
        removeAll();
        Map<String, Group> groups = page.groups().stream().collect(Collectors.toMap(Group::value, Function.identity()));
        @Nullable String group = null;
        OrderedList list = list(first);
        int number = first;
        for (ConcordanceRow row : page.rows()) {
            if (row.group() != null && !Objects.equals(row.group(), group)) {
                group = row.group();
                Group of = groups.get(group);
                H2 heading = new H2((of == null ? group : of.label())
                        + (of == null ? "" : " · " + Wording.count(of.hits(), "hit", "hits")));
                add(heading);
                list = list(number);
            }
            list.add(line(row, search));
            number++;
        }
    }

    private OrderedList list(int from) {
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("start", Integer.toString(from));
        list.addClassName("line-list");
        add(list);
        return list;
    }

    private static ListItem line(ConcordanceRow row, SearchPlace search) {
        Span where = new Span();
        where.addClassName("where");
        Span title = new Span(row.title());
        title.addClassName("of");
        title.getElement().setAttribute("dir", "auto");
        Span about = new Span(about(row));
        about.addClassName("about-line");
        where.add(title, about);
        where.setTitle(row.title() + "\n" + row.path());
        Span before = new Span(new Span(row.before()));
        before.addClassName("before");
        Anchor hit = new Anchor(
                DocumentPlace.of(row.document().shortForm(), search.withPage(1))
                        .withAt(row.layer() == Layer.TEXT ? row.start() : 0)
                        .address(),
                row.hit());
        hit.addClassName("hit-text");
        hit.setAriaLabel(row.hit() + ": " + row.title() + ", page " + row.page());
        Span after = new Span(new Span(row.after()));
        after.addClassName("after");
        Span page = new Span(row.layer() == Layer.FURNITURE ? "around" : "p. " + row.page());
        page.addClassNames("num", "at-page");
        Div text = new Div(before, hit, after);
        text.addClassName("line-text");
        text.getElement().setAttribute("dir", direction(row));
        ListItem line = new ListItem(where, text, page);
        line.addClassName("line");
        return line;
    }

    private static String about(ConcordanceRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(row.date() == null ? "undated" : Wording.date(row.date()));
        if (row.source() != null) {
            parts.add(row.source());
        }
        return String.join(" · ", parts);
    }

    /// The direction in which the hit is read decides on which side of it the text before stands.
    private static String direction(ConcordanceRow row) {
        return (row.hit() + row.before() + row.after())
                .codePoints()
                .map(Character::getDirectionality)
                .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .mapToObj(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? "ltr" : "rtl")
                .findFirst()
                .orElse("ltr");
    }
}
