package sourcebook.search.lucene;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import sourcebook.search.SearchRequest;

/// In what order results come, and which stretch of them is asked for.
final class ResultOrder {
    private ResultOrder() {}

    /// Collects as many of the first results as the request needs; each is looked at.
    static FirstResults collecting(IndexSnapshot snapshot, SearchRequest request) {
        return new BestResults(wanted(snapshot, request), request.sort());
    }

    /// How many of the first results the request needs.
    static int wanted(IndexSnapshot snapshot, SearchRequest request) {
        long wanted = (long) request.offset() + request.limit();
        return (int) Math.clamp(wanted, 1, Math.max(1, snapshot.getIndexReader().maxDoc()));
    }

    /// The stretch asked for, of results from the first on.
    static List<ScoreDoc> stretch(ScoreDoc[] first, SearchRequest request) {
        return Arrays.asList(first).subList(Math.min(request.offset(), first.length), first.length);
    }
}
