package sourcebook.search.lucene;

import java.io.IOException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchRequest;

/// The months of the one year that a request chooses.
final class Months {
    private static final int OF_A_YEAR = 12;

    private Months() {}

    /// The only year chosen, null if there are several or none.
    static @Nullable String year(SearchRequest request) {
        Set<String> years = FacetTable.chosen(Facet.YEAR, request);
        String only;
        if (request.years() != null && years.isEmpty()) {
            only = request.years().from() == request.years().to()
                    ? Integer.toString(request.years().from())
                    : "";
        } else {
            only = years.size() == 1 ? years.iterator().next() : "";
        }
        return only.matches("\\d{1,4}") ? only : null;
    }

    /// Whether months are counted.
    static boolean wanted(SearchRequest request) {
        return request.facets() && year(request) != null;
    }

    /// All months of the year, and documents without a month if there are any or they are chosen.
    ///
    /// @param counts of the months that occur, what is chosen among them left out of account
    static List<FacetValue> table(Map<String, Long> counts, SearchRequest request) {
        List<FacetValue> months = new ArrayList<>();
        String year = year(request);
        if (year == null) {
            return months;
        }
        for (int month = 1; month <= OF_A_YEAR; month++) {
            String value = String.format(Locale.ROOT, "%04d-%02d", Integer.valueOf(year), month);
            String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            months.add(new FacetValue(value, name + " " + year, counts.getOrDefault(value, 0L)));
        }
        long unknown = counts.getOrDefault(Facet.UNKNOWN, 0L);
        if (unknown > 0 || FacetTable.chosen(Facet.MONTH, request).contains(Facet.UNKNOWN)) {
            months.add(new FacetValue(Facet.UNKNOWN, "month unknown", unknown));
        }
        return months;
    }

    /// @param counts those of the months as if none were chosen
    static List<FacetValue> table(SearchRequest request, FacetTable.Counts counts) throws IOException {
        if (!wanted(request)) {
            return List.of();
        }
        Map<String, Long> months = new HashMap<>();
        counts.of(Facet.MONTH).forEach(month -> months.put(month.value(), month.count()));
        return table(months, request);
    }
}
