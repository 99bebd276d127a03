package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Which documents of one segment count, by number in it.
@FunctionalInterface
interface Among {
    /// The first that counts and is not before this one; [DocIdSetIterator#NO_MORE_DOCS] if there is none.
    int from(int document);

    /// So many count at most.
    default long most() {
        return Long.MAX_VALUE;
    }

    /// Leads an iterator on from where it stands to the first of its documents that counts. What does not count is
    /// leapt over, so that few documents are found in few steps however many there are.
    ///
    /// @return where it stands then; [DocIdSetIterator#NO_MORE_DOCS] if none is left
    default int lead(DocIdSetIterator documents) throws IOException {
        int document = documents.docID();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int wanted = from(document);
            if (wanted == document) {
                return document;
            }
            document = wanted == DocIdSetIterator.NO_MORE_DOCS ? wanted : documents.advance(wanted);
        }
        return document;
    }

    /// All that are not removed.
    static Among all(LeafReaderContext leaf) {
        @Nullable Bits live = leaf.reader().getLiveDocs();
        int end = leaf.reader().maxDoc();
        if (live == null) {
            return document -> document < end ? document : DocIdSetIterator.NO_MORE_DOCS;
        }
        return document -> {
            int next = document;
            while (next < end && !live.get(next)) {
                next++;
            }
            return next < end ? next : DocIdSetIterator.NO_MORE_DOCS;
        };
    }

    /// Some of the archive's documents, by number in it.
    static Among some(FixedBitSet documents, LeafReaderContext leaf) {
        int base = leaf.docBase;
        int end = base + leaf.reader().maxDoc();
        return new Among() {
            @Override
            public int from(int document) {
                int next = base + document < end ? documents.nextSetBit(base + document, end) : end;
                return next < end ? next - base : DocIdSetIterator.NO_MORE_DOCS;
            }

            @Override
            public long most() {
                return documents.cardinality();
            }
        };
    }
}
