package sourcebook.ingest;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what can wait, step by step on a thread of its own, while no run is under way. What is left to do
/// stands in the catalogue alone, so that a crash between two steps loses nothing. Thread-safe.
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /// Work of one kind. Only called by the thread of the background, `interrupt` aside.
    interface Task {
        /// Does the next small piece.
        ///
        /// @return whether there was one
        boolean step() throws InterruptedException;

        /// A step may follow. Never called between [#interrupt] and the next time that work may go on, so that
        /// one interruption is enough however short before a step it comes.
        default void begin() {}

        /// Ends a step under way early; what it had not finished is done again later.
        void interrupt();

        /// Lets go of what it holds, once no step is under way.
        void close();
    }

    private final List<Task> tasks;
    private final BooleanSupplier busy;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread;
    private long asked; // guarded by lock, as all below
    private long answered;
    private boolean held;
    private boolean closed;

    /// @param tasks the most urgent first
    /// @param busy whether a run is under way, which goes before
    /// @param changed called after each step
    Background(List<Task> tasks, BooleanSupplier busy, Runnable changed) {
        this.tasks = tasks;
        this.busy = busy;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("background").daemon().start(this::run);
    }

    /// There may be work.
    void poke() {
        lock.lock();
        try {
            asked++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Stops work until [#resume] or the next start.
    void hold() {
        lock.lock();
        try {
            held = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        tasks.forEach(Task::interrupt);
    }

    void resume() {
        lock.lock();
        try {
            held = false;
            asked++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until nothing is left to do, or somebody stops it.
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long wanted = ++asked;
            moved.signalAll();
            while (answered < wanted && !held && !closed) {
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            try {
                long asking = next();
                more = asking > 0;
                if (more) {
                    work();
                    answer(asking);
                }
            } catch (InterruptedException late) {
                LOG.debug("An interruption came after the step it was meant for.");
            }
        }
    }

    private void answer(long asking) {
        lock.lock();
        try {
            answered = asking;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next call to work; 0 at the end.
    private long next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (held || answered == asked)) {
                moved.await();
            }
            return closed ? 0 : asked;
        } finally {
            lock.unlock();
        }
    }

    private void work() throws InterruptedException {
        try {
            while (mayWork() && step()) {
                changed.run();
            }
        } catch (RuntimeException | Error broken) { // out of memory must not end the thread: others wait for it
            if (mayWork()) {
                LOG.error("Work behind the runs stopped; it goes on after the next run.", broken);
            }
        }
    }

    private boolean step() throws InterruptedException {
        for (Task task : tasks) {
            if (task.step()) {
                return true;
            }
        }
        return false;
    }

    private boolean mayWork() {
        lock.lock();
        try {
            boolean may = !held && !closed && !busy.getAsBoolean();
            if (may) {
                tasks.forEach(Task::begin);
            }
            return may;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the step under way and then the thread.
    @Override
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        tasks.forEach(Task::interrupt);
        thread.join();
        tasks.forEach(Task::close);
    }
}
