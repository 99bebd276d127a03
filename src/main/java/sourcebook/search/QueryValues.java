package sourcebook.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import sourcebook.search.Query.Days;
import sourcebook.search.Query.Has;
import sourcebook.search.Query.Years;

/// Reads what stands behind `year:`, `date:` and `has:`, which are no words.
final class QueryValues {
    private static final String FEATURES =
            Arrays.stream(Feature.values()).map(Feature::word).collect(Collectors.joining(", "));

    private QueryValues() {}

    static boolean reads(Scope scope) {
        return scope instanceof Scope.Field(QueryField field)
                && (field == QueryField.YEAR || field == QueryField.DATE || field == QueryField.HAS);
    }

    /// Empty, with an error, if it cannot be read.
    static Optional<Query> read(Scope scope, String value, Remarks remarks, int from, int to) {
        QueryField field = scope instanceof Scope.Field(QueryField known) ? known : QueryField.BODY;
        String bare = Runs.trimmed(value);
        Optional<Query> read;
        switch (field) {
            case YEAR -> {
                Optional<Days> within = QueryYears.partOfYear(bare);
                if (within.isPresent()) {
                    remarks.add(
                            "“year:" + bare + "” is no year; it was read as date:" + QueryDates.print(within.get())
                                    + ".",
                            from,
                            to);
                    return within.map(days -> (Query) days);
                }
                read = QueryYears.read(value).or(() -> QueryYears.read(bare)).map(Years::new);
                QueryYears.turned(value).ifPresent(said -> remarks.add(said, from, to));
                if (read.isEmpty()) {
                    remarks.error(QueryYears.EXPECTED, from, to);
                }
            }
            case DATE -> {
                read = QueryDates.read(value).or(() -> QueryDates.read(bare)).map(days -> (Query) days);
                if (read.isEmpty()) {
                    remarks.error(QueryDates.EXPECTED, from, to);
                }
            }
            case HAS -> {
                read = Feature.ofWord(bare).map(Has::new);
                if (read.isEmpty()) {
                    remarks.error("After “has:” one of " + FEATURES + " was expected; it was read as words.", from, to);
                }
            }
            default -> read = Optional.empty();
        }
        return read;
    }
}
