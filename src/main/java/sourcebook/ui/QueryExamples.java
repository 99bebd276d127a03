package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.function.Function;
import sourcebook.search.QueryHelp;

/// The query language on one screen, as examples that can be tried.
final class QueryExamples extends Div {
    /// @param example what a query is shown as: something that leads to it
    QueryExamples(Function<String, Component> example) {
        addClassName("help");
        QueryHelp.SECTIONS.forEach(section -> add(section(section, example)));
    }

    private static Section section(QueryHelp.Section shown, Function<String, Component> example) {
        DescriptionList list = new DescriptionList();
        shown.rows().forEach(row -> {
            DescriptionList.Term term = new DescriptionList.Term();
            term.add(example.apply(row.typed()));
            list.add(term, new DescriptionList.Description(row.finds()));
        });
        return new Section(new H3(shown.title()), list);
    }
}
