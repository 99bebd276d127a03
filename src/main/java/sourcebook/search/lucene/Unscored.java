package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The documents of a query, each with the same score, for searches that order by date or only count.
///
/// Drilling sideways asks for the score of each document even of a search without scores, which a span query then
/// cannot give; Lucene's own query of constant score steps aside in such a search.
final class Unscored extends Query {
    private final Query query;

    Unscored(Query query) {
        this.query = query;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = query.rewrite(searcher);
        return rewritten.equals(query) ? this : new Unscored(rewritten);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scores, float boost) throws IOException {
        Weight matching = query.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier supplier = matching.scorerSupplier(leaf);
                return supplier == null ? null : new Supplier(supplier, scores);
            }

            @Override
            public int count(LeafReaderContext leaf) throws IOException {
                return matching.count(leaf);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return matching.isCacheable(leaf);
            }
        };
    }

    private static final class Supplier extends ScorerSupplier {
        private final ScorerSupplier matching;
        private final ScoreMode scores;

        Supplier(ScorerSupplier matching, ScoreMode scores) {
            this.matching = matching;
            this.scores = scores;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            Scorer scorer = matching.get(leadCost);
            TwoPhaseIterator twoPhase = scorer.twoPhaseIterator();
            return twoPhase == null
                    ? new ConstantScoreScorer(1, scores, scorer.iterator())
                    : new ConstantScoreScorer(1, scores, twoPhase);
        }

        /// Whoever wants nothing but the documents takes them as they lie in the index, many at a time.
        @Override
        public BulkScorer bulkScorer() {
            return new BulkScorer() {
                private @Nullable BulkScorer each;

                @Override
                public int score(LeafCollector collector, @Nullable Bits live, int min, int max) throws IOException {
                    BulkScorer begun = each;
                    boolean whole = begun == null && live == null && min == 0 && max == DocIdSetIterator.NO_MORE_DOCS;
                    if (whole && collector instanceof Taking taking && taking.takesAll()) {
                        taking.take(get(Long.MAX_VALUE).iterator());
                        return max;
                    }
                    if (begun == null) {
                        begun = oneByOne();
                        each = begun;
                    }
                    return begun.score(collector, live, min, max);
                }

                @Override
                public long cost() {
                    return matching.cost();
                }
            };
        }

        private BulkScorer oneByOne() throws IOException {
            return super.bulkScorer();
        }

        @Override
        public long cost() {
            return matching.cost();
        }
    }

    /// A collector that may take all documents of a segment at once.
    interface Taking {
        /// Whether it wants to.
        boolean takesAll();

        /// @param all not begun
        void take(DocIdSetIterator all) throws IOException;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "Unscored(" + query.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unscored unscored && query.equals(unscored.query);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Unscored.class, query);
    }
}
