package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Weakness;

/// The view of weak values.
///
/// @param field whose values are weak or missing
/// @param page of documents, 1-based
record WeakPlace(RecordField field, Weakness weakness, int page) {
    static WeakPlace of(QueryParameters parameters) {
        return new WeakPlace(
                Parameters.named(parameters, "field", RecordField.values()).orElse(RecordField.DATE),
                Parameters.named(parameters, "kind", Weakness.values()).orElse(Weakness.MISSING),
                Math.max(1, Parameters.number(parameters, "page").orElse(1)));
    }

    String address() {
        return "weak?field=" + Parameters.name(field) + "&kind=" + Parameters.name(weakness)
                + (page > 1 ? "&page=" + page : "");
    }
}
