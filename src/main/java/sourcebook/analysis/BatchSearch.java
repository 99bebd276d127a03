package sourcebook.analysis;

import java.util.List;
import java.util.function.Consumer;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Searches a list of queries, one after the other, with the same filters for all. Thread-safe.
public final class BatchSearch {
    private final SearchEngine engine;

    public BatchSearch(SearchEngine engine) {
        this.engine = engine;
    }

    /// @param template filters, years, and whether stories are counted; its query does not matter
    /// @param rows takes what each query found, in the order of the list
    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public void run(List<BatchQuery> queries, SearchRequest template, Consumer<BatchRow> rows, Work work) {
        SearchRequest counting =
                template.withPage(0, 0).withSnippets(0).withFacets(false).withCountHits(true);
        work.outOf(queries.size());
        work.reached(0);
        for (int i = 0; i < queries.size(); i++) {
            BatchQuery query = queries.get(i);
            SearchResult result = engine.search(counting.withQuery(query.query()), work);
            rows.accept(row(i + 1, query, result));
            work.reached(i + 1);
        }
    }

    private static BatchRow row(int number, BatchQuery query, SearchResult result) {
        Long hits = result.hitCount();
        return new BatchRow(
                number,
                query.id(),
                query.query(),
                result.total(),
                result.copies(),
                result.stories(),
                hits == null ? 0 : hits,
                result.understoodAs(),
                result.notes(),
                result.incomplete() != null);
    }
}
