package sourcebook.search.lucene;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import sourcebook.search.SearchRequest;

/// In what order results come, and which stretch of them is asked for.
final class ResultOrder {
    private ResultOrder() {}

    /// Collects as many of the first results as the request needs; each is looked at.
    static FirstResults collecting(IndexSnapshot snapshot, SearchRequest request) {
        long wanted = (long) request.offset() + request.limit();
        int most = (int)
                Math.clamp(wanted, 1, Math.max(1, snapshot.getIndexReader().maxDoc()));
        return switch (request.sort()) {
            case RELEVANCE -> new BestResults(most);
            case NEWEST -> byDate(byDay(true, Long.MIN_VALUE), most);
            case OLDEST -> byDate(byDay(false, Long.MAX_VALUE), most);
        };
    }

    /// The stretch asked for, of results from the first on.
    static List<ScoreDoc> stretch(ScoreDoc[] first, SearchRequest request) {
        return Arrays.asList(first).subList(Math.min(request.offset(), first.length), first.length);
    }

    private static FirstResults byDate(SortField byDay, int most) {
        Sort sort = new Sort(byDay, new SortField(IndexSchema.ID, SortField.Type.STRING));
        return FirstResults.of(new TopFieldCollectorManager(sort, most, null, Integer.MAX_VALUE));
    }

    private static SortField byDay(boolean newestFirst, long undated) {
        return new SortField(IndexSchema.DAY, SortField.Type.LONG, newestFirst, undated);
    }
}
