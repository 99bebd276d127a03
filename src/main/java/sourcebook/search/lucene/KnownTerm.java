package sourcebook.search.lucene;

import org.apache.lucene.codecs.BlockTermState;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/// A term as a [Dictionary] found it: how frequent it is, and the way to its postings in each segment.
///
/// @param states by segment, null where it does not stand
/// @param documents in how many documents it stands
/// @param total how often it stands in all of them
record KnownTerm(Term term, @Nullable TermState[] states, int documents, long total) {
    /// Whether it stands anywhere.
    boolean exists() {
        return documents > 0;
    }

    /// In how many documents of a segment it stands; as many as in all segments if that is not known.
    int documents(LeafReaderContext leaf) {
        TermState state = states[leaf.ord];
        return state == null ? 0 : state instanceof BlockTermState block ? block.docFreq : documents;
    }

    TermStatistics statistics() {
        return new TermStatistics(term.bytes(), documents, total);
    }
}
