package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sourcebook.analysis.BatchRow;

/// The figures of a list of queries, a row for each.
final class BatchFigures extends Div {
    private List<BatchRow> last = List.of();

    BatchFigures() {
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Figures of the queries");
    }

    /// @param stories whether hits are those of stories
    /// @param address of the search of a row
    void show(List<BatchRow> rows, boolean stories, Function<BatchRow, String> address) {
        if (rows.equals(last) && getComponentCount() > 0) {
            return;
        }
        last = List.copyOf(rows);
        removeAll();
        setVisible(!rows.isEmpty());
        boolean named = rows.stream().anyMatch(row -> !row.id().equals(Integer.toString(row.number())));
        List<String> names = new ArrayList<>(List.of("", "Query", "Documents", "Stories"));
        names.add(stories ? "Hits in stories" : "Hits");
        NativeTableRow head = new NativeTableRow();
        for (String name : names) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name.isEmpty() ? (named ? "Id" : "No.") : name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        rows.forEach(row -> body.add(row(row, address)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("figure-table");
        add(table);
    }

    private static NativeTableRow row(BatchRow row, Function<BatchRow, String> address) {
        Anchor query = new Anchor(address.apply(row), row.query().isEmpty() ? "every document" : row.query());
        query.getElement().setAttribute("dir", "auto");
        Div asked = new Div(query);
        if (!row.understoodAs().isEmpty() && !row.understoodAs().equals(row.query())) {
            asked.add(said("understood as " + row.understoodAs()));
        }
        row.notes().forEach(note -> asked.add(said(note)));
        if (row.incomplete()) {
            Span warning = said("Time ran out: these are the least there are.");
            warning.addClassName("warn");
            asked.add(warning);
        }
        NativeTableRow shown = new NativeTableRow(
                new NativeTableCell(row.id()),
                new NativeTableCell(asked),
                figure(row.copies()),
                figure(row.stories()),
                figure(row.hits()));
        shown.setClassName("nothing", row.copies() == 0);
        return shown;
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassName("ev");
        return said;
    }

    private static NativeTableCell figure(long number) {
        NativeTableCell cell = new NativeTableCell(Wording.number(number));
        cell.addClassName("num");
        return cell;
    }
}
