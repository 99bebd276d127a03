package sourcebook.search;

/// One of the parts of a query that must all hold, as it is shown beside the box to be changed or taken
/// out.
///
/// @param text the part in the query language, with its NOT if it has one
/// @param label the part for reading, without NOT
/// @param excluded whether documents must not have it
/// @param from where it stands in what was typed, in UTF-16 units from 0
/// @param to where that ends, exclusive; never less than `from`
public record Chip(String text, String label, boolean excluded, int from, int to) {}
