package sourcebook.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.Facet;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;

/// What a request chooses by facets, and what is counted in them.
final class ScannedFacets {
    private ScannedFacets() {}

    /// Whether the request's choices hold for a document, those in `except` aside.
    static boolean chosen(IndexedDocument document, SearchRequest request, @Nullable Facet except) {
        return request.refinements().keySet().stream()
                        .allMatch(facet ->
                                facet.equals(except) || facet.equals(Facet.YEAR) || holds(facet, document, request))
                && (Facet.YEAR.equals(except) || inYears(document, request));
    }

    private static boolean holds(Facet facet, IndexedDocument document, SearchRequest request) {
        Set<String> wanted = request.refinements().getOrDefault(facet, Set.of());
        return wanted.isEmpty() || values(facet, document.record()).stream().anyMatch(wanted::contains);
    }

    /// In the range and, if single years are chosen, in one of them; without a year only if that is chosen.
    private static boolean inYears(IndexedDocument document, SearchRequest request) {
        if (request.years() == null) {
            return holds(Facet.YEAR, document, request);
        }
        Set<String> wanted = request.refinements().getOrDefault(Facet.YEAR, Set.of());
        @Nullable Integer year = document.record().year();
        if (year == null) {
            return wanted.contains(Facet.UNKNOWN);
        }
        return year >= request.years().from()
                && year <= request.years().to()
                && (wanted.stream().allMatch(Facet.UNKNOWN::equals) || wanted.contains(year.toString()));
    }

    /// How many documents or stories have each value, of documents that match a query and all choices but those in the
    /// facet.
    static Map<String, Long> counts(Facet facet, List<IndexedDocument> matching, SearchRequest request) {
        Map<String, Set<String>> counted = new TreeMap<>();
        request.refinements().getOrDefault(facet, Set.of()).forEach(value -> counted.put(value, new HashSet<>()));
        for (IndexedDocument document : matching) {
            if (chosen(document, request, facet)) {
                String unit = request.stories()
                        ? LinearScan.storyOf(document)
                        : document.id().value();
                values(facet, document.record())
                        .forEach(value -> counted.computeIfAbsent(value, _ -> new HashSet<>())
                                .add(unit));
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        counted.forEach((value, units) -> counts.put(value, (long) units.size()));
        return counts;
    }

    /// The outlets or, of the other facet, the countries that some documents stand in.
    static List<String> known(Facet facet, List<IndexedDocument> documents) {
        return documents.stream()
                .flatMap(document -> values(facet, document.record()).stream())
                .filter(value -> !value.equals(Facet.UNKNOWN))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> values(Facet facet, DocumentRecord record) {
        List<String> values = switch (facet.kind()) {
            case COUNTRY ->
                record.about().stream().map(Evidenced::value).distinct().toList();
            case PUBLISHED_IN ->
                record.publishedIn().stream().map(Evidenced::value).distinct().toList();
            case YEAR -> listed(record.year());
            case SOURCE -> listed(record.sourceText());
            case LANGUAGE -> listed(value(record.language()));
            case TYPE -> listed(value(record.type()));
            case MONTH -> List.of();
            case CUSTOM -> listed(value(record.custom().get(facet.key())));
        };
        return values.isEmpty() ? List.of(Facet.UNKNOWN) : values;
    }

    private static @Nullable String value(@Nullable Evidenced<String> value) {
        return value == null ? null : value.value();
    }

    private static List<String> listed(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }
}
