package sourcebook.search;

import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.Leaf;

/// What [QueryLexer] cuts a query into.
sealed interface QueryToken {
    /// `scope` is what stands before the leaf, if anything.
    record Term(@Nullable Scope scope, Leaf leaf) implements QueryToken {}

    /// What needs no reading as a leaf: a range, `has:`.
    record Whole(Query query) implements QueryToken {}

    record Open(@Nullable Scope scope) implements QueryToken {}

    /// A field for the word, phrase or bracket behind it: `in:furniture`.
    record In(QueryField field) implements QueryToken {}

    record Close() implements QueryToken {}

    record And() implements QueryToken {}

    record Or() implements QueryToken {}

    record Not() implements QueryToken {}

    record Plus() implements QueryToken {}

    /// A star alone.
    record Everything() implements QueryToken {}

    /// A token and where it was typed, end exclusive.
    record Placed(QueryToken token, int from, int to) {}
}
