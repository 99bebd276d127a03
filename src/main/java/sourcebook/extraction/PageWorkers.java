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
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.PageMain;

/// Draws pages in worker processes, so that a page that hangs, exhausts the memory or brings down its process costs its
/// image alone.
///
/// A worker keeps its last original open; whoever asks for another page of it gets that worker if it is idle. Workers
/// are started when first needed and end when nothing was asked of them for a while. Not tried again after a crash:
/// whoever looks at the page may ask again. Thread-safe.
public final class PageWorkers implements AutoCloseable {
    private final Settings settings;
    private final List<String> command;
    private final String main;
    private final Path folder;
    private final Semaphore seats;
    private final Deque<Idle> idle = new ArrayDeque<>(); // guarded by this; the one used last comes first
    private final Set<WorkerProcess> all = new HashSet<>(); // guarded by this
    private final ScheduledExecutorService clock;
    private boolean closed; // guarded by this

    /// Limits of drawing.
    ///
    /// @param workers processes at a time
    /// @param heapMegabytes `-Xmx` of one
    /// @param limit for one question, opening its document included
    /// @param rest after which an idle worker ends
    /// @param pagesPerWorker a worker is replaced after so many, against slow leaks
    public record Settings(int workers, int heapMegabytes, Duration limit, Duration rest, int pagesPerWorker) {
        /// Two at most: a person looks at one page, and reading originals needs the other cores. A page of A4 at the
        /// largest width takes 33 MB, with its transparent layers and the pictures on it several times as much.
        public static Settings defaults() {
            return new Settings(
                    Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2),
                    768,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5),
                    2_000);
        }
    }

    private record Idle(WorkerProcess worker, String key, long since) {}

    public PageWorkers(Settings settings) {
        this(settings, PageMain.class.getName());
    }

    /// @param main the class that the workers run
    PageWorkers(Settings settings, String main) {
        this.settings = settings;
        this.main = main;
        this.seats = new Semaphore(settings.workers(), true);
        SpoolFolder.sweep();
        try {
            this.folder = SpoolFolder.create("sourcebook-pages");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
        this.command = WorkerCommand.of(
                settings.heapMegabytes(),
                folder,
                List.of("-Dorg.apache.pdfbox.rendering.UsePureJavaCMYKConversion=true"));
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("page-workers").factory());
        long rest = settings.rest().toMillis();
        var _ = clock.scheduleWithFixedDelay(this::endRested, rest, Math.max(1, rest / 2), TimeUnit.MILLISECONDS);
    }

    /// How many can be asked at a time; further callers wait.
    public int workers() {
        return settings.workers();
    }

    /// Asks a worker; blocks until it has answered or a limit is reached. Never throws for a bad document.
    ///
    /// @throws InterruptedException when the caller is cancelled; the worker is then ended
    public PageAnswer ask(PageRequest request) throws InterruptedException {
        seats.acquire();
        try {
            WorkerProcess worker = hire(request.key());
            if (worker == null) {
                return new PageAnswer.Failed(Kind.CRASHED, "Drawing pages was stopped.");
            }
            try {
                return worker.ask(request, settings.limit());
            } finally {
                dismiss(worker, request.key());
            }
        } finally {
            seats.release();
        }
    }

    @Override
    public void close() {
        List<WorkerProcess> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(all);
            all.clear();
            idle.clear();
        }
        clock.shutdownNow();
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

    /// One that has the document open, else a new one while there is room for it, else the one that rested longest.
    private synchronized @Nullable WorkerProcess hire(String key) {
        if (closed) {
            return null;
        }
        endUnusable();
        Idle chosen = idle.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(all.size() < settings.workers() ? null : idle.peekLast());
        if (chosen != null) {
            idle.remove(chosen);
            return chosen.worker();
        }
        var fresh = WorkerProcess.start(command, main);
        all.add(fresh);
        return fresh;
    }

    private synchronized void dismiss(WorkerProcess worker, String key) {
        if (!closed && worker.usable() && worker.documents() < settings.pagesPerWorker()) {
            idle.push(new Idle(worker, key, System.nanoTime()));
        } else {
            all.remove(worker);
            worker.end();
        }
    }

    private void endUnusable() {
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            WorkerProcess worker = each.next().worker();
            if (!worker.usable()) {
                each.remove();
                all.remove(worker);
                worker.end();
            }
        }
    }

    private synchronized void endRested() {
        long now = System.nanoTime();
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            Idle one = each.next();
            if (now - one.since() >= settings.rest().toNanos()) {
                each.remove();
                all.remove(one.worker());
                one.worker().end();
            }
        }
    }

    /// Process ids of the workers alive, for tests.
    synchronized List<Long> processes() {
        return all.stream().map(WorkerProcess::pid).toList();
    }
}
