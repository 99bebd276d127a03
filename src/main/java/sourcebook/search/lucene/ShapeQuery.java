package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Documents in whose field a [Shape] stands, all with the same score. Its matches are the shape's
/// stretches.
///
/// Nothing of it is read before the first document is asked for, so that a deadline breaks off the search
/// and not its preparation.
final class ShapeQuery extends Query {
    private final String field;
    private final Shape shape;
    private final Deadline deadline;

    /// @param deadline of the one search it is made for; no part of what it asks
    ShapeQuery(String field, Shape shape, Deadline deadline) {
        this.field = field;
        this.shape = shape;
        this.deadline = deadline;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scores, float boost) {
        return new ShapeWeight(scores, boost);
    }

    private final class ShapeWeight extends ConstantScoreWeight {
        private final ScoreMode scores;
        private @Nullable LeafReaderContext lastLeaf;
        private @Nullable ShapeFinder last;
        private int lastDocument;

        ShapeWeight(ScoreMode scores, float boost) {
            super(ShapeQuery.this, boost);
            this.scores = scores;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            if (leaf.reader().terms(field) == null) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) {
                    return new ConstantScoreScorer(score(), scores, new Verified(leaf));
                }

                @Override
                public long cost() {
                    return leaf.reader().maxDoc();
                }
            };
        }

        /// Documents are mostly asked for in ascending order, and then read on from the last one.
        @Override
        public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
            if (leaf.reader().terms(field) == null) {
                return null;
            }
            ShapeFinder finder = last;
            if (finder == null || lastLeaf != leaf || document < lastDocument) {
                finder = ShapeFinder.of(shape, leaf.reader(), field, true, deadline);
                last = finder;
                lastLeaf = leaf;
            }
            lastDocument = document;
            Stretches found = new Stretches();
            found.addAll(finder.in(document));
            return found.size() == 0 ? null : MatchesUtils.forField(field, () -> new Places(found, ShapeQuery.this));
        }

        /// Not kept for later searches: it may be broken off, and costs what it finds.
        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }
    }

    /// The documents, made ready when the first is asked for.
    private final class Verified extends TwoPhaseIterator {
        private final Lazy documents;

        Verified(LeafReaderContext leaf) {
            this(new Lazy(leaf));
        }

        private Verified(Lazy documents) {
            super(documents);
            this.documents = documents;
        }

        @Override
        public boolean matches() throws IOException {
            deadline.check();
            ShapeFinder finder = documents.finder();
            return finder.certain() || finder.in(documents.docID()).size() > 0;
        }

        @Override
        public float matchCost() {
            return 100; // as much as reading the places of some words
        }
    }

    private final class Lazy extends DocIdSetIterator {
        private final LeafReaderContext leaf;
        private @Nullable ShapeFinder finder;
        private @Nullable DocIdSetIterator documents;

        Lazy(LeafReaderContext leaf) {
            this.leaf = leaf;
        }

        ShapeFinder finder() throws IOException {
            ShapeFinder made = finder;
            if (made == null) {
                made = ShapeFinder.of(shape, leaf.reader(), field, false, deadline);
                finder = made;
            }
            return made;
        }

        private DocIdSetIterator documents() throws IOException {
            DocIdSetIterator made = documents;
            if (made == null) {
                made = finder().documents();
                documents = made;
            }
            return made;
        }

        @Override
        public int docID() {
            return documents == null ? -1 : documents.docID();
        }

        @Override
        public int nextDoc() throws IOException {
            return documents().nextDoc();
        }

        @Override
        public int advance(int target) throws IOException {
            return documents().advance(target);
        }

        @Override
        public long cost() {
            return leaf.reader().maxDoc();
        }
    }

    private static final class Places implements MatchesIterator {
        private final Stretches found;
        private final Query query;
        private int at = -1;

        Places(Stretches found, Query query) {
            this.found = found;
            this.query = query;
        }

        @Override
        public boolean next() {
            return ++at < found.size();
        }

        @Override
        public int startPosition() {
            return found.start(at);
        }

        @Override
        public int endPosition() {
            return found.end(at) - 1;
        }

        @Override
        public int startOffset() {
            return found.from(at);
        }

        @Override
        public int endOffset() {
            return found.to(at);
        }

        @Override
        @SuppressWarnings("NullAway") // Lucene's way to say that there is none
        public MatchesIterator getSubMatches() {
            return null;
        }

        @Override
        public Query getQuery() {
            return query;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String ignored) {
        return field + ":" + shape;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShapeQuery query && field.equals(query.field) && shape.equals(query.shape);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, shape);
    }
}
