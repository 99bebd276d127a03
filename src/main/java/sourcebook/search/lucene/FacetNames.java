package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// The facet values of one snapshot by their number, and how a person reads them; each name is looked up once. For any
/// number of threads.
final class FacetNames {
    private final SortedSetDocValuesReaderState values;
    private final AtomicReferenceArray<@Nullable Name> names;

    private record Name(String value, String label) {}

    FacetNames(SortedSetDocValuesReaderState values) {
        this.values = values;
        names = new AtomicReferenceArray<>(values.getSize());
    }

    SortedSetDocValuesReaderState values() {
        return values;
    }

    /// The values of a facet that occur, in no particular order.
    ///
    /// @param counts of the values by their number
    List<FacetValue> of(Facet facet, int[] counts) throws IOException {
        List<FacetValue> found = new ArrayList<>();
        @Nullable OrdRange range = values.getOrdRange(facet.parameter());
        if (range == null) {
            return found;
        }
        for (int value = range.start(); value <= range.end(); value++) {
            if (counts[value] > 0) {
                Name name = name(facet, value);
                found.add(new FacetValue(name.value, name.label, counts[value]));
            }
        }
        return found;
    }

    /// The value of a facet with a number.
    String value(Facet facet, int number) throws IOException {
        return name(facet, number).value;
    }

    private Name name(Facet facet, int number) throws IOException {
        Name name = names.get(number);
        if (name == null) {
            String value = FacetsConfig.stringToPath(
                    values.getDocValues().lookupOrd(number).utf8ToString())[1];
            name = new Name(value, FacetTable.label(facet, value));
            names.set(number, name);
        }
        return name;
    }
}
