package sourcebook.search;

import java.util.List;

/// What a person asks, as a tree. Made by [QueryParser]; engines translate it.
///
/// In its normal form, the only one the parser gives, an [And] holds no And, an [Or] no Or, a [Not] no Not, each And
/// and Or at least two parts, and [AllDocuments] stands alone or not at all.
public sealed interface Query {

    /// Every document: what an empty query asks.
    record AllDocuments() implements Query {}

    /// What can stand alone, and behind a field.
    sealed interface Leaf extends Query {}

    /// A bare word. If analysis makes it one token, that word in all its forms; if it makes several
    /// (`self-determination`, `don't`, Chinese), these very tokens side by side.
    record Word(String text) implements Leaf {}

    /// Exactly these words side by side, whatever separates them, case and diacritics aside.
    record Phrase(String text) implements Leaf {}

    /// A word with `*` (any letters) or `?` (one letter) in it.
    record Wildcard(String pattern) implements Leaf {}

    /// A leaf that is sought in one field alone.
    record Fielded(QueryField field, Leaf leaf) implements Query {}

    /// Documents of these years; open ends are year 1 and 9999.
    record Years(YearRange range) implements Query {}

    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Query part) implements Query {}
}
