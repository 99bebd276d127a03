package sourcebook.extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.Request;
import sourcebook.extraction.worker.Tesseract;
import sourcebook.extraction.worker.WorkerMain;

/// Extracts in worker processes, so that a document that hangs, exhausts the memory or brings down its
/// process costs itself and no other.
///
/// Workers are started when first needed, at most [ExtractionSettings#workers] at a time, kept warm
/// between documents and replaced after [ExtractionSettings#documentsPerWorker] documents. A worker also
/// ends by itself as soon as its parent is gone, however that went. A document is tried a second time
/// only when its worker crashed, since memory and time would run out again. Thread-safe.
public final class WorkerExtractor implements Extractor {
    /// All documents are alike to a worker.
    private static final String ANY = "";

    private final ExtractionSettings settings;
    private final WorkerPool pool;

    public WorkerExtractor(ExtractionSettings settings) {
        this(settings, List.of(), WorkerMain.class.getName());
    }

    /// @param moreFlags further JVM flags for the workers
    /// @param main the class that they run
    WorkerExtractor(ExtractionSettings settings, List<String> moreFlags, String main) {
        this.settings = settings;
        this.pool = new WorkerPool(
                "sourcebook-extraction",
                new WorkerPool.Size(settings.workers(), settings.workerHeapMegabytes(), settings.documentsPerWorker()),
                moreFlags,
                main);
    }

    /// The installed OCR engine, `tesseract 5.3.0 (eng)`, or empty when there is none. Looked up once.
    public static Optional<String> ocrEngine() {
        return Tesseract.installed().map(Tesseract::description);
    }

    @Override
    public Extraction extract(Path original, String name, Path spool, boolean recognise) throws InterruptedException {
        Extraction first = once(original, name, spool, recognise);
        return first instanceof Failed(var kind, var _) && kind == Kind.CRASHED && !pool.isClosed()
                ? once(original, name, spool, recognise)
                : first;
    }

    @Override
    public void close() {
        pool.close();
    }

    private Extraction once(Path original, String name, Path spool, boolean recognise) throws InterruptedException {
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
        Extraction extraction = pool.<Extraction>ask(ANY, worker -> worker.ask(request, settings))
                .orElseGet(WorkerExtractor::stopped);
        if (extraction instanceof Failed) {
            SpoolFolder.empty(spool);
            return pool.isClosed() ? stopped() : extraction;
        }
        return extraction;
    }

    private static Extraction stopped() {
        return new Failed(Kind.CRASHED, "Extraction was stopped.");
    }

    /// Process ids of the workers alive, for tests.
    List<Long> workers() {
        return pool.processes();
    }
}
