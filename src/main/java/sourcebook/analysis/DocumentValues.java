package sourcebook.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.SearchResult;

/// What a matching document has of a facet: from the result, or from its record where the result does not say.
final class DocumentValues {
    private final Catalogue catalogue;

    DocumentValues(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Empty when it has none.
    List<String> of(SearchResult.Result result, Facet facet) {
        return switch (facet.kind()) {
            case COUNTRY -> result.countries();
            case SOURCE -> one(result.source());
            case LANGUAGE -> one(result.language());
            case TYPE -> one(result.type());
            case YEAR -> one(year(result.date()));
            case MONTH -> one(month(result.date()));
            case PUBLISHED_IN ->
                record(result).publishedIn().stream()
                        .map(Evidenced::value)
                        .distinct()
                        .toList();
            case CUSTOM -> FacetColumns.values(facet, record(result));
        };
    }

    private DocumentRecord record(SearchResult.Result result) {
        return catalogue.find(result.id()).map(document -> document.record()).orElse(DocumentRecord.EMPTY);
    }

    private static @Nullable String year(@Nullable String date) {
        return date == null ? null : Integer.toString(Integer.parseInt(date.substring(0, 4)));
    }

    private static @Nullable String month(@Nullable String date) {
        return date == null || date.length() < 7 ? null : date.substring(0, 7);
    }

    private static List<String> one(@Nullable String value) {
        return Stream.ofNullable(value).toList();
    }
}
