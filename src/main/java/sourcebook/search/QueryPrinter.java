package sourcebook.search;

import java.util.List;
import java.util.stream.Collectors;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.Alternatives;
import sourcebook.search.Query.And;
import sourcebook.search.Query.AnyWord;
import sourcebook.search.Query.Custom;
import sourcebook.search.Query.Days;
import sourcebook.search.Query.Element;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Fuzzy;
import sourcebook.search.Query.Has;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Near;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.OneWord;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Regex;
import sourcebook.search.Query.Required;
import sourcebook.search.Query.Sequence;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;
import sourcebook.search.Query.Words;
import sourcebook.search.Query.Years;

/// Writes a query in its own language, so that reading it again gives the same tree.
final class QueryPrinter {
    private QueryPrinter() {}

    static String print(Query query) {
        return query instanceof AllDocuments ? "" : print(query, 0);
    }

    /// The parts that must all hold.
    static List<Query> conjuncts(Query query) {
        return switch (query) {
            case AllDocuments() -> List.of();
            case And(List<Query> parts) -> parts;
            default -> List.of(query);
        };
    }

    /// @param only whether there is no other part
    static Chip chip(Query part, boolean only, int from, int to) {
        boolean excluded = part instanceof Not;
        Query shown = part instanceof Not(Query inner) ? inner : part;
        return new Chip(only ? print(part) : within(part, 0), print(shown), excluded, from, Math.max(from, to));
    }

    /// `depth` counts the brackets around; never are there more than the parser reads.
    private static String print(Query query, int depth) {
        return switch (query) {
            case AllDocuments() -> "*";
            case Leaf leaf -> leaf(leaf);
            case Fielded(QueryField field, Leaf leaf) -> field.prefix() + leaf(leaf);
            case Custom(String column, Leaf leaf) -> Scope.typed(column) + ":" + leaf(leaf);
            case Years(YearRange range) -> "year:" + years(range);
            case Days days -> "date:" + QueryDates.print(days);
            case Has(Feature feature) -> "has:" + feature.word();
            case And(List<Query> parts) ->
                parts.stream().map(part -> within(part, depth)).collect(Collectors.joining(" AND "));
            case Or(List<Query> parts) ->
                parts.stream().map(part -> alternative(part, depth)).collect(Collectors.joining(" OR "));
            case Not(Query part) -> "NOT " + (part instanceof And ? bracketed(part, depth) : within(part, depth));
            case Required(Query part) -> "+" + (part instanceof And ? bracketed(part, depth) : within(part, depth));
        };
    }

    /// A part of an AND: only an OR needs brackets there.
    private static String within(Query part, int depth) {
        return part instanceof Or ? bracketed(part, depth) : print(part, depth);
    }

    /// A part of an OR: an AND needs no brackets, but reads better with them as long as there is room.
    private static String alternative(Query part, int depth) {
        boolean room = depth + 1 + brackets(part) <= QueryParser.DEEPEST;
        return part instanceof And && room ? bracketed(part, depth) : print(part, depth);
    }

    private static String bracketed(Query part, int depth) {
        return "(" + print(part, depth + 1) + ")";
    }

    /// The brackets that a query cannot do without, in the deepest place.
    private static int brackets(Query query) {
        return switch (query) {
            case And(List<Query> parts) ->
                parts.stream()
                        .mapToInt(part -> brackets(part) + (part instanceof Or ? 1 : 0))
                        .max()
                        .orElse(0);
            case Or(List<Query> parts) ->
                parts.stream().mapToInt(QueryPrinter::brackets).max().orElse(0);
            case Not(Query part) -> bracketed(part);
            case Required(Query part) -> bracketed(part);
            case AllDocuments _, Leaf _, Fielded _, Custom _, Years _, Days _, Has _ -> 0;
        };
    }

    private static int bracketed(Query part) {
        return brackets(part) + (part instanceof And || part instanceof Or ? 1 : 0);
    }

    private static String leaf(Leaf leaf) {
        return switch (leaf) {
            case Word(String text) -> text;
            case Phrase(String text) -> '"' + text + '"';
            case Wildcard(String pattern) -> pattern;
            case Fuzzy(String text, int edits) -> text + "~" + edits;
            case Regex(String expression) -> "/" + expression + "/";
            case Sequence(List<Element> elements, Near near) ->
                '"' + row(elements) + '"' + (near == null ? "" : (near.ordered() ? "~>" : "~") + near.between());
        };
    }

    static String row(List<Element> elements) {
        return elements.stream().map(QueryPrinter::element).collect(Collectors.joining(" "));
    }

    private static String element(Element element) {
        return switch (element) {
            case Words(String text) -> text;
            case OneWord(Query.Pattern pattern) -> leaf(pattern);
            case Alternatives(List<List<Element>> rows) ->
                rows.stream().map(QueryPrinter::row).collect(Collectors.joining("|", "(", ")"));
            case AnyWord() -> "*";
        };
    }

    private static String years(YearRange range) {
        if (range.from() == range.to()) {
            return Integer.toString(range.from());
        }
        return (range.from() == QueryParser.FIRST_YEAR ? "" : range.from())
                + ".."
                + (range.to() == QueryParser.LAST_YEAR ? "" : range.to());
    }
}
