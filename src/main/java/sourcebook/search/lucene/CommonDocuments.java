package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// The documents that several iterators have in common, where each has many: of a stretch of documents at a time, a
/// bit for each, so that what is in few of them is not leapt to in each one singly. For one thread.
final class CommonDocuments extends DocIdSetIterator {
    /// Documents of a stretch: its bits, 2 KB, stay in the processor's nearest memory.
    private static final int STRETCH = 1 << 14;

    /// Where one document in so many is in the rarest, or more, reading stretches is less work than leaping.
    private static final int DENSE = 32;

    /// None of them is begun, or all stand before the stretch that is read next or in it.
    private final DocIdSetIterator[] all;

    private final int maxDoc;
    private final FixedBitSet bits;
    private final FixedBitSet one;
    private int begin;
    /// Behind the last document of the stretch at hand.
    private int end;

    private int document = -1;

    /// @param all two or more, not begun, of a segment
    CommonDocuments(List<DocIdSetIterator> all, int maxDoc) {
        this.all = all.stream()
                .sorted(Comparator.comparingLong(DocIdSetIterator::cost))
                .toArray(DocIdSetIterator[]::new);
        this.maxDoc = maxDoc;
        bits = new FixedBitSet(Math.min(STRETCH, maxDoc));
        one = new FixedBitSet(bits.length());
    }

    /// Whether so many documents of a segment are many.
    static boolean dense(long documents, int maxDoc) {
        return documents * DENSE >= maxDoc;
    }

    @Override
    public int docID() {
        return document;
    }

    @Override
    public int nextDoc() throws IOException {
        return advance(document + 1);
    }

    @Override
    public int advance(int target) throws IOException {
        int wanted = target;
        while (true) {
            if (wanted < end) {
                int found = bits.nextSetBit(wanted - begin);
                if (found != NO_MORE_DOCS) {
                    document = begin + found;
                    return document;
                }
            }
            wanted = read(Math.max(wanted, end));
            if (wanted == NO_MORE_DOCS) {
                document = NO_MORE_DOCS;
                return document;
            }
        }
    }

    /// Reads the stretch that begins with the rarest iterator's first document that is not before the one given.
    ///
    /// @return the first document of it; [#NO_MORE_DOCS] if there is none
    private int read(int from) throws IOException {
        begin = on(all[0], from);
        if (begin == NO_MORE_DOCS) {
            end = NO_MORE_DOCS;
            bits.clear();
            return begin;
        }
        end = (int) Math.min((long) begin + bits.length(), maxDoc);
        bits.clear();
        all[0].intoBitSet(end, bits, begin);
        for (int i = 1; i < all.length; i++) {
            one.clear();
            if (on(all[i], begin) < end) {
                all[i].intoBitSet(end, one, begin);
            }
            bits.and(one);
        }
        return begin;
    }

    /// Leads an iterator to its first document that is not before the one given.
    static int on(DocIdSetIterator documents, int from) throws IOException {
        return documents.docID() < from ? documents.advance(from) : documents.docID();
    }

    @Override
    public void intoBitSet(int upTo, FixedBitSet into, int offset) throws IOException {
        while (document < upTo) {
            int to = Math.min(end, upTo);
            FixedBitSet.orRange(bits, document - begin, into, document - offset, to - document);
            advance(to);
        }
    }

    @Override
    public long cost() {
        return all[0].cost();
    }
}
