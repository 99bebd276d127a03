package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// All documents of a snapshot that match a query: a bit each, and where it is wanted a score of four bytes, or the
/// first of them in an order.
final class Matched {
    private final FixedBitSet documents;
    private final FixedBitSet unchosen;
    private final float[] scores;
    private final ScoreDoc[] first;

    private Matched(FixedBitSet documents, FixedBitSet unchosen, float[] scores, ScoreDoc[] first) {
        this.documents = documents;
        this.unchosen = unchosen;
        this.scores = scores;
        this.first = first;
    }

    /// Documents that need not be looked for, without scores.
    static Matched of(FixedBitSet documents, ScoreDoc[] first) {
        return new Matched(documents, documents, new float[0], first);
    }

    /// What matches and was chosen; not to be changed.
    FixedBitSet documents() {
        return documents;
    }

    /// What matches, chosen or not; not to be changed.
    FixedBitSet unchosen() {
        return unchosen;
    }

    /// The score of the document before which so many match; if scores were wanted.
    float score(int number) {
        return scores[number];
    }

    /// The first of [#documents], if an order was given.
    ScoreDoc[] first() {
        return first;
    }

    /// All that match, or nothing at all.
    ///
    /// @param scored whether scores are wanted
    /// @throws CancellationException when nobody waits for them any more
    static Matched by(Query query, IndexSnapshot snapshot, boolean scored, Deadline deadline) throws IOException {
        try {
            Matched matched = snapshot.search(query, collecting(snapshot, scored));
            deadline.wanted();
            return matched;
        } catch (CollectionTerminatedException ended) {
            deadline.wanted();
            throw ended;
        }
    }

    /// How to collect them; for a search by one thread, as those of an [IndexSnapshot] are.
    ///
    /// @param scored whether scores are wanted; then documents must come in ascending order
    static CollectorManager<?, Matched> collecting(IndexSnapshot snapshot, boolean scored) {
        return collecting(snapshot, scored, null, null);
    }

    /// The same of a request that chooses among what matches, in its order.
    ///
    /// @param chosen which documents are admitted, null for all
    /// @param order in which the first are wanted, null if none are
    static CollectorManager<?, Matched> collecting(
            IndexSnapshot snapshot, @Nullable FixedBitSet chosen, @Nullable FirstResults order) {
        return collecting(snapshot, false, chosen, order);
    }

    static CollectorManager<?, Matched> collecting(
            IndexSnapshot snapshot, boolean scored, @Nullable FixedBitSet chosen, @Nullable FirstResults order) {
        return new CollectorManager<Collecting, Matched>() {
            @Override
            public Collecting newCollector() {
                return new Collecting(snapshot.getIndexReader().maxDoc(), scored, chosen, order);
            }

            @Override
            public Matched reduce(Collection<Collecting> collectors) throws IOException {
                Collecting only = collectors.iterator().next();
                ScoreDoc[] first = order == null ? new ScoreDoc[0] : order.first();
                return new Matched(only.documents, only.unchosen, only.scores, first);
            }
        };
    }

    private static final class Collecting implements Collector {
        private final FixedBitSet documents;
        private final FixedBitSet unchosen;
        private final boolean scored;
        private final @Nullable FixedBitSet chosen;
        private final @Nullable FirstResults ordered;
        private float[] scores = {};
        private int count;

        Collecting(int maxDoc, boolean scored, @Nullable FixedBitSet chosen, @Nullable FirstResults ordered) {
            documents = new FixedBitSet(maxDoc);
            unchosen = chosen == null ? documents : new FixedBitSet(maxDoc);
            this.scored = scored;
            this.chosen = chosen;
            this.ordered = ordered;
        }

        @Override
        public ScoreMode scoreMode() {
            return scored || (ordered != null && ordered.scored()) ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            return new OneLeaf(leaf.docBase, ordered == null ? null : ordered.in(leaf));
        }

        private final class OneLeaf implements LeafCollector, Unscored.Taking {
            private final int base;
            private final @Nullable LeafCollector order;
            private @Nullable Scorable score;

            OneLeaf(int base, @Nullable LeafCollector order) {
                this.base = base;
                this.order = order;
            }

            @Override
            public void setScorer(Scorable scorer) throws IOException {
                score = scorer;
                if (order != null) {
                    order.setScorer(scorer);
                }
            }

            @Override
            public boolean takesAll() {
                return chosen == null && order == null && !scored;
            }

            @Override
            public void take(DocIdSetIterator all) throws IOException {
                if (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    all.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, documents, -base);
                }
            }

            @Override
            public void collect(int document) throws IOException {
                if (chosen != null) {
                    unchosen.set(base + document);
                    if (!chosen.get(base + document)) {
                        return;
                    }
                }
                documents.set(base + document);
                if (order != null) {
                    order.collect(document);
                }
                if (scored && score != null) {
                    scores = ArrayUtil.grow(scores, count + 1);
                    scores[count++] = score.score();
                }
            }

            @Override
            public void finish() throws IOException {
                if (order != null) {
                    order.finish();
                }
            }
        }
    }
}
