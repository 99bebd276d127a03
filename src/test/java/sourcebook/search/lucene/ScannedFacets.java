package sourcebook.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.Facet;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;

/// What a request chooses by facets, and what is counted in them.
final class ScannedFacets {
    private ScannedFacets() {}

    /// Whether the request's choices hold for a document, those in `except` aside. Who looks at other years is not
    /// asked
    /// for the months of this one.
    static boolean chosen(IndexedDocument document, SearchRequest request, @Nullable Facet except) {
        boolean years = Facet.YEAR.equals(except);
        return request.refinements().keySet().stream()
                        .filter(facet -> !facet.equals(except) && !facet.equals(Facet.YEAR))
                        .filter(facet -> !years || !facet.equals(Facet.MONTH))
                        .allMatch(facet -> holds(facet, document, request))
                && (years || inYears(document, request));
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
            case MONTH -> listed(month(record));
            case CUSTOM ->
                record.custom().containsKey(facet.key())
                        ? Stream.of(record.custom().get(facet.key()).value().split(" *; *"))
                                .distinct()
                                .toList()
                        : List.of();
        };
        return values.isEmpty() ? List.of(Facet.UNKNOWN) : values;
    }

    private static @Nullable String month(DocumentRecord record) {
        return record.date() == null || record.date().value().month() == null
                ? null
                : record.date().value().earliest().toString().substring(0, "2014-03".length());
    }

    /// The months of the one year that is chosen, and how many documents or stories each has; none if not one year is
    /// chosen.
    static Map<String, Long> months(List<IndexedDocument> matching, SearchRequest request) {
        Set<String> years = request.refinements().getOrDefault(Facet.YEAR, Set.of());
        boolean ranged = request.years() != null
                && request.years().from() == request.years().to();
        if (years.contains(Facet.UNKNOWN) || years.size() > 1 || (years.isEmpty() && !ranged)) {
            return Map.of();
        }
        String year = years.isEmpty() && request.years() != null
                ? Integer.toString(request.years().from())
                : years.iterator().next();
        Map<String, Long> months = counts(Facet.MONTH, matching, request);
        months.keySet().removeIf(month -> !month.startsWith(year) && !month.equals(Facet.UNKNOWN));
        for (int month = 1; month <= 12; month++) {
            months.putIfAbsent(year + (month < 10 ? "-0" : "-") + month, 0L);
        }
        return months;
    }

    private static @Nullable String value(@Nullable Evidenced<String> value) {
        return value == null ? null : value.value();
    }

    private static List<String> listed(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }
}
