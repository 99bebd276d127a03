package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Sort;

/// The documents of the best scores, or of the latest or earliest days, the undated last; of equal ones those of the
/// lower
/// ids, compared by number within a segment. An id is read only where documents of two segments are equal.
final class BestResults implements FirstResults {
    private final int most;
    private final Sort sort;
    private final PriorityQueue<Result> best;

    /// @param most to be kept
    BestResults(int most, Sort sort) {
        this.most = most;
        this.sort = sort;
        best = new PriorityQueue<>(most) {
            @Override
            protected boolean lessThan(Result one, Result other) {
                return worstFirst(one, other) < 0;
            }
        };
    }

    /// A document that was collected.
    ///
    /// @param rank the higher the better: of a score a number in the order of scores, of a day its number
    /// @param ids of its segment
    /// @param number of its id among them
    private record Result(int document, long rank, SortedDocValues ids, int number) {}

    private static int worstFirst(Result one, Result other) {
        return one.rank == other.rank ? -byId(one, other) : Long.compare(one.rank, other.rank);
    }

    private static int byId(Result one, Result other) {
        if (one.ids == other.ids) {
            return Integer.compare(one.number, other.number);
        }
        try {
            BytesRef id = BytesRef.deepCopyOf(one.ids.lookupOrd(one.number));
            return id.compareTo(other.ids.lookupOrd(other.number));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public boolean scored() {
        return sort == Sort.RELEVANCE;
    }

    @Override
    public LeafCollector in(LeafReaderContext leaf) throws IOException {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        NumericDocValues days = DocValues.getNumeric(leaf.reader(), IndexSchema.DAY);
        return new LeafCollector() {
            private @Nullable Scorable scorer;

            /// The worst result that is kept, as it was when `bound` was looked up.
            private @Nullable Result bounding;

            /// Ids of this segment below this number come before that of `bounding`.
            private int bound;

            @Override
            public void setScorer(Scorable scorer) {
                this.scorer = scorer;
            }

            @Override
            public void collect(int document) throws IOException {
                long rank = rank(document);
                boolean full = best.size() == most;
                if (full && rank < best.top().rank) {
                    return;
                }
                int number = ids.advanceExact(document) ? ids.ordValue() : -1;
                if (!full) {
                    best.add(new Result(leaf.docBase + document, rank, ids, number));
                } else if (rank > best.top().rank || number < bound(best.top())) {
                    best.updateTop(new Result(leaf.docBase + document, rank, ids, number));
                }
            }

            private long rank(int document) throws IOException {
                if (sort == Sort.RELEVANCE) {
                    return NumericUtils.floatToSortableInt(scorer == null ? 0 : scorer.score());
                }
                if (!days.advanceExact(document)) {
                    return Long.MIN_VALUE;
                }
                return sort == Sort.NEWEST ? days.longValue() : -days.longValue();
            }

            /// Looked up once for each worst result: in an archive without a query all scores are equal.
            private int bound(Result worst) throws IOException {
                if (worst.ids == ids) {
                    return worst.number;
                }
                if (worst != bounding) {
                    int found = ids.lookupTerm(worst.ids.lookupOrd(worst.number));
                    bound = found < 0 ? -found - 1 : found;
                    bounding = worst;
                }
                return bound;
            }
        };
    }

    @Override
    public ScoreDoc[] first() {
        ScoreDoc[] first = new ScoreDoc[best.size()];
        for (int i = first.length - 1; i >= 0; i--) {
            Result result = best.pop();
            float score = sort == Sort.RELEVANCE ? NumericUtils.sortableIntToFloat((int) result.rank) : 0;
            first[i] = new ScoreDoc(result.document, score);
        }
        return first;
    }
}
