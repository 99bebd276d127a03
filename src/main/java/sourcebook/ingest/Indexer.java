package sourcebook.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Ledger;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;

/// Lets the index follow the catalogue: one thread reads the changes in order of their sequence, puts them in, commits,
/// and only then calls the documents indexed. Whatever happens in between, the next start goes on after the last
/// commit.
final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /// Changes read at once; each brings its whole text.
    private static final int CHANGES = 64;

    /// Under a steady stream commits are this far apart, since each costs tens of milliseconds; the first is at once.
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final SearchEngine engine;
    private final Runnable changed;
    private final Semaphore poked = new Semaphore(0);
    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long committed;
    private long applied;

    /// @param changed called after each commit
    Indexer(Catalogue catalogue, Ledger ledger, SearchEngine engine, Runnable changed) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.engine = engine;
        this.changed = changed;
        this.applied = engine.committedSequence();
        if (applied > catalogue.lastSequence()) {
            LOG.info("The index is newer than the catalogue (restored from a back-up?); it is made again.");
            engine.clear();
            applied = 0;
        }
        this.committed = applied;
        ledger.acknowledge(applied);
        this.thread = Thread.ofPlatform().name("indexer").daemon().start(this::run);
        poke();
    }

    /// There may be changes.
    void poke() {
        poked.release();
    }

    /// Waits until the index holds everything that the catalogue has now.
    void catchUp() {
        long wanted = catalogue.lastSequence();
        while (committed < wanted && !closed) {
            CompletableFuture<Void> done = waiting.computeIfAbsent(wanted, sequence -> new CompletableFuture<>());
            if (committed >= wanted) {
                break;
            }
            poke();
            done.join();
        }
        ledger.acknowledge(committed);
    }

    private void run() {
        long lastCommit = System.nanoTime() - COMMIT_NANOS;
        while (!closed) {
            try {
                poked.tryAcquire(1, TimeUnit.SECONDS);
                poked.drainPermits();
                if (engine.recover()) {
                    committed = engine.committedSequence();
                    applied = committed;
                }
                boolean more = true;
                while (more && !closed) {
                    more = apply();
                    boolean due = System.nanoTime() - lastCommit >= COMMIT_NANOS;
                    if (applied > committed && (due || (!more && !waiting.isEmpty()))) {
                        commit();
                        lastCommit = System.nanoTime();
                    }
                }
            } catch (InterruptedException stop) {
                return;
            } catch (Throwable broken) { // even out of memory must not end the only thread that indexes
                LOG.error("The index could not follow the catalogue; it goes on from its last commit.", broken);
                failWaiting(broken);
                applied = committed;
                pause();
            }
        }
    }

    /// Puts the next changes in.
    ///
    /// @return whether there may be more
    private boolean apply() {
        List<Change> changes = catalogue.changesAfter(applied, CHANGES);
        for (Change change : changes) {
            CataloguedDocument document = change.document();
            if (document == null) {
                engine.remove(change.id());
            } else {
                put(document);
            }
            applied = change.sequence();
        }
        return changes.size() == CHANGES;
    }

    /// One document that cannot be indexed costs that document, not those after it. What concerns the index or the
    /// database as a whole (an I/O error, a closed writer) is not the document's fault and goes on up.
    private void put(CataloguedDocument document) {
        try {
            DocumentText text = catalogue.text(document.id()).orElse(DocumentText.NONE);
            String path = document.locations().isEmpty()
                    ? ""
                    : document.locations().getFirst().toString();
            engine.put(new IndexedDocument(
                    document.id(),
                    document.record(),
                    text,
                    path,
                    document.story(),
                    document.withoutText(),
                    document.textFromOcr()));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | ArithmeticException refused) {
            LOG.warn("{} could not be indexed", document.locations(), refused);
            engine.remove(document.id());
            ledger.refuse(document.id(), "it could not be indexed: " + refused.getMessage());
        }
    }

    private void commit() {
        engine.commit(applied);
        committed = applied;
        ledger.acknowledge(applied);
        var done = waiting.headMap(applied, true);
        done.values().forEach(future -> future.complete(null));
        done.clear();
        changed.run();
    }

    private void failWaiting(Throwable reason) {
        waiting.values().forEach(future -> future.completeExceptionally(reason));
        waiting.clear();
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stop) {
            closed = true;
        }
    }

    /// Ends the thread after the change under way, and commits what was put in. The thread is never interrupted: it
    /// reads the index.
    @Override
    public void close() throws InterruptedException {
        closed = true;
        poke();
        thread.join();
        failWaiting(new IllegalStateException("The archive was closed."));
        if (applied > committed) {
            commit();
        }
    }
}
