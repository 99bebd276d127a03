package sourcebook.search;

import java.util.List;
import java.util.stream.Collectors;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;
import sourcebook.search.Query.Years;

/// Writes a query in its own language, so that reading it again gives the same tree.
final class QueryPrinter {
    private QueryPrinter() {}

    static String print(Query query) {
        return print(query, 0);
    }

    static List<String> parts(Query query) {
        return switch (query) {
            case AllDocuments() -> List.of();
            case And(List<Query> parts) ->
                parts.stream().map(part -> within(part, 0)).toList();
            default -> List.of(print(query));
        };
    }

    /// `depth` counts the brackets around; never are there more than the parser reads.
    private static String print(Query query, int depth) {
        return switch (query) {
            case AllDocuments() -> "";
            case Leaf leaf -> leaf(leaf);
            case Fielded(QueryField field, Leaf leaf) -> field.prefix() + leaf(leaf);
            case Years(YearRange range) -> "year:" + years(range);
            case And(List<Query> parts) ->
                parts.stream().map(part -> within(part, depth)).collect(Collectors.joining(" AND "));
            case Or(List<Query> parts) ->
                parts.stream().map(part -> alternative(part, depth)).collect(Collectors.joining(" OR "));
            case Not(Query part) -> "NOT " + (part instanceof And ? bracketed(part, depth) : within(part, depth));
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
            case Not(Query part) -> brackets(part) + (part instanceof And || part instanceof Or ? 1 : 0);
            case AllDocuments _, Leaf _, Fielded _, Years _ -> 0;
        };
    }

    private static String leaf(Leaf leaf) {
        return switch (leaf) {
            case Word(String text) -> text;
            case Phrase(String text) -> '"' + text + '"';
            case Wildcard(String pattern) -> pattern;
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
