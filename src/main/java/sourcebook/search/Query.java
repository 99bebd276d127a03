package sourcebook.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person asks, as a tree. Made by [QueryParser]; engines translate it.
///
/// In its normal form, the only one the parser gives, an [And] holds no And, an [Or] no Or, a [Not] no
/// Not, each And and Or at least two parts. [AllDocuments] stands alone or as a part of an Or, [Required]
/// as a part of an And or alone.
///
/// Positions, which [Phrase] and [Sequence] speak of: each word of a text has the next one, a character
/// of a script without blanks is a word, and so is a mark other than a blank between two such characters.
/// A word broken at a line end (`rul-`, `ing`) stands at two positions, as its halves, and stands there
/// as one whole word, too.
public sealed interface Query {

    /// Every document: what an empty query asks; `*` in an alternative.
    record AllDocuments() implements Query {}

    /// What can stand alone, and behind a field.
    sealed interface Leaf extends Query {
        /// What was typed, without the signs around it.
        default String typed() {
            return switch (this) {
                case Word(String text) -> text;
                case Phrase(String text) -> text;
                case Wildcard(String pattern) -> pattern;
                case Fuzzy(String text, int _) -> text;
                case Regex(String expression) -> expression;
                case Sequence(List<Element> elements, Near _) -> QueryPrinter.row(elements);
            };
        }
    }

    /// A bare word. If analysis makes it one token, that word in all its forms; if it makes several
    /// (`self-determination`, `don't`, Chinese), these very tokens side by side.
    record Word(String text) implements Leaf {}

    /// Exactly these words side by side, whatever separates them, case and diacritics aside. Of one word:
    /// that word in no other form, which is also typed `=word`.
    record Phrase(String text) implements Leaf {}

    /// What stands for several words of the archive, case and diacritics aside. If it is itself several
    /// words (`self-determin*`, Chinese), these side by side, whatever marks were typed between them.
    sealed interface Pattern extends Leaf {}

    /// A word with `*` (any letters) or `?` (one letter) in it.
    record Wildcard(String pattern) implements Pattern {}

    /// Words that become `text` by changing so many letters at most: one added, left out, replaced, or
    /// exchanged with its neighbour. Of several words each may differ so, but a character that is a word of
    /// its own is no other.
    ///
    /// @param edits 1 or 2
    record Fuzzy(String text, int edits) implements Pattern {}

    /// Words that a regular expression describes from beginning to end. Syntax: [RegularExpression].
    record Regex(String expression) implements Pattern {}

    /// Several things in one another's neighbourhood, in one field: what stands between quotation marks
    /// if it is more than words side by side.
    ///
    /// Without `near`, each element begins where the one before ends. With it, each element has a place,
    /// the places share no position, and beside them at most [Near#between] positions lie from the first
    /// place's beginning to the last one's end; if it is `ordered`, the places follow one another as the
    /// elements do.
    ///
    /// A hit runs from the first place's beginning to the last one's end. With `near`, of hits that hold a
    /// smaller one only the smaller remains. Then, as everywhere, of overlapping ones the leftmost, of
    /// those the longest.
    ///
    /// In normal form: at least two elements, or one that is no [Words] and no [Pattern]-leaf alone; an
    /// [AnyWord] neither first nor last nor in a `near`; two [Words] side by side only in a `near`.
    record Sequence(List<Element> elements, @Nullable Near near) implements Leaf {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /// How far the elements of a [Sequence] may be from one another.
    ///
    /// @param between positions that no element takes, at most
    /// @param ordered whether the elements come in the order given
    record Near(int between, boolean ordered) {}

    /// A part of a [Sequence].
    sealed interface Element {}

    /// These very words side by side, as a [Phrase].
    record Words(String text) implements Element {}

    /// Any word that a pattern stands for.
    record OneWord(Pattern pattern) implements Element {}

    /// One of several rows of elements, each row side by side. Rows follow the rules of a Sequence
    /// without `near`. In a `near` it may be a single row: words that belong together.
    record Alternatives(List<List<Element>> rows) implements Element {
        public Alternatives {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Any one word, `*` between two others, whole or broken at a line end; a mark is none.
    record AnyWord() implements Element {}

    /// A leaf that is sought in one field alone.
    record Fielded(QueryField field, Leaf leaf) implements Query {}

    /// A leaf that is sought in one column of the sidecars alone.
    ///
    /// @param column its header as the archive writes it
    record Custom(String column, Leaf leaf) implements Query {}

    /// Documents of these years; open ends are year 1 and 9999.
    record Years(YearRange range) implements Query {}

    /// Documents whose date lies in this range with all the days it can mean: one of which only the year
    /// is known lies in no month. Open ends are the first day of year 1 and the last of 9999.
    record Days(LocalDate from, LocalDate to) implements Query {}

    /// Documents of which something is known.
    record Has(Feature feature) implements Query {}

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

    /// A part that must hold even where any of the words may (`+peace`). Elsewhere the same as the part
    /// itself.
    record Required(Query part) implements Query {}
}
