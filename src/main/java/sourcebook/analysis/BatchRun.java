package sourcebook.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.search.SearchRequest;

/// A list of queries that is searched in the background, with the rows found so far. Thread-safe.
public final class BatchRun {
    /// How it stands.
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String id;
    private final List<BatchQuery> queries;
    private final SearchRequest request;
    private final Work work = new Work();
    private final List<BatchRow> rows = new ArrayList<>(); // guarded by this
    private State state = State.RUNNING; // guarded by this
    private @Nullable String problem; // guarded by this

    BatchRun(String id, List<BatchQuery> queries, SearchRequest request) {
        this.id = id;
        this.queries = List.copyOf(queries);
        this.request = request;
    }

    public String id() {
        return id;
    }

    /// The filters of all queries.
    public SearchRequest request() {
        return request;
    }

    public Work work() {
        return work;
    }

    public synchronized State state() {
        return state;
    }

    /// Why it failed, as a sentence; null if it did not.
    public synchronized @Nullable String problem() {
        return problem;
    }

    /// Number of queries in the list.
    public int size() {
        return queries.size();
    }

    /// Number of rows found so far.
    public synchronized int rows() {
        return rows.size();
    }

    /// A stretch of the rows found so far.
    public synchronized List<BatchRow> rows(int offset, int limit) {
        int from = Math.min(offset, rows.size());
        return List.copyOf(rows.subList(from, (int) Math.min(rows.size(), (long) from + limit)));
    }

    public void cancel() {
        work.cancel();
    }

    List<BatchQuery> queries() {
        return queries;
    }

    synchronized void add(BatchRow row) {
        rows.add(row);
    }

    synchronized void end(State as, @Nullable String why) {
        state = as;
        problem = why;
    }
}
