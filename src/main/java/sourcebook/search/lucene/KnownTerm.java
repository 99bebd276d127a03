package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/// A term looked up once in each segment of a reader: how frequent it is, and the way to its postings.
final class KnownTerm {
    private final Term term;
    private final @Nullable TermState[] states;
    private int documents;
    private long total;

    KnownTerm(Term term, IndexReader reader) throws IOException {
        this.term = term;
        List<LeafReaderContext> leaves = reader.leaves();
        states = new TermState[leaves.size()];
        for (int i = 0; i < states.length; i++) {
            Terms terms = leaves.get(i).reader().terms(term.field());
            TermsEnum found = terms == null ? null : terms.iterator();
            if (found != null && found.seekExact(term.bytes())) {
                documents += found.docFreq();
                total += found.totalTermFreq();
                states[i] = found.termState();
            }
        }
    }

    /// In how many documents it stands.
    int documents() {
        return documents;
    }

    /// How often it stands in all of them.
    long total() {
        return total;
    }

    TermStatistics statistics() {
        return new TermStatistics(term.bytes(), documents, total);
    }

    /// Where it stands in a segment of the reader; null if it does not.
    @Nullable
    PostingsEnum positions(LeafReaderContext leaf) throws IOException {
        TermState state = states[leaf.ord];
        Terms terms = state == null ? null : leaf.reader().terms(term.field());
        if (state == null || terms == null) {
            return null;
        }
        TermsEnum found = terms.iterator();
        found.seekExact(term.bytes(), state);
        return found.postings(null, PostingsEnum.POSITIONS);
    }
}
