package sourcebook.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Settlement;

/// Writes settlements in groups, one durable transaction for all that wait, since a transaction costs a disk
/// synchronisation however small it is.
final class SettlementWriter implements AutoCloseable {
    /// Most in one transaction; bounds also what waits, and with it the memory of texts not yet written.
    private static final int GROUP = 64;

    private record Waiting(Settlement settlement, CompletableFuture<Void> written) {}

    private final Catalogue catalogue;
    private final Runnable written;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(GROUP);
    private final Thread thread;
    private volatile boolean closed;

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
        waiting.written().join();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>(GROUP);
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                settle(group);
            } catch (InterruptedException stop) {
                return;
            } finally {
                group.clear();
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
        written.run();
        group.forEach(waiting -> waiting.written().complete(null));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
