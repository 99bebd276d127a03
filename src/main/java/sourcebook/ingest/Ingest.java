package sourcebook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Location;
import sourcebook.extraction.Extractor;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.search.SearchEngine;

/// The pipeline of an archive that is open for writing: takes files, follows the folder, tells how far it
/// is.
///
/// Thread-safe. One run at a time; others wait for it.
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final ArchiveFolder folder;
    private final Settings settings;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Rules rules;
    private final ChangedTables tables;
    private final BehindRuns behind;
    private final EarlierReadings earlier;
    private final Indexer indexer;
    private final SettlementWriter writer;
    private final StoryKeeper storyKeeper;
    private final Pipeline pipeline;
    private final Extractor extractor;
    private final Pace pace = new Pace();
    private final Listeners listeners = new Listeners();
    private final ReentrantLock oneRun = new ReentrantLock(true);
    private final Uploads uploads;
    private final AtomicBoolean uploadsWaiting = new AtomicBoolean();
    private volatile boolean closed;

    /// The caller keeps catalogue, ledger and engine, and closes the engine after this; the extractors
    /// are closed here.
    ///
    /// @param extractor reads what is found
    /// @param recogniser reads scans in the background
    public Ingest(
            ArchiveFolder folder,
            Settings settings,
            Catalogue catalogue,
            Ledger ledger,
            SearchEngine engine,
            Extractor extractor,
            Extractor recogniser)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.extractor = extractor;
        this.rules = new Rules(folder.root());
        Sidecars sidecars = new Sidecars(folder);
        Cataloguing cataloguing = new Cataloguing(catalogue, sidecars, rules);
        this.uploads = new Uploads(folder, settings.maxUpload());
        FileSystemUtils.deleteRecursively(folder.spool());
        folder.create();
        this.indexer = new Indexer(catalogue, ledger, engine, listeners::tell);
        this.writer = new SettlementWriter(catalogue, () -> {
            indexer.poke();
            listeners.tell();
        });
        this.storyKeeper = new StoryKeeper(catalogue.stories(), indexer::poke);
        this.pipeline = new Pipeline(
                folder,
                catalogue,
                ledger,
                extractor,
                settings.extraction(),
                cataloguing,
                rules,
                sidecars,
                writer,
                pace);
        this.tables = new ChangedTables(folder, catalogue, sidecars, rules, writer);
        this.earlier = new EarlierReadings(folder, catalogue, rules);
        this.behind = new BehindRuns(
                new Redescription(
                        catalogue,
                        cataloguing,
                        rules,
                        sidecars.applying(),
                        settings.extraction().workers()),
                new Recognition(
                        folder,
                        catalogue,
                        cataloguing,
                        recogniser,
                        () -> settings.extraction().ocr() ? WorkerExtractor.ocrEngine() : Optional.empty()),
                oneRun::isLocked,
                () -> {
                    indexer.poke();
                    listeners.tell();
                });
    }

    /// The archive's own folder, where files may be dropped.
    public Path folder() {
        return folder.root();
    }

    /// Brings the ledger up to date with everything at or below `starts`: new and changed files are read,
    /// those that are gone are closed. Returns when all of it is durable and found, or was cancelled.
    ///
    /// @return the sums of the whole archive's ledger
    /// @throws IOException when a start does not exist
    public LedgerTotals ingest(List<Path> starts) throws IOException, InterruptedException {
        run(starts, List.of(), List.of());
        return ledger.totals();
    }

    /// The same for the archive's own folder.
    public LedgerTotals rescan() throws IOException, InterruptedException {
        run(List.of(folder.root()), List.of(), List.of());
        return ledger.totals();
    }

    /// Brings the ledger up to date with these files of the archive's folder alone, however many others
    /// there are: they changed, came or went. Where that cannot be told of them without their folders (a
    /// folder went, a sidecar changed), with the whole folder. Returns when all of it is durable and found,
    /// or was cancelled.
    public void look(Collection<Path> changed) throws IOException, InterruptedException {
        if (changed.stream().allMatch(this::standsAlone)) {
            run(List.of(), List.of(), List.copyOf(changed));
        } else {
            run(List.of(folder.root()), List.of(), List.of());
        }
    }

    private boolean standsAlone(Path file) {
        String path = folder.locate(file).path();
        String name = file.getFileName().toString();
        return file.startsWith(folder.root())
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                && !Finder.hidden(folder.root().relativize(file.getParent()))
                && !name.equals(Sidecars.NAME)
                && !Rules.areNamesOf(Location.of(path))
                && !ledger.hasFilesBelow(path); // else a folder was here, though a file may be now
    }

    /// Reads again what failed or was cancelled, and takes up work behind the runs that was stopped.
    /// Returns at once with the number of files and of documents that wait for recognition; the work goes
    /// on behind.
    public int retryFailed() {
        List<String> paths = ledger.retryable();
        int waiting = Math.toIntExact(behind.again());
        if (!paths.isEmpty()) {
            Thread.ofPlatform().name("retry").daemon().start(() -> {
                try {
                    run(List.of(), paths, List.of());
                } catch (IOException | InterruptedException stopped) {
                    LOG.warn("The retry stopped: {}", stopped.getMessage());
                }
            });
        }
        return paths.size() + waiting;
    }

    /// Describes all documents again that other rules than the present ones described; those of which
    /// nothing was kept are read again first. Returns when that is done, or was cancelled.
    public LedgerTotals redescribe() throws IOException, InterruptedException {
        behind.resume();
        run(List.of(), List.of(), List.of());
        awaitUpkeep();
        return ledger.totals();
    }

    /// @param starts folders and files to look into
    /// @param again paths of files to read again
    /// @param changed files to look at alone
    private void run(List<Path> starts, List<String> again, List<Path> changed)
            throws IOException, InterruptedException {
        oneRun.lockInterruptibly();
        boolean complete = false;
        try {
            if (closed) {
                complete = true;
                return;
            }
            pipeline.reset();
            if (closed) {
                pipeline.cancel(); // closed between the two lines above
            }
            pace.start();
            Scan scan = new Scan(folder, ledger, catalogue, pipeline, writer, pace, () -> closed);
            rules.rereadIfPossible();
            scan.again(ledger.unfinishedOutside());
            scan.again(again);
            scan.again(earlier.files());
            scan.look(changed);
            scan.walk(starts);
            pipeline.await();
            complete = true;
            if (closed) {
                return;
            }
            if (!pipeline.cancelled()) {
                scan.close();
            }
            tables.apply(scan.changedSidecars());
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
            behind.poke();
            listeners.tell();
        }
    }

    /// How far a running ingest is.
    public Progress progress() {
        return pace.progress();
    }

    /// How far documents are described again by changed rules.
    public Upkeep redescription() {
        return behind.redescription();
    }

    /// How far scans are recognised.
    public Upkeep recognition() {
        return behind.recognition();
    }

    /// How many documents wait to be recognised and can be: none where no program is there for it.
    public long waitingForRecognition() {
        return behind.waitingForRecognition();
    }

    /// Sentences about what is wrong in the archive's own names of sources.
    public List<String> problemsOfNames() {
        return rules.current().problems();
    }

    /// How many documents other rules described than the present ones.
    public long describedByOtherRules() {
        int number = rules.current().number();
        return catalogue.countDescribedByOtherRules(number, true) + catalogue.countDescribedByOtherRules(number, false);
    }

    /// Waits until the work behind the runs is done and found, or was cancelled.
    public void awaitUpkeep() throws InterruptedException {
        behind.await();
        indexer.catchUp();
    }

    /// Stops the run under way, and the work behind the runs. What was read stays; the rest is listed as
    /// cancelled, or goes on waiting, and is taken up by a retry.
    public void cancel() {
        pipeline.cancel();
        behind.hold();
    }

    /// Whether the work behind the runs was stopped by [#cancel]: it waits for [#retryFailed] or the next start.
    public boolean held() {
        return behind.held();
    }

    /// Waits until the index holds every change made so far: after an edit, before the list is asked again.
    public void catchUp() {
        indexer.catchUp();
    }

    /// Stores a file given through the browser in the archive's `uploads` folder; it is read as the
    /// folder is followed.
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
        return listeners.add(listener);
    }

    public Settings settings() {
        return settings;
    }

    /// Stops for good, as before the end of the process. What was read stays; unlike after [#cancel] the
    /// rest is taken up by the next run of its own accord.
    public void stop() {
        closed = true;
        pipeline.cancel();
        behind.hold();
        indexer.stop();
    }

    /// Stops a run under way and waits for it to end.
    @Override
    public void close() throws InterruptedException {
        stop();
        extractor.close();
        behind.close();
        oneRun.lock(); // the run under way has ended
        oneRun.unlock();
        writer.close();
        storyKeeper.close();
        indexer.close();
    }
}
