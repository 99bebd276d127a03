package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// All documents of a snapshot that match a query: a bit each, and where it is wanted a score of four bytes.
final class Matched {
    private final FixedBitSet documents;
    private final float[] scores;

    private Matched(FixedBitSet documents, float[] scores) {
        this.documents = documents;
        this.scores = scores;
    }

    FixedBitSet documents() {
        return documents;
    }

    /// The score of the document before which so many match; if scores were wanted.
    float score(int number) {
        return scores[number];
    }

    /// How to collect them; for a search by one thread, as those of an [IndexSnapshot] are.
    ///
    /// @param scored whether scores are wanted; then documents must come in ascending order
    static CollectorManager<?, Matched> collecting(IndexSnapshot snapshot, boolean scored) {
        return new CollectorManager<Collecting, Matched>() {
            @Override
            public Collecting newCollector() {
                return new Collecting(snapshot.getIndexReader().maxDoc(), scored);
            }

            @Override
            public Matched reduce(Collection<Collecting> collectors) {
                Collecting only = collectors.iterator().next();
                return new Matched(only.documents, only.scores);
            }
        };
    }

    private static final class Collecting implements Collector {
        private final FixedBitSet documents;
        private final boolean scored;
        private float[] scores = {};
        private int count;

        Collecting(int maxDoc, boolean scored) {
            documents = new FixedBitSet(maxDoc);
            this.scored = scored;
        }

        @Override
        public ScoreMode scoreMode() {
            return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            return new LeafCollector() {
                private @Nullable Scorable score;

                @Override
                public void setScorer(Scorable scorer) {
                    score = scorer;
                }

                @Override
                public void collect(int document) throws IOException {
                    documents.set(leaf.docBase + document);
                    if (scored && score != null) {
                        scores = ArrayUtil.grow(scores, count + 1);
                        scores[count++] = score.score();
                    }
                }
            };
        }
    }
}
