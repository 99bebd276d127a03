package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Sort;

/// The first documents of a whole segment in an order, found once for as long as the segment is held: it never changes.
/// So a page of the whole archive does not look at every document. A kilobyte a segment and order. Thread-safe.
final class FirstOfAll {
    /// Documents kept of a segment: some pages, and some more, since removed ones are among them.
    private static final int KEPT = 256;

    private static final Map<IndexReader.CacheKey, Map<Sort, int[]>> OF = new ConcurrentHashMap<>();

    /// Nothing tells documents apart where nothing is asked for.
    private static final Scorable NOTHING = new Scorable() {
        @Override
        public float score() {
            return 0;
        }
    };

    private FirstOfAll() {}

    /// The first documents of an index without those removed, by relevance those of the lowest ids; null if fewer are
    /// kept
    /// than are wanted.
    static ScoreDoc @Nullable [] of(IndexReader reader, Sort sort, int most) throws IOException {
        BestResults best = new BestResults(most, sort);
        for (LeafReaderContext leaf : reader.leaves()) {
            if (!collect(leaf, sort, most, best.in(leaf))) {
                return null;
            }
        }
        return best.first();
    }

    private static boolean collect(LeafReaderContext leaf, Sort sort, int most, LeafCollector collecting)
            throws IOException {
        collecting.setScorer(NOTHING);
        Bits live = leaf.reader().getLiveDocs();
        int collected = 0;
        int[] kept = kept(leaf.reader(), sort);
        for (int document : kept) {
            if (live == null || live.get(document)) {
                collecting.collect(document);
                collected++;
            }
        }
        collecting.finish();
        return kept.length == leaf.reader().maxDoc() || collected >= most;
    }

    private static int[] kept(LeafReader segment, Sort sort) throws IOException {
        IndexReader.CacheHelper life = segment.getCoreCacheHelper();
        if (life == null) {
            return first(segment, sort);
        }
        Map<Sort, int[]> known = OF.get(life.getKey());
        if (known == null) {
            Map<Sort, int[]> made = new ConcurrentHashMap<>();
            known = OF.putIfAbsent(life.getKey(), made);
            if (known == null) {
                known = made;
                life.addClosedListener(OF::remove);
            }
        }
        int[] first = known.get(sort);
        if (first == null) {
            first = first(segment, sort);
            known.put(sort, first);
        }
        return first;
    }

    /// Ascending by number, as they are collected; removed ones included.
    private static int[] first(LeafReader segment, Sort sort) throws IOException {
        BestResults best = new BestResults(Math.clamp(segment.maxDoc(), 1, KEPT), sort);
        LeafCollector collecting = best.in(segment.getContext());
        collecting.setScorer(NOTHING);
        for (int document = 0; document < segment.maxDoc(); document++) {
            collecting.collect(document);
        }
        collecting.finish();
        return Arrays.stream(best.first()).mapToInt(one -> one.doc).sorted().toArray();
    }
}
