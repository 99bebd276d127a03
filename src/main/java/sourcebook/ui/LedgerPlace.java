package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Outcome;

/// The archive view with its ledger.
///
/// @param outcome only entries with this outcome; null for all
/// @param text only entries whose path or reason holds it; empty for all
/// @param page of entries, 1-based
record LedgerPlace(@Nullable Outcome outcome, String text, int page) {
    static LedgerPlace of(QueryParameters parameters) {
        return new LedgerPlace(
                Parameters.named(parameters, "outcome", Outcome.values()).orElse(null),
                parameters.getSingleParameter("find").orElse(""),
                Math.max(1, Parameters.number(parameters, "page").orElse(1)));
    }

    LedgerPlace withOutcome(@Nullable Outcome to) {
        return new LedgerPlace(to, text, 1);
    }

    LedgerPlace withText(String to) {
        return new LedgerPlace(outcome, to, 1);
    }

    LedgerPlace withPage(int to) {
        return new LedgerPlace(outcome, text, to);
    }

    String address() {
        StringJoiner address = new StringJoiner("&", "archive?", "").setEmptyValue("archive");
        if (outcome != null) {
            Parameters.add(address, "outcome", Parameters.name(outcome));
        }
        if (!text.isEmpty()) {
            Parameters.add(address, "find", text);
        }
        if (page > 1) {
            Parameters.add(address, "page", Integer.toString(page));
        }
        return address.toString();
    }
}
