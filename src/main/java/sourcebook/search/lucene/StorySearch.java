package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.SearchRequest;

/// Answers a request that counts the copies of one story as one.
///
/// - A story matches if one of its copies does; a document that is in none is a story of its own.
/// - The earliest dated of its matching copies is shown for it (the undated last, equals by document id), and by that
///   copy it is sorted by date.
/// - By relevance it is ranked as the best of its matching copies.
/// - The number beside a facet value is that of stories with a matching copy that has it: what choosing it gives.
final class StorySearch {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final StoryIndex stories;

    StorySearch(IndexSnapshot snapshot, SearchRequest request, StoryIndex stories) {
        this.snapshot = snapshot;
        this.request = request;
        this.stories = stories;
    }

    /// @param ranked whether the scores of `match` are what results are ordered by
    Found find(Query match, boolean ranked) throws IOException {
        @Nullable Refinements chosen = request.facets() ? Refinements.of(snapshot, request) : null;
        Matched matched = snapshot.search(
                chosen == null ? FacetTable.refined(match, request) : match,
                Matched.collecting(snapshot, ranked, chosen == null ? null : chosen.all(), null));
        FixedBitSet shown = stories.shown(matched.documents());
        FacetTable.Counts counts = chosen == null ? _ -> List.of() : counts(chosen, matched);
        return new Found(
                matched.documents().cardinality(),
                shown.cardinality(),
                request.limit() == 0 ? List.of() : first(matched, shown, ranked),
                matched.documents(),
                shown,
                chosen == null
                        ? Map.of()
                        : FacetTable.table(FacetTable.counted(snapshot.columns(), request), counts, request),
                Months.table(request, counts));
    }

    /// A score that is set from outside.
    private static final class Score extends Scorable {
        private float score;

        @Override
        public float score() {
            return score;
        }
    }

    private List<ScoreDoc> first(Matched matched, FixedBitSet shown, boolean ranked) throws IOException {
        float[] best = ranked ? best(matched, stories) : new float[0];
        FirstResults order = ResultOrder.collecting(snapshot, request);
        SortedDocValues story = stories.stories();
        FixedBitSet documents = matched.documents();
        Score score = new Score();
        int number = 0;
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            LeafCollector collecting = order.in(leaf);
            collecting.setScorer(score);
            for (int document = documents.nextSetBit(leaf.docBase, end);
                    document < end;
                    document = document + 1 < end ? documents.nextSetBit(document + 1, end) : end) {
                if (shown.get(document)) {
                    if (ranked) {
                        score.score = story.advanceExact(document) ? best[story.ordValue()] : matched.score(number);
                    }
                    collecting.collect(document - leaf.docBase);
                }
                number++;
            }
            collecting.finish();
        }
        return ResultOrder.stretch(order.first(), request);
    }

    /// By story, the best score of its copies.
    static float[] best(Matched matched, StoryIndex stories) throws IOException {
        float[] best = new float[stories.size()];
        SortedDocValues story = stories.stories();
        int number = 0;
        for (int document = StoryIndex.first(matched.documents());
                StoryIndex.more(document);
                document = StoryIndex.next(matched.documents(), document)) {
            if (story.advanceExact(document)) {
                best[story.ordValue()] = Math.max(best[story.ordValue()], matched.score(number));
            }
            number++;
        }
        return best;
    }

    private FacetTable.Counts counts(Refinements chosen, Matched matched) throws IOException {
        @Nullable FacetNames names = snapshot.facetNames();
        if (names == null) {
            return _ -> List.of();
        }
        StoryFacets narrowed = new StoryFacets(stories, names, matched.documents());
        return facet -> FacetTable.chosenIn(facet, request)
                ? new StoryFacets(stories, names, chosen.without(facet, matched.unchosen())).of(facet)
                : narrowed.of(facet);
    }
}
