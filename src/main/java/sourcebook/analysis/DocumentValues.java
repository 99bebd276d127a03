package sourcebook.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.Match;
import sourcebook.search.SearchResult;

/// What a matching document has of a facet.
final class DocumentValues {
    private DocumentValues() {}

    /// Empty when it has none.
    static List<String> of(Match match, SearchResult.Result result, Facet facet) {
        return switch (facet.kind()) {
            case COUNTRY -> result.countries();
            case SOURCE -> one(result.source());
            case LANGUAGE -> one(result.language());
            case TYPE -> one(result.type());
            case YEAR ->
                one(
                        result.date() == null
                                ? null
                                : Integer.toString(
                                        Integer.parseInt(result.date().substring(0, 4))));
            case MONTH ->
                one(
                        result.date() == null || result.date().length() < 7
                                ? null
                                : result.date().substring(0, 7));
            case PUBLISHED_IN, CUSTOM -> List.of();
        };
    }

    private static List<String> one(@Nullable String value) {
        return Stream.ofNullable(value).toList();
    }
}
