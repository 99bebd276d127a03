package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/// Scores documents by how often a phrase stands in them.
final class PhraseScorer extends Scorer {
    private final PhrasePlaces places;
    private final @Nullable SimScorer scorer;
    private final @Nullable NumericDocValues norms;

    /// @param scorer null where no scores are wanted
    /// @param norms null where texts have no length
    PhraseScorer(PhrasePlaces places, @Nullable SimScorer scorer, @Nullable NumericDocValues norms) {
        this.places = places;
        this.scorer = scorer;
        this.norms = norms;
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
        return new TwoPhaseIterator(places.documents()) {
            @Override
            public boolean matches() throws IOException {
                return places.first();
            }

            @Override
            public float matchCost() {
                return places.matchCost();
            }
        };
    }

    @Override
    public DocIdSetIterator iterator() {
        return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
    }

    @Override
    public int docID() {
        return places.documents().docID();
    }

    @Override
    public float score() throws IOException {
        if (scorer == null) {
            return 0;
        }
        return scorer.score(places.count(), norms != null && norms.advanceExact(docID()) ? norms.longValue() : 1);
    }

    @Override
    public float getMaxScore(int upTo) {
        return scorer == null ? 0 : scorer.score(Float.MAX_VALUE, 1);
    }
}
