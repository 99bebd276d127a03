package sourcebook.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// The terms of one reader as one search looks them up: each once in each segment, with one cursor for all terms of a
/// field. What is asked first, whether a word is there, is most of what is asked later: how frequent it is, and where.
/// For one thread.
final class Dictionary {
    private final IndexReader reader;
    private final Map<Term, KnownTerm> known = new HashMap<>();
    private final Map<String, @Nullable TermsEnum[]> cursors = new HashMap<>();

    Dictionary(IndexReader reader) {
        this.reader = reader;
    }

    IndexReader reader() {
        return reader;
    }

    boolean has(String field, String term) throws IOException {
        return term(new Term(field, term)).exists();
    }

    KnownTerm term(Term term) throws IOException {
        KnownTerm found = known.get(term);
        if (found == null) {
            found = lookUp(term);
            known.put(term, found);
        }
        return found;
    }

    private KnownTerm lookUp(Term term) throws IOException {
        @Nullable TermsEnum[] field = field(term.field());
        @Nullable TermState[] states = new TermState[field.length];
        int documents = 0;
        long total = 0;
        for (int i = 0; i < field.length; i++) {
            TermsEnum cursor = field[i];
            if (cursor != null && cursor.seekExact(term.bytes())) {
                documents += cursor.docFreq();
                total += cursor.totalTermFreq();
                states[i] = cursor.termState();
            }
        }
        return new KnownTerm(term, states, documents, total);
    }

    private @Nullable TermsEnum[] field(String name) throws IOException {
        @Nullable TermsEnum[] field = cursors.get(name);
        if (field == null) {
            List<LeafReaderContext> leaves = reader.leaves();
            field = new TermsEnum[leaves.size()];
            for (int i = 0; i < field.length; i++) {
                Terms terms = leaves.get(i).reader().terms(name);
                field[i] = terms == null ? null : terms.iterator();
            }
            cursors.put(name, field);
        }
        return field;
    }

    /// Where a term stands in a segment; null if it does not.
    ///
    /// @param flags what is wanted of it, as in [PostingsEnum]
    @Nullable
    PostingsEnum postings(KnownTerm term, LeafReaderContext leaf, int flags) throws IOException {
        TermState state = term.states()[leaf.ord];
        TermsEnum cursor = field(term.term().field())[leaf.ord];
        if (state == null || cursor == null) {
            return null;
        }
        cursor.seekExact(term.term().bytes(), state);
        return cursor.postings(null, flags);
    }

    /// How often a term stands in a segment.
    long total(KnownTerm term, LeafReaderContext leaf) throws IOException {
        TermState state = term.states()[leaf.ord];
        TermsEnum cursor = field(term.term().field())[leaf.ord];
        if (state == null || cursor == null) {
            return 0;
        }
        cursor.seekExact(term.term().bytes(), state);
        return cursor.totalTermFreq();
    }

    /// The documents with a term; Lucene need not look it up again.
    TermQuery query(KnownTerm term) {
        TermStates states = new TermStates(reader.getContext());
        for (int i = 0; i < term.states().length; i++) {
            TermState state = term.states()[i];
            if (state != null) {
                states.register(state, i);
            }
        }
        states.accumulateStatistics(term.documents(), term.total());
        return new TermQuery(term.term(), states);
    }
}
