package sourcebook.search;

/// One value of a facet with the number of matching documents. `value` is what is stored and sent (`TZ`, `2014`,
/// [Facet#UNKNOWN]); `label` is what a person reads (`Tanzania`, `undated`).
public record FacetValue(String value, String label, long count) {}
