package sourcebook.search;

import java.util.List;
import java.util.Optional;

/// How a query was read.
///
/// @param query the normal form
/// @param notes what was forgiven, each a sentence for a person
/// @param understoodAs the query in its own language; reading it again gives the same `query`. Empty for every document
public record ParsedQuery(Query query, List<String> notes, String understoodAs) {
    public ParsedQuery {
        notes = List.copyOf(notes);
    }

    /// A query made otherwise than by typing, with how it would be typed.
    public static ParsedQuery of(Query query, List<String> notes) {
        return new ParsedQuery(query, notes, QueryPrinter.print(query));
    }

    /// The parts that must all hold, each in the query's own language: one chip each. Leaving one out and joining the
    /// rest with blanks gives the query without it.
    public List<String> parts() {
        return QueryPrinter.parts(query);
    }

    /// The same sought in the furniture: each word, phrase and wildcard without a field gets `in:furniture`. Empty if
    /// there is none that a document must or may have.
    public Optional<String> inFurniture() {
        return Furniture.of(query).map(QueryPrinter::print);
    }
}
