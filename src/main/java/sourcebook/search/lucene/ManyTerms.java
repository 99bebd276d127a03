package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The places of so many terms of one segment that their lists cannot all be held open. The terms are gone
/// through for a window of documents at once, which grows as more and more documents are asked for.
final class ManyTerms extends ShapeFinder {
    /// Lists of some kilobytes each.
    private static final int FEW = 64;

    /// Places kept at once: 20 bytes each, unless one document alone has more.
    private static final int MOST_PLACES = 1 << 20;

    private static final int GROWTH = 8;

    /// Documents of a window, each with a list of some hundred bytes.
    private static final int WIDEST = 1 << 16;

    private final org.apache.lucene.index.Terms all;
    private final WordPattern pattern;
    private final int maxDoc;
    private final int flags;
    private final Deadline deadline;

    private int windowStart;
    private int windowEnd;
    private int reach = 1;
    /// The places of the window by document, each list unsorted.
    private Stretches[] window = {};

    private ManyTerms(
            org.apache.lucene.index.Terms all, WordPattern pattern, int maxDoc, boolean offsets, Deadline deadline) {
        this.all = all;
        this.pattern = pattern;
        this.maxDoc = maxDoc;
        flags = offsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
        this.deadline = deadline;
    }

    static ShapeFinder of(WordPattern pattern, LeafReader leaf, String field, boolean offsets, Deadline deadline)
            throws IOException {
        org.apache.lucene.index.Terms all = leaf.terms(field);
        if (all == null) {
            return FewTerms.of(java.util.List.of(), leaf, field, offsets, deadline);
        }
        @Nullable ShapeFinder few = FewTerms.of(pattern.terms().getTermsEnum(all), FEW, leaf, field, offsets, deadline);
        return few == null ? new ManyTerms(all, pattern, leaf.maxDoc(), offsets, deadline) : few;
    }

    @Override
    boolean certain() {
        return true;
    }

    @Override
    DocIdSetIterator documents() throws IOException {
        FixedBitSet any = new FixedBitSet(maxDoc);
        TermsEnum terms = pattern.terms().getTermsEnum(all);
        PostingsEnum documents = null;
        while (terms.next() != null) {
            deadline.check();
            documents = terms.postings(documents, PostingsEnum.NONE);
            add(documents, any, deadline);
        }
        return iterator(any);
    }

    @Override
    void collect(int document, Stretches into) throws IOException {
        if (document < windowStart || document >= windowEnd) {
            boolean goesOn = document >= windowEnd && windowEnd > 0;
            reach = goesOn ? Math.min(reach * GROWTH, WIDEST) : 1;
            while (!load(document, Math.min(maxDoc, document + reach))) {
                reach = Math.max(1, reach / GROWTH);
            }
        }
        Stretches places = window[document - windowStart];
        if (places != null) {
            into.addAll(places);
        }
    }

    /// @return false if that are too many places
    private boolean load(int from, int to) throws IOException {
        if (window.length < to - from) {
            window = new Stretches[ArrayUtil.oversize(to - from, Integer.BYTES)];
        } else {
            java.util.Arrays.fill(window, null);
        }
        windowStart = from;
        windowEnd = to;
        int count = 0;
        TermsEnum terms = pattern.terms().getTermsEnum(all);
        PostingsEnum places = null;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            deadline.check();
            int length = FewTerms.length(term);
            places = terms.postings(places, flags);
            int document = places.advance(from);
            while (document < to) {
                Stretches here = window[document - from];
                if (here == null) {
                    here = new Stretches();
                    window[document - from] = here;
                }
                for (int i = places.freq(); i > 0; i--) {
                    int position = places.nextPosition();
                    here.add(position, position + length, places.startOffset(), places.endOffset());
                    count++;
                }
                if (count > MOST_PLACES && to - from > 1) {
                    windowEnd = 0;
                    return false;
                }
                document = places.nextDoc();
            }
        }
        return true;
    }
}
