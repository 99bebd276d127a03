package sourcebook.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A few worker processes that are asked one thing at a time: started when first needed, kept warm, and
/// replaced when they have ended or answered often enough. Further callers wait, the first first.
/// Thread-safe.
///
/// A worker begins as one for a few documents, which is ready soon and compiles quickly; once it has worked as long as
/// thorough compiling would cost, one that lasts takes its place. So little work never pays for what only much work
/// brings in again, and much work pays for it twice at most.
final class WorkerPool implements AutoCloseable {
    /// Processor time that a worker has before one that lasts takes its place: about what that one spends on compiling.
    private static final Duration TRIAL = Duration.ofSeconds(10);

    /// A worker's processor time is looked at after so many answers: the look takes a tenth of a millisecond.
    static final int LOOK = 16;

    private final int workers;
    private final int asksPerWorker;
    private final Duration trial;
    private final List<String> moreFlags;
    private final int heapMegabytes;
    private @Nullable List<String> command; // guarded by this; made when the first worker is started
    private final Set<WorkerProcess> onTrial = new HashSet<>(); // guarded by this
    private boolean muchToDo; // guarded by this
    private final String main;
    private final Path folder;
    private final Semaphore seats;
    private final Deque<Idle> idle = new ArrayDeque<>(); // guarded by this; the one used last comes first
    private final Set<WorkerProcess> all = new HashSet<>(); // guarded by this
    private boolean closed; // guarded by this

    /// @param workers processes at a time
    /// @param heapMegabytes `-Xmx` of one
    /// @param asksPerWorker a worker is replaced after so many, against slow leaks
    record Size(int workers, int heapMegabytes, int asksPerWorker) {}

    private record Idle(WorkerProcess worker, String key, long since) {}

    /// What a worker is hired for.
    interface Task<T> {
        T ask(WorkerProcess worker) throws InterruptedException;
    }

    /// @param name of the temporary folder
    /// @param moreFlags further JVM flags for the workers
    /// @param main the class that they run
    WorkerPool(String name, Size size, List<String> moreFlags, String main) {
        this(name, size, moreFlags, main, TRIAL);
    }

    /// @param trial processor time of a worker before one that lasts takes its place
    WorkerPool(String name, Size size, List<String> moreFlags, String main, Duration trial) {
        this.trial = trial;
        this.workers = size.workers();
        this.asksPerWorker = size.asksPerWorker();
        this.main = main;
        this.seats = new Semaphore(size.workers(), true);
        SpoolFolder.sweep();
        try {
            this.folder = SpoolFolder.create(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
        this.heapMegabytes = size.heapMegabytes();
        this.moreFlags = List.copyOf(moreFlags);
    }

    int workers() {
        return workers;
    }

    /// Hires a worker for a task; waits until there is one.
    ///
    /// @param key of what the worker will have at hand afterwards; who asks with it again gets the same,
    ///     if idle
    /// @return empty when the pool is closed
    /// @throws InterruptedException when the caller is cancelled
    <T> Optional<T> ask(String key, Task<T> task) throws InterruptedException {
        seats.acquire();
        try {
            WorkerProcess worker = hire(key);
            if (worker == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(task.ask(worker));
            } finally {
                dismiss(worker, key);
            }
        } finally {
            seats.release();
        }
    }

    /// One that has the key, else a new one while there is room for it, else the one that rested longest.
    private synchronized @Nullable WorkerProcess hire(String key) {
        if (closed) {
            return null;
        }
        endUnusable();
        Idle chosen = idle.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(all.size() < workers ? null : idle.peekLast());
        if (chosen != null) {
            idle.remove(chosen);
            return chosen.worker();
        }
        var fresh = WorkerProcess.start(muchToDo ? WorkerCommand.lasting(command()) : command(), main);
        all.add(fresh);
        if (!muchToDo) {
            onTrial.add(fresh);
        }
        return fresh;
    }

    /// Copies classes, for which a server that is coming up should not wait. Called with the lock held.
    private List<String> command() {
        if (command == null) {
            command = WorkerCommand.of(heapMegabytes, folder, moreFlags);
        }
        return command;
    }

    private synchronized void dismiss(WorkerProcess worker, String key) {
        boolean tried = onTrial.contains(worker)
                && worker.documents() % LOOK == 0
                && worker.processorTime().compareTo(trial) >= 0;
        muchToDo |= tried;
        if (!closed && !tried && worker.usable() && worker.documents() < asksPerWorker) {
            idle.push(new Idle(worker, key, System.nanoTime()));
        } else {
            forget(worker);
            worker.end();
        }
    }

    /// Called with the lock held.
    private void forget(WorkerProcess worker) {
        all.remove(worker);
        onTrial.remove(worker);
    }

    private void endUnusable() {
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            WorkerProcess worker = each.next().worker();
            if (!worker.usable()) {
                each.remove();
                forget(worker);
                worker.end();
            }
        }
    }

    /// Ends the workers that were not asked for so long.
    synchronized void endRested(Duration rest) {
        long now = System.nanoTime();
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            Idle one = each.next();
            if (now - one.since() >= rest.toNanos()) {
                each.remove();
                forget(one.worker());
                one.worker().end();
            }
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// Process ids of the workers alive.
    synchronized List<Long> processes() {
        return all.stream().map(WorkerProcess::pid).toList();
    }

    /// Ends all workers; what is under way fails.
    @Override
    public void close() {
        List<WorkerProcess> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(all);
            all.clear();
            onTrial.clear();
            idle.clear();
        }
        ending.forEach(WorkerProcess::end);
        try {
            for (var worker : ending) {
                worker.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SpoolFolder.delete(folder);
    }
}
