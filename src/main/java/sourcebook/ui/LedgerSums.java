package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Outcome;

/// The ledger's equation: received = indexed + duplicate + skipped + failed + under way. Each number narrows the list.
final class LedgerSums extends Div {
    private final Ledger ledger;
    private LedgerPlace place = new LedgerPlace(null, "", 1);
    private @Nullable LedgerTotals shown;

    LedgerSums(Ledger ledger) {
        this.ledger = ledger;
        addClassName("sums");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Sums of the ledger");
    }

    void show(LedgerPlace to) {
        place = to;
        shown = null;
        refresh();
    }

    void refresh() {
        LedgerTotals totals = ledger.totals();
        if (totals.equals(shown)) {
            return;
        }
        shown = totals;
        removeAll();
        add(sum(null, totals.received(), "received"), sign("="));
        add(sum(Outcome.INDEXED, totals.indexed(), "indexed"), sign("+"));
        add(sum(Outcome.DUPLICATE, totals.duplicate(), "duplicate"), sign("+"));
        add(sum(Outcome.SKIPPED, totals.skipped(), "skipped"), sign("+"));
        add(sum(Outcome.FAILED, totals.failed(), "failed"));
        if (totals.underWay() > 0) {
            add(sign("+"), sum(Outcome.UNDER_WAY, totals.underWay(), "under way"));
        }
    }

    private Anchor sum(@Nullable Outcome outcome, long number, String label) {
        Span figure = new Span(Wording.number(number));
        figure.addClassNames("figure", "num");
        Anchor sum = new Anchor(place.withOutcome(outcome).address(), figure, new Span(label));
        sum.addClassName("sum");
        sum.setClassName("bad", outcome == Outcome.FAILED && number > 0);
        if (outcome == place.outcome()) {
            sum.getElement().setAttribute("aria-current", "true");
        }
        return sum;
    }

    private static Span sign(String sign) {
        Span span = new Span(sign);
        span.addClassName("sign");
        return span;
    }
}
