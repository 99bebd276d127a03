package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// Counts for each facet value the documents that have it among those given, all facets in one pass.
final class CopyFacets {
    private final FacetNames names;
    private final int[] counts;

    CopyFacets(FacetNames names, FixedBitSet documents) throws IOException {
        this.names = names;
        counts = new int[names.values().getSize()];
        SortedSetDocValues values = names.values().getDocValues();
        List<LeafReaderContext> leaves = names.values().getReader().leaves();
        if (values instanceof MultiSortedSetDocValues several) {
            for (int i = 0; i < several.values.length; i++) {
                count(
                        leaves.get(i).reader(),
                        several.values[i],
                        several.mapping.getGlobalOrds(i),
                        several.docStarts[i],
                        several.docStarts[i + 1],
                        documents);
            }
        } else {
            count(leaves.getFirst().reader(), values, LongValues.IDENTITY, 0, documents.length(), documents);
        }
    }

    /// @param numbers of the values of this segment among those of all
    private void count(
            LeafReader segment, SortedSetDocValues values, LongValues numbers, int start, int end, FixedBitSet some)
            throws IOException {
        int documents = start < end ? some.cardinality(start, end) : 0;
        if (FacetNumbers.few(documents, values)) {
            for (int document = documents == 0 ? end : some.nextSetBit(start, end);
                    document < end;
                    document = document + 1 < end ? some.nextSetBit(document + 1, end) : end) {
                if (values.advanceExact(document - start)) {
                    for (int left = values.docValueCount(); left > 0; left--) {
                        counts[(int) numbers.get(values.nextOrd())]++;
                    }
                }
            }
            return;
        }
        int[] here = FacetNumbers.of(segment).count(values, some, documents, start, end);
        for (int number = 0; number < here.length; number++) {
            if (here[number] > 0) {
                counts[(int) numbers.get(number)] += here[number];
            }
        }
    }

    /// How many of the documents have each value, by its number; may be added to.
    int[] counts() {
        return counts;
    }

    /// The values of a facet that occur, with their number of documents.
    List<FacetValue> of(Facet facet) throws IOException {
        return names.of(facet, counts);
    }
}
