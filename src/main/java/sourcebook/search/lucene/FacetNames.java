package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.SortedSetDocValues;
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
        @Nullable SortedSetDocValues unread = null;
        for (int value = range.start(); value <= range.end(); value++) {
            if (counts[value] > 0) {
                Name name = names.get(value);
                if (name == null) {
                    unread = unread == null ? values.getDocValues() : unread;
                    name = read(facet, value, unread);
                    names.set(value, name);
                }
                found.add(new FacetValue(name.value, name.label, counts[value]));
            }
        }
        return found;
    }

    private static Name read(Facet facet, int number, SortedSetDocValues values) throws IOException {
        String value = name(values, number);
        return new Name(value, FacetTable.label(facet, value));
    }

    /// What is stored for the number of a value.
    static String name(SortedSetDocValues names, long value) throws IOException {
        return FacetsConfig.stringToPath(names.lookupOrd(value).utf8ToString())[1];
    }
}
