package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// The places of a query in one field: the one list behind hits, their counts, and the marks in snippets and titles.
/// For one searcher and one thread.
final class HitFinder {
    private final IndexSearcher searcher;
    private final String field;
    private final @Nullable Weight weight;

    /// @param query null if there is nothing to be found
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query) throws IOException {
        this.searcher = searcher;
        this.field = field;
        weight = query == null ? null : searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /// Places in one document, ascending, not overlapping.
    List<Range> in(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return in(leaf, document - leaf.docBase);
    }

    /// How many places there are in all documents that match.
    long countIn(Query matching) throws IOException {
        return weight == null ? 0 : searcher.search(matching, new Counting());
    }

    private List<Range> in(LeafReaderContext leaf, int document) throws IOException {
        if (weight == null) {
            return List.of();
        }
        Matches matches = weight.matches(leaf, document);
        MatchesIterator places = matches == null ? null : matches.getMatches(field);
        if (places == null) {
            return List.of();
        }
        List<Range> ranges = new ArrayList<>();
        while (places.next()) {
            ranges.add(new Range(places.startOffset(), places.endOffset()));
        }
        return Range.apart(ranges);
    }

    private final class Counting implements CollectorManager<Count, Long> {
        @Override
        public Count newCollector() {
            return new Count();
        }

        @Override
        public Long reduce(Collection<Count> counts) {
            return counts.stream().mapToLong(count -> count.places).sum();
        }
    }

    private final class Count implements Collector {
        private long places;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) throws IOException {
                    places += in(leaf, document).size();
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
