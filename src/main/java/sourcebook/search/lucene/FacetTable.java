package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.IntField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.search.CountryNames;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.LanguageNames;
import sourcebook.search.SearchRequest;
import sourcebook.search.YearRange;

/// Between a request's refinements, Lucene's facets, and the values a person reads.
final class FacetTable {
    private static final Comparator<FacetValue> UNKNOWN_LAST =
            Comparator.comparing(value -> value.value().equals(Facet.UNKNOWN));

    private FacetTable() {}

    /// The query with what the request chose: the values of a facet are alternatives, the facets are combined.
    static DrillDownQuery refined(Query query, SearchRequest request) {
        return refined(query, request, null);
    }

    /// The same without what was chosen in one facet.
    static DrillDownQuery refined(Query query, SearchRequest request, @Nullable Facet except) {
        DrillDownQuery refined = new DrillDownQuery(IndexSchema.FACETS, query);
        for (Facet facet : Facet.BUILT_IN) {
            if (facet.equals(except)) {
                continue;
            }
            Set<String> chosen = chosen(facet, request);
            if (facet.equals(Facet.YEAR) && request.years() != null) {
                refined.add(facet.parameter(), years(chosen, request.years()));
            } else {
                chosen.forEach(value -> refined.add(facet.parameter(), value));
            }
        }
        return refined;
    }

    /// What is chosen in a facet; an empty value is no choice.
    private static Set<String> chosen(Facet facet, SearchRequest request) {
        Set<String> chosen = new TreeSet<>(request.refinements().getOrDefault(facet, Set.of()));
        chosen.remove("");
        return chosen;
    }

    /// Whether anything is chosen in a facet.
    static boolean chosenIn(Facet facet, SearchRequest request) {
        return (facet.equals(Facet.YEAR) && request.years() != null)
                || !chosen(facet, request).isEmpty();
    }

    /// Dated documents lie in the range and, if single years are chosen beside it, in one of them; undated ones only
    /// match if they are chosen.
    private static Query years(Set<String> chosen, YearRange range) {
        BooleanQuery.Builder dated = new BooleanQuery.Builder()
                .add(IntField.newRangeQuery(IndexSchema.YEAR, range.from(), range.to()), Occur.FILTER);
        List<String> single =
                chosen.stream().filter(value -> !value.equals(Facet.UNKNOWN)).toList();
        if (!single.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            single.forEach(value -> any.add(year(value), Occur.SHOULD));
            dated.add(any.build(), Occur.FILTER);
        }
        if (!chosen.contains(Facet.UNKNOWN)) {
            return dated.build();
        }
        return new BooleanQuery.Builder()
                .add(dated.build(), Occur.SHOULD)
                .add(year(Facet.UNKNOWN), Occur.SHOULD)
                .build();
    }

    private static Query year(String value) {
        String dimension = Facet.YEAR.parameter();
        return new TermQuery(
                DrillDownQuery.term(IndexSchema.FACETS.getDimConfig(dimension).indexFieldName, dimension, value));
    }

    /// Numbers for the values of a facet that occur.
    @FunctionalInterface
    interface Counts {
        Map<String, Long> of(Facet facet) throws IOException;
    }

    static Counts counts(Facets facets) {
        return facet -> {
            Map<String, Long> counts = new HashMap<>();
            @Nullable FacetResult result = facets.getAllChildren(facet.parameter());
            if (result != null) {
                for (LabelAndValue value : result.labelValues) {
                    counts.put(value.label, value.value.longValue());
                }
            }
            return counts;
        };
    }

    /// All values of all facets with their counts, in the order a person reads them. A chosen value without documents
    /// is there too, so that it can be taken away.
    static Map<Facet, List<FacetValue>> table(Counts counts, SearchRequest request) throws IOException {
        Map<Facet, List<FacetValue>> table = new TreeMap<>();
        for (Facet facet : Facet.BUILT_IN) {
            List<FacetValue> values = new ArrayList<>();
            Set<String> missing = chosen(facet, request);
            counts.of(facet).forEach((value, count) -> {
                values.add(new FacetValue(value, label(facet, value), count));
                missing.remove(value);
            });
            missing.forEach(value -> values.add(new FacetValue(value, label(facet, value), 0)));
            values.sort(UNKNOWN_LAST.thenComparing(order(facet)));
            table.put(facet, List.copyOf(values));
        }
        return table;
    }

    private static Comparator<FacetValue> order(Facet facet) {
        return facet.equals(Facet.YEAR)
                ? Comparator.comparingInt(FacetTable::yearOf).thenComparing(FacetValue::value)
                : Comparator.comparingLong(FacetValue::count)
                        .reversed()
                        .thenComparing(FacetValue::label)
                        .thenComparing(FacetValue::value);
    }

    /// What is no year, as an address may ask for, comes after the years.
    private static int yearOf(FacetValue value) {
        try {
            return Integer.parseInt(value.value());
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }

    private static String label(Facet facet, String value) {
        if (value.equals(Facet.UNKNOWN)) {
            return switch (facet.kind()) {
                case COUNTRY, PUBLISHED_IN -> "no country";
                case YEAR -> "undated";
                case MONTH -> "month unknown";
                case SOURCE, LANGUAGE, TYPE, CUSTOM -> "unknown";
            };
        }
        return switch (facet.kind()) {
            case COUNTRY, PUBLISHED_IN -> CountryNames.label(value);
            case LANGUAGE -> LanguageNames.label(value);
            case YEAR, MONTH, SOURCE, TYPE, CUSTOM -> value;
        };
    }
}
