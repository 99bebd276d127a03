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

    /// Collects as many of the first results as the request needs; each is counted.
    static TopFieldCollectorManager collecting(IndexSnapshot snapshot, SearchRequest request) {
        long wanted = (long) request.offset() + request.limit();
        int most = (int)
                Math.clamp(wanted, 1, Math.max(1, snapshot.getIndexReader().maxDoc()));
        return new TopFieldCollectorManager(sort(request.sort()), most, null, Integer.MAX_VALUE);
    }

    /// The stretch asked for, of results from the first on.
    static List<ScoreDoc> stretch(ScoreDoc[] first, SearchRequest request) {
        return Arrays.asList(first).subList(Math.min(request.offset(), first.length), first.length);
    }

    private static Sort sort(sourcebook.search.Sort sort) {
        SortField byId = new SortField(IndexSchema.ID, SortField.Type.STRING);
        return switch (sort) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, byId);
            case NEWEST -> new Sort(byDay(true, Long.MIN_VALUE), byId);
            case OLDEST -> new Sort(byDay(false, Long.MAX_VALUE), byId);
        };
    }

    private static SortField byDay(boolean newestFirst, long undated) {
        return new SortField(IndexSchema.DAY, SortField.Type.LONG, newestFirst, undated);
    }
}
