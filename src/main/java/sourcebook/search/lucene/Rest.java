package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges the small segments that many commits have left, once nothing has been filled in for a while: a search looks
/// in each segment. In the background; filling goes on meanwhile, and closing the writer breaks it off.
/// Until it is committed nothing of it counts, so that a crash costs the work and nothing else.
///
/// Thread-safe.
final class Rest implements AutoCloseable {
    /// Longer than between two commits of one run, so that nothing is merged that is merged again at once.
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

    private final Path folder;
    private final IndexWriter writer;
    private final Commit commit;
    private final Trust trust;
    private final long quietNanos;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long filled = System.nanoTime();
    private volatile boolean open;
    private volatile boolean closed;
    private boolean saidRoomIsShort; // guarded by this

    /// Makes durable and found what was merged.
    @FunctionalInterface
    interface Commit {
        void run() throws IOException;
    }

    /// @param trust lost when merging fails, as when filling does
    /// @param quiet how long nothing must have been filled in
    Rest(Path folder, IndexWriter writer, Commit commit, Trust trust, Duration quiet) {
        this.folder = folder;
        this.writer = writer;
        this.commit = commit;
        this.trust = trust;
        quietNanos = quiet.toNanos();
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("index at rest").daemon().factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        await(quietNanos);
    }

    /// Something was filled in: rest begins anew.
    void filled() {
        open = true;
        filled = System.nanoTime();
    }

    /// All of it was committed.
    void committed() {
        filled = System.nanoTime();
        open = false;
        await(quietNanos);
    }

    private void await(long nanos) {
        if (!closed && waiting.compareAndSet(false, true)) {
            try {
                ScheduledFuture<?> _ = thread.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException _) {
                LOG.debug("The index in {} was closed before it came to rest.", folder);
            }
        }
    }

    private void look() {
        waiting.set(false);
        long left = quietNanos - (System.nanoTime() - filled);
        if (left > 0) {
            await(left);
        } else {
            settle();
        }
    }

    /// Merges now; returns when it is done, at once if there is nothing to do, something is filled in that is not
    /// committed, the disk has no room, or the index was closed. What goes wrong leaves the index as it was.
    void settle() {
        try {
            merge();
        } catch (AlreadyClosedException _) {
            LOG.debug("The index in {} was closed while it was merged.", folder);
        } catch (IOException | RuntimeException failed) {
            if (!closed) { // what is filled in next fails, too, if it must; a search reads what there was before
                LOG.warn(
                        "{}",
                        trust.lose("merged", failed, writer.getDirectory()).getMessage());
            }
        }
    }

    private synchronized void merge() throws IOException {
        if (closed || open || !hasRoom()) {
            return;
        }
        long before = filled;
        writer.forceMerge(1, true);
        if (!closed && !open && before == filled) { // otherwise the next commit makes it durable
            commit.run();
        }
    }

    private boolean hasRoom() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long needed = 2 * size();
        if (free < needed && !saidRoomIsShort) {
            saidRoomIsShort = true;
            LOG.warn(
                    "The index in {} stays in many pieces, which makes searches slower: to merge them it needs {} MB free, and {} MB are.",
                    folder,
                    needed >> 20,
                    free >> 20);
        }
        return free >= needed;
    }

    /// What a merge of all would take on the disk, besides what is there.
    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// To be followed by closing the writer, which ends a merge that is under way.
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
