package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.IntField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
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
    /// The most frequent first, the unknown last.
    private static final Comparator<FacetValue> BY_COUNT = FacetTable::byCount;

    /// Ascending, the undated last.
    private static final Comparator<FacetValue> BY_YEAR = Comparator.<FacetValue, Boolean>comparing(
                    value -> value.value().equals(Facet.UNKNOWN))
            .thenComparingInt(FacetTable::yearOf)
            .thenComparing(FacetValue::value);

    private FacetTable() {}

    /// The query with what the request chose: the values of a facet are alternatives, the facets are combined.
    static Query refined(Query query, SearchRequest request) {
        if (request.refinements().isEmpty() && request.years() == null) {
            return query;
        }
        BooleanQuery.Builder refined = new BooleanQuery.Builder().add(query, Occur.MUST);
        boolean any = false;
        for (Facet facet : refining(request)) {
            refined.add(admitted(facet, request), Occur.FILTER);
            any = true;
        }
        return any ? refined.build() : query;
    }

    /// The facets in which something is chosen; months count as YEAR.
    static Set<Facet> refining(SearchRequest request) {
        Set<Facet> refining = new TreeSet<>(request.refinements().keySet());
        refining.remove(Facet.MONTH);
        refining.add(Facet.YEAR);
        refining.removeIf(facet -> !chosenIn(facet, request));
        return refining;
    }

    /// The documents that the choice in one facet admits. Years and months are one dimension: whoever looks at other
    /// years is not asked for the months of this one.
    ///
    /// @param facet one of [#refining]
    static Query admitted(Facet facet, SearchRequest request) {
        if (!facet.equals(Facet.YEAR)) {
            return any(facet, chosen(facet, request));
        }
        @Nullable Query years = years(request);
        Set<String> months = chosen(Facet.MONTH, request);
        if (months.isEmpty()) {
            return years == null ? MatchAllDocsQuery.INSTANCE : years;
        }
        BooleanQuery.Builder time = new BooleanQuery.Builder().add(any(Facet.MONTH, months), Occur.FILTER);
        if (years != null) {
            time.add(years, Occur.FILTER);
        }
        return time.build();
    }

    /// The documents of the years chosen, of whatever month; null if no year is chosen.
    static @Nullable Query years(SearchRequest request) {
        Set<String> years = chosen(Facet.YEAR, request);
        if (request.years() != null) {
            return years(years, request.years());
        }
        return years.isEmpty() ? null : any(Facet.YEAR, years);
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

    /// The values of a facet that occur, with their numbers, in any order.
    @FunctionalInterface
    interface Counts {
        List<FacetValue> of(Facet facet) throws IOException;
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
            List<FacetValue> values = new ArrayList<>(counts.of(facet));
            Set<String> missing = chosen(facet, request);
            if (!missing.isEmpty()) {
                values.forEach(value -> missing.remove(value.value()));
                missing.forEach(value -> values.add(new FacetValue(value, label(facet, value), 0)));
            }
            values.sort(facet.equals(Facet.YEAR) ? BY_YEAR : BY_COUNT);
            table.put(facet, List.copyOf(values));
        }
        return table;
    }

    private static int byCount(FacetValue one, FacetValue other) {
        boolean unknown = one.value().equals(Facet.UNKNOWN);
        if (unknown != other.value().equals(Facet.UNKNOWN)) {
            return unknown ? 1 : -1;
        }
        if (one.count() != other.count()) {
            return Long.compare(other.count(), one.count());
        }
        int byLabel = one.label().compareTo(other.label());
        return byLabel != 0 ? byLabel : one.value().compareTo(other.value());
    }

    /// What is no year, as an address may ask for, comes after the years.
    private static int yearOf(FacetValue value) {
        try {
            return Integer.parseInt(value.value());
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }

    /// A value as a person reads it.
    static String label(Facet facet, String value) {
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
