package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a query was read.
///
/// @param query the normal form
/// @param remarks what was forgiven, and what could not be read
/// @param understoodAs the query in its own language; reading it again gives the same `query`. Empty for
///     every document
/// @param chips the parts that must all hold, in order
public record ParsedQuery(Query query, List<QueryNote> remarks, String understoodAs, List<Chip> chips) {
    public ParsedQuery {
        remarks = List.copyOf(remarks);
        chips = List.copyOf(chips);
    }

    /// A query made otherwise than by typing, with how it would be typed; its chips stand nowhere.
    public static ParsedQuery of(Query query, List<QueryNote> remarks) {
        List<Query> parts = QueryPrinter.conjuncts(query);
        List<Chip> chips = parts.stream()
                .map(part -> QueryPrinter.chip(part, parts.size() == 1, 0, 0))
                .toList();
        return new ParsedQuery(query, remarks, QueryPrinter.print(query), chips);
    }

    /// The same with another query, made of the one that was typed.
    public ParsedQuery as(Query other) {
        return of(other, remarks);
    }

    /// The remarks' sentences, errors with their column.
    public List<String> notes() {
        return remarks.isEmpty()
                ? List.of()
                : remarks.stream().map(QueryNote::located).toList();
    }

    /// The parts that must all hold, each in the query's own language. Leaving one out and joining the
    /// rest with blanks gives the query without it.
    public List<String> parts() {
        return chips.stream().map(Chip::text).toList();
    }

    /// The query without one of its [#chips]; empty if that was the only one.
    public String without(int chip) {
        return with(chip, "");
    }

    /// The query with another part in the place of one of its [#chips].
    ///
    /// @param part in the query language; anything can be typed there, and an alternative stays one
    public String with(int chip, String part) {
        List<String> parts = new ArrayList<>(parts());
        Query changed = QueryParser.parse(part).query();
        parts.set(chip, changed instanceof Query.Or && parts.size() > 1 ? "(" + part.strip() + ")" : part.strip());
        parts.removeIf(String::isEmpty);
        StringBuilder joined = new StringBuilder();
        String before = "";
        for (String one : parts) {
            if (!joined.isEmpty()) { // a word behind a prefix's word would be remarked on
                joined.append(before.startsWith(QueryField.FURNITURE.prefix()) ? " AND " : " ");
            }
            joined.append(one);
            before = one;
        }
        return joined.toString();
    }

    /// The same sought in the furniture: each word, phrase and wildcard without a field gets
    /// `in:furniture`. Empty if there is none that a document must or may have.
    public Optional<String> inFurniture() {
        return Furniture.of(query).map(QueryPrinter::print);
    }
}
