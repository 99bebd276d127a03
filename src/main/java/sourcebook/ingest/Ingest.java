package sourcebook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Settlement;
import sourcebook.description.Describer;
import sourcebook.extraction.Extractor;
import sourcebook.search.SearchEngine;

/// The pipeline of an archive that is open for writing: takes files, follows the folder, tells how far it is.
///
/// Thread-safe. One run at a time; others wait for it.
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final ArchiveFolder folder;
    private final Settings settings;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Sidecars sidecars;
    private final Indexer indexer;
    private final SettlementWriter writer;
    private final StoryKeeper storyKeeper;
    private final Pipeline pipeline;
    private final Extractor extractor;
    private final Pace pace = new Pace();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock oneRun = new ReentrantLock(true);
    private final Uploads uploads;
    private final AtomicBoolean uploadsWaiting = new AtomicBoolean();
    private volatile boolean closed;

    /// The caller keeps catalogue, ledger and engine, and closes the engine after this; the extractor is closed here.
    public Ingest(
            ArchiveFolder folder,
            Settings settings,
            Catalogue catalogue,
            Ledger ledger,
            SearchEngine engine,
            Extractor extractor,
            Describer describer)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.extractor = extractor;
        this.sidecars = new Sidecars(folder);
        this.uploads = new Uploads(folder, settings.maxUpload());
        FileSystemUtils.deleteRecursively(folder.spool());
        folder.create();
        this.indexer = new Indexer(catalogue, ledger, engine, this::tell);
        this.writer = new SettlementWriter(catalogue, () -> {
            indexer.poke();
            tell();
        });
        this.storyKeeper = new StoryKeeper(catalogue.stories(), indexer::poke);
        this.pipeline = new Pipeline(
                folder, catalogue, ledger, extractor, settings.extraction(), describer, sidecars, writer, pace);
    }

    /// The archive's own folder, where files may be dropped.
    public Path folder() {
        return folder.root();
    }

    /// Brings the ledger up to date with everything at or below `starts`: new and changed files are read, those that
    /// are gone are closed. Returns when all of it is durable and found, or was cancelled.
    ///
    /// @return the sums of the whole archive's ledger
    /// @throws IOException when a start does not exist
    public LedgerTotals ingest(List<Path> starts) throws IOException, InterruptedException {
        return run(starts, List.of());
    }

    /// The same for the archive's own folder.
    public LedgerTotals rescan() throws IOException, InterruptedException {
        return run(List.of(folder.root()), List.of());
    }

    /// Reads again what failed or was cancelled. Returns at once with the number of files; the work goes on behind.
    public int retryFailed() {
        List<String> paths = ledger.retryable();
        if (!paths.isEmpty()) {
            Thread.ofPlatform().name("retry").daemon().start(() -> {
                try {
                    run(List.of(), paths);
                } catch (IOException | InterruptedException stopped) {
                    LOG.warn("The retry stopped: {}", stopped.getMessage());
                }
            });
        }
        return paths.size();
    }

    private LedgerTotals run(List<Path> starts, List<String> again) throws IOException, InterruptedException {
        oneRun.lockInterruptibly();
        boolean complete = false;
        try {
            if (closed) {
                complete = true;
                return ledger.totals();
            }
            pipeline.reset();
            if (closed) {
                pipeline.cancel(); // closed between the two lines above
            }
            pace.start();
            Scan scan = new Scan(folder, ledger, catalogue, pipeline, writer, pace, () -> closed);
            scan.again(ledger.unfinishedOutside());
            scan.again(again);
            scan.walk(starts);
            pipeline.await();
            complete = true;
            if (closed) {
                return ledger.totals();
            }
            if (!pipeline.cancelled()) {
                scan.close();
            }
            redescribe(scan.changedSidecars());
            if (pipeline.cancelled()) {
                ledger.cancelUnderWay();
            }
            indexer.catchUp();
        } finally {
            if (!complete) { // an exception must not leave jobs behind for the next run to meet
                pipeline.cancel();
                pipeline.await();
            }
            pace.stop();
            oneRun.unlock();
            tell();
        }
        return ledger.totals();
    }

    /// Applies changed sidecars to the records of the files they stand above, and only then settles their rows: after a
    /// crash in between they are applied again.
    private void redescribe(Map<Path, OptionalLong> changedSidecars) throws InterruptedException {
        for (Map.Entry<Path, OptionalLong> changed : changedSidecars.entrySet()) {
            Path sidecar = changed.getKey();
            Settlement outcome;
            long row = changed.getValue().orElse(0);
            try {
                List<String> problems = sidecars.reread(sidecar);
                String path = folder.locate(sidecar).path();
                String below = path.substring(0, path.length() - Sidecars.NAME.length());
                catalogue.documentsBelow(below).forEach(id -> sidecars.apply(catalogue, id));
                outcome = new Settlement.Skipped(
                        row,
                        problems.isEmpty()
                                ? Sidecars.REASON
                                : Sidecars.REASON + ", but " + String.join("; ", problems));
            } catch (IOException unreadable) {
                outcome = new Settlement.Failed(
                        row, null, "the sidecar cannot be read: " + Pipeline.sentence(unreadable));
            }
            if (changed.getValue().isPresent()) {
                writer.write(outcome);
            }
        }
    }

    /// How far a running ingest is.
    public Progress progress() {
        return pace.progress();
    }

    /// Stops the run under way. What was read stays; the rest is listed as cancelled and taken up by a retry.
    public void cancel() {
        pipeline.cancel();
    }

    /// Waits until the index holds every change made so far: after an edit, before the list is asked again.
    public void catchUp() {
        indexer.catchUp();
    }

    /// Stores a file given through the browser in the archive's `uploads` folder; it is read as the folder is followed.
    ///
    /// @return where it lies, relative to the archive
    /// @throws IllegalArgumentException with a sentence when the name or the size cannot be taken
    public String upload(String fileName, InputStream bytes) throws IOException {
        Path stored = uploads.store(fileName, bytes);
        if (uploadsWaiting.compareAndSet(false, true)) { // one run takes all that arrived until it begins
            Thread.ofPlatform().name("uploads").daemon().start(() -> {
                oneRun.lock();
                try {
                    uploadsWaiting.set(false);
                    ingest(List.of(folder.root().resolve(stored.getParent())));
                } catch (IOException | InterruptedException stopped) {
                    LOG.warn("Uploads are stored and will be read later: {}", stopped.getMessage());
                } finally {
                    oneRun.unlock();
                }
            });
        }
        return folder.locate(stored).path();
    }

    /// Calls `listener` after any change of index or ledger, from any thread, until the result is closed.
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                LOG.warn("A listener failed", broken);
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    /// Stops for good, as before the end of the process. What was read stays; unlike after [#cancel] the rest is taken
    /// up by the next run of its own accord.
    public void stop() {
        closed = true;
        pipeline.cancel();
    }

    /// Stops a run under way and waits for it to end.
    @Override
    public void close() throws InterruptedException {
        stop();
        extractor.close();
        oneRun.lock(); // the run under way has ended
        oneRun.unlock();
        writer.close();
        storyKeeper.close();
        indexer.close();
    }
}
