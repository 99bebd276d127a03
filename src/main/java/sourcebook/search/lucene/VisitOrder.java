package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSorter;
import sourcebook.search.Sort;

/// Any number of documents in the order of a result list: 20 bytes for each, where Lucene's queue of the first results
/// takes ten times as much.
final class VisitOrder {
    /// Hexadecimal digits of an id that a long holds.
    private static final int DIGITS = 16;

    private static final int RADIX = 16;

    private final IndexSnapshot snapshot;
    private final Sort sort;
    private final int[] documents;
    private final long[] keys;
    /// How the ids begin; two that begin alike are read whole.
    private final long[] ids;

    /// A score for each document, for an order by relevance.
    @FunctionalInterface
    interface Scores {
        float of(int document) throws IOException;
    }

    private VisitOrder(IndexSnapshot snapshot, Sort sort, int size) {
        this.snapshot = snapshot;
        this.sort = sort;
        documents = new int[size];
        keys = new long[size];
        ids = new long[size];
    }

    /// @param walked all documents that `scores` is asked for, each once and ascending
    /// @return the documents of `shown`, in order
    static int[] of(IndexSnapshot snapshot, Sort sort, FixedBitSet walked, FixedBitSet shown, Scores scores)
            throws IOException {
        VisitOrder order = new VisitOrder(snapshot, sort, shown.cardinality());
        order.read(walked, shown, scores);
        order.sort();
        return order.documents;
    }

    private void read(FixedBitSet walked, FixedBitSet shown, Scores scores) throws IOException {
        int at = 0;
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            NumericDocValues days = DocValues.getNumeric(reader, IndexSchema.DAY);
            SortedDocValues names = DocValues.getSorted(reader, IndexSchema.ID);
            int end = leaf.docBase + reader.maxDoc();
            for (int document = walked.nextSetBit(leaf.docBase, end);
                    document < end;
                    document = document + 1 < end ? walked.nextSetBit(document + 1, end) : end) {
                float score = sort == Sort.RELEVANCE ? scores.of(document) : 0;
                if (shown.get(document)) {
                    int local = document - leaf.docBase;
                    documents[at] = document;
                    keys[at] = sort == Sort.RELEVANCE ? -Float.floatToIntBits(score) : day(days, local);
                    ids[at] = names.advanceExact(local) ? prefix(names.lookupOrd(names.ordValue())) : 0;
                    at++;
                }
            }
        }
    }

    private long day(NumericDocValues days, int local) throws IOException {
        if (!days.advanceExact(local)) {
            return Long.MAX_VALUE;
        }
        return sort == Sort.NEWEST ? -days.longValue() : days.longValue();
    }

    private static long prefix(BytesRef id) {
        String digits = id.utf8ToString();
        return Long.parseUnsignedLong(digits, 0, Math.min(DIGITS, digits.length()), RADIX);
    }

    private void sort() {
        new IntroSorter() {
            private long pivotKey;
            private long pivotId;
            private int pivotDocument;

            @Override
            protected void setPivot(int i) {
                pivotKey = keys[i];
                pivotId = ids[i];
                pivotDocument = documents[i];
            }

            @Override
            protected int comparePivot(int other) {
                return VisitOrder.this.compare(
                        pivotKey, pivotId, pivotDocument, keys[other], ids[other], documents[other]);
            }

            @Override
            protected int compare(int one, int other) {
                return VisitOrder.this.compare(
                        keys[one], ids[one], documents[one], keys[other], ids[other], documents[other]);
            }

            @Override
            protected void swap(int one, int other) {
                swap(keys, one, other);
                swap(ids, one, other);
                int document = documents[one];
                documents[one] = documents[other];
                documents[other] = document;
            }

            private static void swap(long[] values, int one, int other) {
                long value = values[one];
                values[one] = values[other];
                values[other] = value;
            }
        }.sort(0, documents.length);
    }

    private int compare(long key, long id, int document, long otherKey, long otherId, int other) {
        if (key != otherKey) {
            return Long.compare(key, otherKey);
        }
        if (id != otherId || document == other) {
            return Long.compareUnsigned(id, otherId);
        }
        return id(document).compareTo(id(other));
    }

    private String id(int document) {
        List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        try {
            SortedDocValues names = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
            return names.advanceExact(document - leaf.docBase)
                    ? names.lookupOrd(names.ordValue()).utf8ToString()
                    : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
