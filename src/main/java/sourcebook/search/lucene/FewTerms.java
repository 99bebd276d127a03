package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The places of a few terms of one segment, with the list of each held open.
final class FewTerms extends ShapeFinder {
    private final TermsEnum terms;
    private final List<Held> held;
    private final int maxDoc;
    private final int flags;
    private final Deadline deadline;

    private FewTerms(TermsEnum terms, List<Held> held, int maxDoc, boolean offsets, Deadline deadline) {
        this.terms = terms;
        this.held = held;
        this.maxDoc = maxDoc;
        flags = offsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
        this.deadline = deadline;
    }

    /// A term of the segment; its length are the positions it takes.
    private static final class Held {
        private final BytesRef term;
        private final TermState state;
        private final int length;
        private @Nullable PostingsEnum places;

        Held(BytesRef term, TermState state, int length) {
            this.term = term;
            this.state = state;
            this.length = length;
        }
    }

    /// Terms by name, those of broken words taking two positions.
    static ShapeFinder of(List<String> names, LeafReader leaf, String field, boolean offsets, Deadline deadline)
            throws IOException {
        org.apache.lucene.index.Terms all = leaf.terms(field);
        if (all == null) {
            return new None();
        }
        TermsEnum terms = all.iterator();
        List<Held> held = new ArrayList<>();
        for (String name : names) {
            BytesRef term = new BytesRef(name);
            if (terms.seekExact(term)) {
                held.add(new Held(term, terms.termState(), length(term)));
            }
        }
        return held.isEmpty() ? new None() : new FewTerms(terms, held, leaf.maxDoc(), offsets, deadline);
    }

    /// All terms of an enumeration.
    ///
    /// @param most if there are more, nothing is given
    static @Nullable ShapeFinder of(
            TermsEnum some, int most, LeafReader leaf, String field, boolean offsets, Deadline deadline)
            throws IOException {
        List<Held> held = new ArrayList<>();
        for (BytesRef term = some.next(); term != null; term = some.next()) {
            deadline.check();
            if (held.size() == most) {
                return null;
            }
            held.add(new Held(BytesRef.deepCopyOf(term), some.termState(), length(term)));
        }
        org.apache.lucene.index.Terms all = leaf.terms(field);
        return held.isEmpty() || all == null
                ? new None()
                : new FewTerms(all.iterator(), held, leaf.maxDoc(), offsets, deadline);
    }

    /// Positions of a term.
    static int length(BytesRef term) {
        return term.length > 0 && term.bytes[term.offset] == Terms.JOINED ? 2 : 1;
    }

    @Override
    boolean certain() {
        return true;
    }

    @Override
    DocIdSetIterator documents() throws IOException {
        if (held.size() == 1) {
            return postings(held.getFirst(), PostingsEnum.NONE);
        }
        FixedBitSet any = new FixedBitSet(maxDoc);
        for (Held term : held) {
            add(postings(term, PostingsEnum.NONE), any, deadline);
        }
        return iterator(any);
    }

    @Override
    void collect(int document, Stretches into) throws IOException {
        for (Held term : held) {
            if (term.places == null) {
                term.places = postings(term, flags);
            }
            PostingsEnum places = term.places;
            if (places.docID() < document) {
                places.advance(document);
            }
            if (places.docID() == document) {
                for (int i = places.freq(); i > 0; i--) {
                    int position = places.nextPosition();
                    into.add(position, position + term.length, places.startOffset(), places.endOffset());
                }
            }
        }
    }

    private PostingsEnum postings(Held term, int wanted) throws IOException {
        terms.seekExact(term.term, term.state);
        return terms.postings(null, wanted);
    }

    /// Nothing at all.
    private static final class None extends ShapeFinder {
        @Override
        boolean certain() {
            return true;
        }

        @Override
        DocIdSetIterator documents() {
            return DocIdSetIterator.empty();
        }

        @Override
        void collect(int document, Stretches into) {}
    }
}
