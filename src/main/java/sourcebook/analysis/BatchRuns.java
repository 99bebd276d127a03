package sourcebook.analysis;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.search.SearchRequest;

/// Lists of queries searched behind the page, one at a time. Each person has one: its rows are kept until the next
/// takes its place, or the program ends. Thread-safe.
public final class BatchRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRuns.class);

    /// Persons whose last table is kept; a table of 10,000 rows takes some megabytes.
    private static final int MOST_PERSONS = 16;

    private final BatchSearch search;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batch").daemon().factory());
    private final Map<String, BatchRun> byPerson = new LinkedHashMap<>(); // guarded by this, the oldest first

    public BatchRuns(BatchSearch search) {
        this.search = search;
    }

    /// Begins a run; the person's former one is cancelled and forgotten.
    public synchronized BatchRun start(String person, List<BatchQuery> queries, SearchRequest template) {
        BatchRun former = byPerson.remove(person);
        if (former != null) {
            former.cancel();
        }
        byte[] random = new byte[Long.BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        BatchRun run = new BatchRun(HexFormat.of().formatHex(random), queries, template);
        byPerson.put(person, run);
        forgetOldest();
        try {
            var _ = thread.submit(() -> work(run));
        } catch (RejectedExecutionException closing) {
            run.end(BatchRun.State.CANCELLED, "The program is ending.");
        }
        return run;
    }

    /// What still runs, or waits for its turn, is never forgotten.
    private void forgetOldest() {
        Iterator<BatchRun> oldest = byPerson.values().iterator();
        while (byPerson.size() > MOST_PERSONS && oldest.hasNext()) {
            if (oldest.next().state() != BatchRun.State.RUNNING) {
                oldest.remove();
            }
        }
    }

    private void work(BatchRun run) {
        try {
            search.run(run.queries(), run.request(), run::add, run.work());
            run.end(BatchRun.State.DONE, null);
        } catch (CancellationException wanted) {
            run.end(BatchRun.State.CANCELLED, null);
        } catch (RuntimeException | Error failure) { // a query of a thousand patterns may want too much memory
            LOG.warn("A list of queries ended early", failure);
            run.end(
                    BatchRun.State.FAILED,
                    "The list ended early, at query " + (run.rows() + 1) + ": " + failure.getMessage());
        }
    }

    /// The person's last run.
    public synchronized Optional<BatchRun> find(String person) {
        return Optional.ofNullable(byPerson.get(person));
    }

    /// Ends what is running and waits until the engine is no longer used.
    @Override
    public void close() {
        synchronized (this) {
            byPerson.values().forEach(BatchRun::cancel);
        }
        thread.close();
    }
}
