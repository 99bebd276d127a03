package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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
import sourcebook.search.FacetColumns;
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

    /// The same without what was chosen in one facet; months are chosen within YEAR and go with it.
    static DrillDownQuery refined(Query query, SearchRequest request, @Nullable Facet except) {
        DrillDownQuery refined = new DrillDownQuery(IndexSchema.FACETS, query);
        for (Facet facet : new TreeSet<>(request.refinements().keySet())) {
            if (!facet.equals(except) && !facet.equals(Facet.YEAR) && !facet.equals(Facet.MONTH)) {
                chosen(facet, request).forEach(value -> refined.add(facet.parameter(), value));
            }
        }
        if (!Facet.YEAR.equals(except)) {
            boolean months =
                    !Facet.MONTH.equals(except) && !chosen(Facet.MONTH, request).isEmpty();
            time(refined, request, months);
        }
        return refined;
    }

    /// Years and months are one dimension: whoever looks at other years is not asked for the months of this one.
    private static void time(DrillDownQuery refined, SearchRequest request, boolean months) {
        Set<String> years = chosen(Facet.YEAR, request);
        String dimension = Facet.YEAR.parameter();
        if (request.years() == null && !months) {
            years.forEach(value -> refined.add(dimension, value));
            return;
        }
        BooleanQuery.Builder time = new BooleanQuery.Builder();
        if (request.years() != null) {
            time.add(years(years, request.years()), Occur.FILTER);
        } else if (!years.isEmpty()) {
            time.add(any(Facet.YEAR, years), Occur.FILTER);
        }
        if (months) {
            time.add(any(Facet.MONTH, chosen(Facet.MONTH, request)), Occur.FILTER);
        }
        refined.add(dimension, time.build());
    }

    /// What is chosen in a facet; an empty value is no choice.
    static Set<String> chosen(Facet facet, SearchRequest request) {
        Set<String> chosen = new TreeSet<>(request.refinements().getOrDefault(facet, Set.of()));
        chosen.remove("");
        return chosen;
    }

    /// Whether anything is chosen in a facet.
    static boolean chosenIn(Facet facet, SearchRequest request) {
        return (facet.equals(Facet.YEAR)
                        && (request.years() != null
                                || !chosen(Facet.MONTH, request).isEmpty()))
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
            dated.add(any(Facet.YEAR, single), Occur.FILTER);
        }
        if (!chosen.contains(Facet.UNKNOWN)) {
            return dated.build();
        }
        return new BooleanQuery.Builder()
                .add(dated.build(), Occur.SHOULD)
                .add(any(Facet.YEAR, List.of(Facet.UNKNOWN)), Occur.SHOULD)
                .build();
    }

    private static Query any(Facet facet, Collection<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(value(facet, value), Occur.SHOULD));
        return any.build();
    }

    /// The documents that have a value.
    static Query value(Facet facet, String value) {
        String dimension = facet.parameter();
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

    /// The facets that are counted: those of the archive, and what else something is chosen in.
    static Set<Facet> counted(FacetColumns columns, SearchRequest request) {
        Set<Facet> counted = new TreeSet<>(request.refinements().keySet());
        counted.removeIf(facet -> chosen(facet, request).isEmpty());
        counted.remove(Facet.MONTH);
        counted.addAll(columns.all());
        return counted;
    }

    /// All values of these facets with their counts, in the order a person reads them. A chosen value without documents
    /// is there too, so that it can be taken away.
    static Map<Facet, List<FacetValue>> table(Set<Facet> facets, Counts counts, SearchRequest request)
            throws IOException {
        Map<Facet, List<FacetValue>> table = new TreeMap<>();
        for (Facet facet : facets) {
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
