package sourcebook.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.Request;
import sourcebook.extraction.worker.Tesseract;
import sourcebook.extraction.worker.WorkerMain;

/// Extracts in worker processes, so that a document that hangs, exhausts the memory or brings down its process costs
/// itself and no other.
///
/// Workers are started when first needed, at most [ExtractionSettings#workers] at a time, kept warm between documents
/// and replaced after [ExtractionSettings#documentsPerWorker] documents. A worker also ends by itself as soon as its
/// parent is gone, however that went. A document is tried a second time only when its worker crashed, since memory and
/// time would run out again. Thread-safe.
public final class WorkerExtractor implements Extractor {
    private final ExtractionSettings settings;
    private final List<String> command;
    private final String main;
    private final Path folder;
    private final Semaphore seats;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>(); // guarded by this
    private final Set<WorkerProcess> all = new HashSet<>(); // guarded by this
    private boolean closed; // guarded by this

    public WorkerExtractor(ExtractionSettings settings) {
        this(settings, List.of(), WorkerMain.class.getName());
    }

    /// @param moreFlags further JVM flags for the workers
    /// @param main the class that they run
    WorkerExtractor(ExtractionSettings settings, List<String> moreFlags, String main) {
        this.settings = settings;
        this.main = main;
        SpoolFolder.sweep();
        this.seats = new Semaphore(settings.workers(), true);
        try {
            this.folder = SpoolFolder.create("sourcebook-extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
        this.command = WorkerCommand.of(settings.workerHeapMegabytes(), folder, moreFlags);
    }

    /// The installed OCR engine, `tesseract 5.3.0 (eng)`, or empty when there is none. Looked up once.
    public static Optional<String> ocrEngine() {
        return Tesseract.installed().map(Tesseract::description);
    }

    @Override
    public Extraction extract(Path original, String name, Path spool, boolean recognise) throws InterruptedException {
        seats.acquire();
        try {
            Extraction first = once(original, name, spool, recognise);
            return first instanceof Failed(var kind, var _) && kind == Kind.CRASHED && !isClosed()
                    ? once(original, name, spool, recognise)
                    : first;
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

    private Extraction once(Path original, String name, Path spool, boolean recognise) throws InterruptedException {
        WorkerProcess worker = hire();
        if (worker == null) {
            return new Failed(Kind.CRASHED, "Extraction was stopped.");
        }
        long ocrMillis = settings.ocr() && recognise ? settings.ocrWallClock().toMillis() : 0;
        var request = new Request(
                original.toAbsolutePath(),
                name,
                spool.toAbsolutePath(),
                settings.maxParts(),
                settings.maxPartBytes(),
                settings.maxContainerBytes(),
                settings.maxTextCharacters(),
                ocrMillis,
                2 * settings.silence().toMillis());
        try {
            Extraction extraction = worker.ask(request, settings);
            if (extraction instanceof Failed) {
                SpoolFolder.empty(spool);
                if (isClosed()) {
                    return new Failed(Kind.CRASHED, "Extraction was stopped.");
                }
            }
            return extraction;
        } finally {
            dismiss(worker);
        }
    }

    private synchronized @org.jspecify.annotations.Nullable WorkerProcess hire() {
        if (closed) {
            return null;
        }
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.usable()) {
                return worker;
            }
            all.remove(worker);
            worker.end();
        }
        var fresh = WorkerProcess.start(command, main);
        all.add(fresh);
        return fresh;
    }

    private synchronized void dismiss(WorkerProcess worker) {
        if (!closed && worker.usable() && worker.documents() < settings.documentsPerWorker()) {
            idle.push(worker);
        } else {
            all.remove(worker);
            worker.end();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Process ids of the workers alive, for tests.
    synchronized List<Long> workers() {
        return all.stream().map(WorkerProcess::pid).toList();
    }
}
