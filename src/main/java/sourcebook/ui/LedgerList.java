package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.Outcome;

/// The ledger, the last changed first: each file with what became of it and why.
final class LedgerList extends Section {
    private static final int PER_PAGE = 50;

    private final Ledger ledger;
    private final TextField filter = new TextField();
    private final Span count = new Span();
    private final NativeTable table = new NativeTable();
    private final Div pager = new Div();
    private final NativeButton retry = new NativeButton("Retry failed");
    private LedgerPlace place = new LedgerPlace(null, "", 1);
    private List<LedgerEntry> shown = List.of();

    LedgerList(Ledger ledger, Runnable retryFailed) {
        this.ledger = ledger;
        addClassName("ledger");
        setAriaLabel("Ledger");
        filter.setAriaLabel("Filter by path or reason");
        filter.setPlaceholder("filter by path or reason");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Navigation.go(place.withText(change.getValue().strip()).address());
            }
        });
        count.addClassNames("num", "total");
        count.getElement().setAttribute("role", "status");
        Anchor csv = new Anchor("api/ledger.csv", "CSV");
        csv.setRouterIgnore(true);
        csv.getElement().setAttribute("download", "");
        csv.setTitle("Download the whole ledger as a table");
        retry.addClickListener(click -> retryFailed.run());
        Div head = new Div(new H2("Ledger"), count, filter, retry, csv);
        head.addClassName("ledger-head");
        table.addClassName("ledger-table");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of the ledger");
        NativeTableRow titles = new NativeTableRow(title("File"), title("Outcome"), title("Size"), title("When"));
        table.getHead().add(titles);
        add(head, table, pager);
    }

    private static Component title(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    void show(LedgerPlace to) {
        place = to;
        filter.setValue(to.text());
        shown = List.of();
        table.getBody().removeAll();
        refresh();
    }

    /// Reads the ledger again; draws only when it has changed.
    void refresh() {
        List<LedgerEntry> entries =
                ledger.entries(place.outcome(), place.text(), (long) (place.page() - 1) * PER_PAGE, PER_PAGE);
        long total = ledger.count(place.outcome(), place.text());
        Outcome outcome = place.outcome();
        count.setText(Wording.count(total, "entry", "entries")
                + (outcome == null ? "" : ", " + outcome.label())
                + (place.text().isEmpty() ? "" : ", with “" + place.text() + "”"));
        retry.setVisible(ledger.totals().failed() > 0);
        if (entries.equals(shown)) {
            return;
        }
        shown = entries;
        table.getBody().removeAll();
        entries.forEach(entry -> table.getBody().add(row(entry)));
        new Pager(place.page(), total, PER_PAGE, page -> place.withPage(page).address()).fill(pager);
    }

    private static NativeTableRow row(LedgerEntry entry) {
        NativeTableCell file = new NativeTableCell();
        DocumentId document = entry.document();
        String path = entry.location().toString();
        boolean open = document != null && entry.outcome() != Outcome.REMOVED && entry.outcome() != Outcome.FAILED;
        Component name = open && document != null
                ? new Anchor(
                        DocumentPlace.of(document.shortForm(), SearchPlace.START)
                                .address(),
                        path)
                : new Span(path);
        name.getElement().setAttribute("dir", "auto");
        file.add(name);
        String reason = entry.reason();
        if (reason != null && !reason.isEmpty()) {
            Span why = new Span(reason);
            why.addClassName("ev");
            why.setClassName("bad", entry.outcome() == Outcome.FAILED);
            file.add(why);
        }
        Span outcome = new Span(entry.outcome().label());
        outcome.addClassName("outcome-" + entry.outcome().name().toLowerCase(java.util.Locale.ROOT));
        NativeTableCell outcomeCell = new NativeTableCell();
        outcomeCell.add(outcome);
        NativeTableCell size = new NativeTableCell(Wording.size(entry.size()));
        NativeTableCell when = new NativeTableCell(Wording.moment(entry.updated()));
        size.addClassName("num");
        when.addClassName("num");
        return new NativeTableRow(file, outcomeCell, size, when);
    }
}
