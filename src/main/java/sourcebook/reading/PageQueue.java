package sourcebook.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that several may wait for, done once, the newest first: who scrolls through a document wants the
/// page that is visible now. When too much waits, what has waited longest is dropped, and whoever still
/// waits for it is told so; what nobody waits for any more is dropped too. What is only asked for ahead
/// waits until nothing else does, and gives way to what is asked for ahead later. Thread-safe.
///
/// @param <V> what the work gives
final class PageQueue<V> implements AutoCloseable {
    /// As many as somebody may come to next.
    private static final int MOST_AHEAD = 2;

    private final int mostWaiting;
    private final Deque<Job> waiting = new ArrayDeque<>(); // guarded by this; the newest first
    private final Deque<Job> ahead = new ArrayDeque<>(); // guarded by this; the newest last
    private final Map<Object, Job> jobs = new HashMap<>(); // waiting or under way; guarded by this
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed; // guarded by this

    private final class Job {
        private final Object key;
        private final Supplier<V> work;
        private final CompletableFuture<Optional<V>> done = new CompletableFuture<>();
        private int waiters; // guarded by the queue

        Job(Object key, Supplier<V> work) {
            this.key = key;
            this.work = work;
        }
    }

    /// @param threads that do the work
    /// @param mostWaiting beside what is under way
    PageQueue(String name, int threads, int mostWaiting) {
        this.mostWaiting = mostWaiting;
        for (int i = 0; i < threads; i++) {
            this.threads.add(
                    Thread.ofPlatform().daemon().name(name + "-" + (i + 1)).start(this::work));
        }
    }

    /// Waits for the work under this key, which is begun unless it is already waited for.
    ///
    /// @return empty when it was dropped
    /// @throws InterruptedException when the caller gives up
    Optional<V> await(Object key, Supplier<V> work) throws InterruptedException {
        return await(key, work, false);
    }

    /// @param early whether nobody needs it yet
    Optional<V> await(Object key, Supplier<V> work, boolean early) throws InterruptedException {
        Job job;
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            Job known = jobs.get(key);
            job = known == null ? new Job(key, work) : known;
            jobs.put(key, job);
            job.waiters++;
            enqueue(job, known == null, early);
            notify();
        }
        try {
            return job.done.get();
        } catch (InterruptedException gone) {
            leave(job);
            throw gone;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void enqueue(Job job, boolean fresh, boolean early) {
        if (early) {
            if (fresh) {
                ahead.addLast(job);
            }
            if (ahead.size() > MOST_AHEAD) {
                drop(ahead.getFirst());
            }
        } else {
            boolean waits = ahead.remove(job) || waiting.remove(job); // what is under way is not begun again
            if (fresh || waits) {
                waiting.addFirst(job);
            }
            if (waiting.size() > mostWaiting) {
                drop(waiting.getLast());
            }
        }
    }

    private synchronized void leave(Job job) {
        if (--job.waiters == 0 && (waiting.contains(job) || ahead.contains(job))) {
            drop(job);
        }
    }

    private void drop(Job job) {
        waiting.remove(job);
        ahead.remove(job);
        jobs.remove(job.key);
        job.done.complete(Optional.empty());
    }

    private void work() {
        for (Job job = next(); job != null; job = next()) {
            try {
                V value = job.work.get();
                finish(job);
                job.done.complete(Optional.of(value));
            } catch (RuntimeException | Error failed) {
                finish(job);
                job.done.completeExceptionally(failed);
            }
        }
    }

    private synchronized void finish(Job job) {
        jobs.remove(job.key);
    }

    private synchronized @Nullable Job next() {
        while (waiting.isEmpty() && ahead.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException ended) {
                return null;
            }
        }
        if (closed) {
            return null;
        }
        return waiting.isEmpty() ? ahead.removeFirst() : waiting.removeFirst();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            List.copyOf(waiting).forEach(this::drop);
            List.copyOf(ahead).forEach(this::drop);
            notifyAll();
        }
        threads.forEach(Thread::interrupt);
    }
}
