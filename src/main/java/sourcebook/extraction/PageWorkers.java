package sourcebook.extraction;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.PageMain;

/// Draws pages in worker processes, so that a page that hangs, exhausts the memory or brings down its
/// process costs its image alone.
///
/// A worker keeps its last original open; whoever asks for another page of it gets that worker if it is
/// idle. Workers are started when first needed and end when nothing was asked of them for a while. Not
/// tried again after a crash: whoever looks at the page may ask again. Thread-safe.
public final class PageWorkers implements AutoCloseable {
    private final Settings settings;
    private final WorkerPool pool;
    private final ScheduledExecutorService clock;

    /// Limits of drawing.
    ///
    /// @param workers processes at a time
    /// @param heapMegabytes `-Xmx` of one
    /// @param limit for one question, opening its document included
    /// @param rest after which an idle worker ends
    /// @param pagesPerWorker a worker is replaced after so many, against slow leaks
    public record Settings(int workers, int heapMegabytes, Duration limit, Duration rest, int pagesPerWorker) {
        /// Two at most: a person looks at one page, and reading originals needs the other cores. A page
        /// of A4 at the largest width takes 33 MB, with its transparent layers and the pictures on it
        /// several times as much.
        public static Settings defaults() {
            return new Settings(
                    Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2),
                    768,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5),
                    2_000);
        }
    }

    public PageWorkers(Settings settings) {
        this(settings, PageMain.class.getName());
    }

    /// @param main the class that the workers run
    PageWorkers(Settings settings, String main) {
        this.settings = settings;
        this.pool = new WorkerPool(
                "sourcebook-pages",
                new WorkerPool.Size(settings.workers(), settings.heapMegabytes(), settings.pagesPerWorker()),
                List.of("-Dorg.apache.pdfbox.rendering.UsePureJavaCMYKConversion=true"),
                main);
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("page-workers").factory());
        long rest = settings.rest().toMillis();
        var _ = clock.scheduleWithFixedDelay(
                () -> pool.endRested(settings.rest()), rest, Math.max(1, rest / 2), TimeUnit.MILLISECONDS);
    }

    /// How many can be asked at a time; further callers wait.
    public int workers() {
        return pool.workers();
    }

    /// Asks a worker; blocks until it has answered or a limit is reached. Never throws for a bad document.
    ///
    /// @throws InterruptedException when the caller is cancelled; the worker is then ended
    public PageAnswer ask(PageRequest request) throws InterruptedException {
        return pool.<PageAnswer>ask(request.key(), worker -> worker.ask(request, settings.limit()))
                .orElseGet(() -> new PageAnswer.Failed(Kind.CRASHED, "Drawing pages was stopped."));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pool.close();
    }

    /// Process ids of the workers alive, for tests.
    List<Long> processes() {
        return pool.processes();
    }
}
