package sourcebook.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Settlement;

/// Writes settlements in groups, one durable transaction for all that wait, since a transaction costs a disk
/// synchronisation however small it is.
final class SettlementWriter implements AutoCloseable {
    /// Most in one transaction; bounds also what waits, and with it the memory of texts not yet written.
    private static final int GROUP = 64;

    private sealed interface Entry {}

    private record Waiting(Settlement settlement, CompletableFuture<Void> written) implements Entry {}

    /// Wakes the thread, so that who closes need not wait for it to look.
    private enum End implements Entry {
        END
    }

    private final Catalogue catalogue;
    private final Runnable written;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(GROUP);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    /// @param written called after each transaction
    SettlementWriter(Catalogue catalogue, Runnable written) {
        this.catalogue = catalogue;
        this.written = written;
        this.thread = Thread.ofPlatform().name("settlements").daemon().start(this::run);
    }

    /// Writes one settlement and returns when it is durable.
    void write(Settlement settlement) throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("The archive was closed.");
        }
        Waiting waiting = new Waiting(settlement, new CompletableFuture<>());
        queue.put(waiting);
        if (ended) {
            refuse();
        }
        waiting.written().join();
    }

    /// What came too late must not wait for ever.
    private void refuse() {
        List<Entry> late = new ArrayList<>();
        queue.drainTo(late);
        for (Entry entry : late) {
            if (entry instanceof Waiting waiting) {
                waiting.written().completeExceptionally(new IllegalStateException("The archive was closed."));
            }
        }
    }

    private void run() {
        try {
            write();
        } finally {
            ended = true;
            refuse();
        }
    }

    private void write() {
        List<Entry> entries = new ArrayList<>(GROUP);
        while (!closed || !queue.isEmpty()) {
            try {
                entries.add(queue.take());
                queue.drainTo(entries, GROUP - 1);
                List<Waiting> group = new ArrayList<>(entries.size());
                for (Entry entry : entries) {
                    if (entry instanceof Waiting waiting) {
                        group.add(waiting);
                    }
                }
                if (!group.isEmpty()) {
                    settle(group);
                }
            } catch (InterruptedException stop) {
                return;
            } finally {
                entries.clear();
            }
        }
    }

    private void settle(List<Waiting> group) {
        try {
            catalogue.settle(group.stream().map(Waiting::settlement).toList());
        } catch (Throwable wholeGroup) { // whoever waits must hear of it, whatever it is
            if (group.size() == 1) {
                group.getFirst().written().completeExceptionally(wholeGroup);
                return;
            }
            group.forEach(waiting -> settle(List.of(waiting))); // one bad document costs one document
            return;
        }
        try {
            written.run();
        } finally {
            group.forEach(waiting -> waiting.written().complete(null));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        queue.offer(End.END); // a full queue has the thread awake
        thread.join();
    }
}
