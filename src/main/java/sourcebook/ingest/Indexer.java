package sourcebook.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Ledger;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;

/// Lets the index follow the catalogue: one thread reads the changes in order of their sequence, puts them in with the
/// help of others, commits, and only then calls the documents indexed. Whatever happens in between, the next start
/// goes on after the last commit.
///
/// The changes read at once are of different documents, so that their order does not matter; those read next are begun
/// only when all of them are in.
final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /// Changes read at once.
    private static final int CHANGES = 128;

    /// Threads that put documents in, this one among them. More than four would wait for the one writer of the
    /// catalogue.
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /// Under a steady stream commits are this far apart, since each costs tens of milliseconds and leaves small
    /// pieces that must be merged; the first waits as long, unless somebody waits for it.
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    /// A commit that takes longer, as they do in a large archive, is followed by so many times its own time without
    /// one, but never by more than the longest pause.
    private static final int PAUSE_OF_COMMITS = 20;

    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(15).toNanos();

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final SearchEngine engine;
    private final Runnable changed;
    private final Semaphore poked = new Semaphore(0);
    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private final ExecutorService others;
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
        this.others = Executors.newFixedThreadPool(
                Math.max(1, THREADS - 1),
                Thread.ofPlatform().name("indexer-", 2).daemon().factory());
        ledger.acknowledge(applied);
        this.thread = Thread.ofPlatform().name("indexer").daemon().start(this::run);
        poke();
    }

    /// There may be changes.
    void poke() {
        poked.release();
    }

    /// Waits until the index holds everything that the catalogue has now, or is to go no further.
    void catchUp() {
        long wanted = catalogue.lastSequence();
        while (committed < wanted && !closed) {
            CompletableFuture<Void> done = waiting.computeIfAbsent(wanted, sequence -> new CompletableFuture<>());
            if (committed >= wanted || closed) {
                break;
            }
            poke();
            done.join();
        }
        ledger.acknowledge(committed);
    }

    private void run() {
        long nextCommit = System.nanoTime();
        while (!closed) {
            try {
                long patience = applied > committed ? nextCommit - System.nanoTime() : COMMIT_NANOS;
                poked.tryAcquire(Math.min(patience, COMMIT_NANOS), TimeUnit.NANOSECONDS);
                poked.drainPermits();
                if (engine.recover()) {
                    committed = engine.committedSequence();
                    applied = committed;
                }
                boolean more = true;
                while (more && !closed) {
                    boolean nothingNew = applied == committed;
                    more = apply();
                    if (nothingNew) { // what comes together is committed together
                        nextCommit = later(nextCommit, System.nanoTime() + COMMIT_NANOS);
                    }
                    boolean due = System.nanoTime() - nextCommit >= 0;
                    if (applied > committed && (due || (!more && isAwaited()))) {
                        long start = System.nanoTime();
                        commit();
                        nextCommit = System.nanoTime() + pauseAfter(System.nanoTime() - start);
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

    /// Whether somebody waits for what is in.
    private boolean isAwaited() {
        var first = waiting.firstEntry();
        return first != null && first.getKey() <= applied;
    }

    private static long later(long nanos, long others) {
        return nanos - others > 0 ? nanos : others;
    }

    private static long pauseAfter(long commitNanos) {
        return Math.clamp(PAUSE_OF_COMMITS * commitNanos, COMMIT_NANOS, LONGEST_PAUSE_NANOS);
    }

    /// Puts the next changes in.
    ///
    /// @return whether there may be more
    private boolean apply() {
        List<Change> changes = catalogue.changesAfter(applied, CHANGES);
        if (changes.isEmpty()) {
            return false;
        }
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> helping = new ArrayList<>();
        for (int i = 1; i < Math.min(THREADS, changes.size()); i++) {
            helping.add(CompletableFuture.runAsync(() -> apply(changes, next), others));
        }
        try {
            apply(changes, next);
        } finally { // no put of this turn may come after one of the next
            CompletableFuture.allOf(helping.toArray(CompletableFuture[]::new))
                    .exceptionally(broken -> null)
                    .join();
        }
        helping.forEach(CompletableFuture::join);
        applied = changes.getLast().sequence();
        return changes.size() == CHANGES;
    }

    private void apply(List<Change> changes, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < changes.size(); i = next.getAndIncrement()) {
            Change change = changes.get(i);
            CataloguedDocument document = change.document();
            if (document == null) {
                engine.remove(change.id());
            } else {
                put(document);
            }
        }
    }

    /// One document that cannot be indexed costs that document, not those after it. What concerns the index or the
    /// database as a whole (an I/O error, a closed writer) is not the document's fault and goes on up.
    private void put(CataloguedDocument document) {
        try {
            DocumentText text = catalogue.textToIndex(document.id()).orElse(DocumentText.NONE);
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

    /// Goes no further than the changes under way, and lets nobody wait for more: an index that is filled anew
    /// must not hold up the end of the process. The next start goes on from the last commit.
    void stop() {
        closed = true;
        poke();
        waiting.values().forEach(future -> future.complete(null));
        waiting.clear();
    }

    /// Ends the thread after the changes under way, and commits what was put in. The thread is never interrupted: it
    /// reads the index.
    @Override
    public void close() throws InterruptedException {
        stop();
        thread.join();
        others.shutdown();
        if (applied > committed) {
            commit();
        }
    }
}
