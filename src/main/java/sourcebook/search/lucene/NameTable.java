package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.jspecify.annotations.Nullable;
import sourcebook.search.CountryNames;
import sourcebook.search.Facet;

/// The sources and countries of one snapshot with the words of their names, the most frequent first.
///
/// @param sources named by the values of their facet
/// @param countries that documents are about, named in English
record NameTable(List<Name> sources, List<Name> countries) {
    /// One name.
    ///
    /// @param value of the facet
    /// @param text for a person
    /// @param words of `text`, folded
    record Name(String value, String text, List<String> words, long documents) {
        /// Whether these words stand in the name one behind the other, the last perhaps not whole.
        boolean begins(List<String> typed) {
            for (int from = 0; from + typed.size() <= words.size(); from++) {
                int last = typed.size() - 1;
                if (words.subList(from, from + last).equals(typed.subList(0, last))
                        && words.get(from + last).startsWith(typed.get(last))) {
                    return true;
                }
            }
            return false;
        }
    }

    static NameTable of(@Nullable SortedSetDocValuesReaderState state) throws IOException {
        if (state == null) {
            return new NameTable(List.of(), List.of());
        }
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state);
        return new NameTable(names(counts, Facet.SOURCE), names(counts, Facet.COUNTRY));
    }

    private static List<Name> names(SortedSetDocValuesFacetCounts counts, Facet facet) throws IOException {
        List<Name> names = new ArrayList<>();
        @Nullable FacetResult result = counts.getAllChildren(facet.parameter());
        if (result != null) {
            for (var value : result.labelValues) {
                if (!value.label.equals(Facet.UNKNOWN) && value.value.longValue() > 0) {
                    String text = facet.equals(Facet.COUNTRY) ? CountryNames.label(value.label) : value.label;
                    names.add(new Name(value.label, text, Terms.of(text), value.value.longValue()));
                }
            }
        }
        names.sort(Comparator.comparingLong(Name::documents).reversed().thenComparing(Name::text));
        return List.copyOf(names);
    }
}
