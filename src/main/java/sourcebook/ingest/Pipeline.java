package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Settlement;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.extraction.Extractor;

/// The way of one received file: hash → extract → describe → settle, and the same for each part of a
/// container. Each job has a virtual thread; a semaphore bounds how many are read at a time. Thread-safe.
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /// Jobs that may wait for their turn before the finder is held back.
    private static final int BACKLOG = 1_000;

    /// Documents that are read and wait to be written together; a long one counts for several.
    private static final int UNWRITTEN = 128;

    /// UTF-16 units of text that count for one more document.
    private static final int LONG_TEXT = 50_000;

    private final ArchiveFolder folder;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Extractor extractor;
    private final ExtractionSettings limits;
    private final Cataloguing cataloguing;
    private final Rules rules;
    private final Sidecars sidecars;
    private final SettlementWriter writer;
    private final Pace pace;
    private final Parts containers;
    private final Semaphore reading;
    private final Semaphore unwritten = new Semaphore(UNWRITTEN, true); // in turn: else long texts starve
    private final Semaphore backlog = new Semaphore(BACKLOG);
    private final Phaser underWay = new Phaser(1);
    private final Claims claims = new Claims();
    private final Set<Thread> extracting = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    Pipeline(
            ArchiveFolder folder,
            Catalogue catalogue,
            Ledger ledger,
            Extractor extractor,
            ExtractionSettings limits,
            Cataloguing cataloguing,
            Rules rules,
            Sidecars sidecars,
            SettlementWriter writer,
            Pace pace) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.extractor = extractor;
        this.limits = limits;
        this.cataloguing = cataloguing;
        this.rules = rules;
        this.sidecars = sidecars;
        this.writer = writer;
        this.pace = pace;
        this.containers = new Parts(folder, ledger, limits);
        this.reading = new Semaphore(limits.workers() + 1); // one describes while the workers extract
    }

    /// Starts reading a received file; waits while too many are under way.
    void submit(long ledgerId, Ledger.Found found, Path file) throws InterruptedException {
        Job job = new Job(ledgerId, found, file, Set.of(), new Job.Budget(limits));
        backlog.acquire();
        underWay.register();
        Thread.ofVirtual().name("document-" + ledgerId).start(() -> {
            try {
                Set<Long> parts = ConcurrentHashMap.newKeySet();
                boolean read = process(job, parts);
                if (read && !cancelled) { // the parts of a container that could not be read this time stay
                    catalogue.remove(ledger.partsNotIn(found.location().path(), parts));
                }
            } catch (InterruptedException | RuntimeException stopped) {
                if (!cancelled) {
                    LOG.error("{} could not be settled", found.location(), stopped);
                }
            } finally {
                backlog.release();
                underWay.arriveAndDeregister();
            }
        });
    }

    /// Waits until everything submitted is settled.
    void await() {
        underWay.arriveAndAwaitAdvance();
    }

    boolean cancelled() {
        return cancelled;
    }

    /// Stops reading. Files whose reading had not ended keep their ledger rows under way.
    void cancel() {
        cancelled = true;
        extracting.forEach(Thread::interrupt);
    }

    /// Takes up work again after a cancel.
    void reset() {
        cancelled = false;
    }

    /// @return whether the file was read
    private boolean process(Job job, Set<Long> parts) throws InterruptedException {
        if (cancelled) {
            return false;
        }
        Path spool = folder.spool().resolve("job-" + job.ledgerId());
        try {
            Opened opened = read(job, spool, parts);
            if (opened != null) {
                processParts(job, opened, parts);
            }
            return opened != null;
        } finally {
            pace.finished();
            try {
                FileSystemUtils.deleteRecursively(spool);
            } catch (IOException left) {
                LOG.warn("Work space was left behind: {}", left.getMessage());
            }
        }
    }

    /// A file that was read, with the parts to go on with.
    private record Opened(DocumentId id, List<Parts.Received> parts) {}

    /// Reads and settles one file. Parts that are known and unchanged are added to `parts`.
    private @Nullable Opened read(Job job, Path spool, Set<Long> parts) throws InterruptedException {
        Turn turn = new Turn(reading);
        pace.reading(job.location().toString());
        DocumentId id = null;
        Claims.Claim claim = claims.none();
        try {
            if (cancelled) {
                return null;
            }
            id = Hash.of(job.file());
            if (job.around().contains(id)) {
                writer.write(new Settlement.Skipped(job.ledgerId(), "a container that holds itself; not opened again"));
                return null;
            }
            claim = claims.take(id);
            int number = rules.current().number();
            boolean had = catalogue.has(id);
            boolean known = had && !catalogue.mustBeRead(id, number);
            boolean unchanged = known && isUnchanged(job, id);
            if (unchanged || (known && !ledger.hasParts(id))) {
                if (unchanged) {
                    parts.addAll(ledger.partsOf(job.location()));
                }
                writer.write(new Settlement.Known(job.ledgerId(), id));
                sidecars.apply(catalogue, id);
                return new Opened(id, List.of());
            }
            Extraction extraction = extract(job, spool);
            if (cancelled) {
                return null;
            }
            if (changed(job)) {
                String reason = "the file changed while it was read; it is read again at the next look";
                writer.write(new Settlement.Failed(job.ledgerId(), null, reason));
                return null;
            }
            return switch (extraction) {
                case Extraction.Failed failed -> {
                    if (had) { // what an earlier version read of the same bytes is better than nothing
                        LOG.warn("{} stays as it was described: {}", job.location(), failed.reason());
                        catalogue.leaveAsDescribed(id, number);
                        writer.write(new Settlement.Known(job.ledgerId(), id));
                    } else {
                        writer.write(new Settlement.Failed(job.ledgerId(), id, failed.reason()));
                    }
                    yield null;
                }
                case Extraction.Read read -> {
                    List<Parts.Received> received = containers.receive(job, read.document());
                    Settlement settlement = cataloguing.settlement(job, id, known, read.document());
                    int weight = weight(settlement);
                    unwritten.acquire(weight);
                    try {
                        turn.end(); // the next is read while this one waits for a transaction with others
                        writer.write(settlement);
                    } finally {
                        unwritten.release(weight);
                    }
                    yield new Opened(id, received);
                }
            };
        } catch (IOException unreadable) {
            writer.write(new Settlement.Failed(job.ledgerId(), id, "it cannot be read: " + sentence(unreadable)));
            return null;
        } catch (CompletionException refused) {
            LOG.error("{} could not be saved", job.location(), refused.getCause());
            writer.write(new Settlement.Failed(job.ledgerId(), id, "it could not be saved: " + refused.getCause()));
            return null;
        } catch (RuntimeException broken) {
            if (cancelled) {
                return null;
            }
            LOG.error("{} could not be read", job.location(), broken);
            writer.write(new Settlement.Failed(job.ledgerId(), id, "it could not be read: " + broken.getMessage()));
            return null;
        } finally {
            claim.close();
            pace.read(job.location().toString());
            turn.end();
        }
    }

    /// One of the documents read at a time. For one thread.
    private static final class Turn {
        private final Semaphore turns;
        private boolean ended;

        Turn(Semaphore turns) throws InterruptedException {
            this.turns = turns;
            turns.acquire();
        }

        void end() {
            if (!ended) {
                ended = true;
                turns.release();
            }
        }
    }

    private static int weight(Settlement settlement) {
        return settlement instanceof Settlement.Saved saved
                ? Math.min(UNWRITTEN, 1 + saved.document().text().text().length() / LONG_TEXT)
                : 1;
    }

    /// Whether a file (not a part) is no longer the one that was received: its text may not be that of
    /// its hash.
    private static boolean changed(Job job) throws IOException {
        if (job.location().insideContainer()) {
            return false;
        }
        return Files.size(job.file()) != job.found().size()
                || Files.getLastModifiedTime(job.file()).toInstant().toEpochMilli()
                        != job.found().modified().toEpochMilli();
    }

    /// Whether a file and all its parts are as they were, and none of them must be read again.
    private boolean isUnchanged(Job job, DocumentId id) {
        int number = rules.current().number();
        return ledger.find(job.ledgerId())
                .map(entry -> ledger.isUnchanged(entry, id)
                        && ledger.partDocuments(entry.location()).stream()
                                .allMatch(part -> containers.isKept(part) && !catalogue.mustBeRead(part, number)))
                .orElse(false);
    }

    private Extraction extract(Job job, Path spool) throws InterruptedException {
        Optional<Extraction.Read> text =
                extractor.readAtOnce(job.file(), job.location().name());
        if (text.isPresent()) {
            return text.get();
        }
        extracting.add(Thread.currentThread());
        try {
            return cancelled
                    ? new Extraction.Failed(Extraction.Kind.UNREADABLE, Ledger.CANCELLED)
                    : extractor.extractApart(job.file(), job.location().name(), spool, false);
        } finally {
            extracting.remove(Thread.currentThread());
        }
    }

    /// Settles or reads the parts of a container, each in a thread of its own.
    private void processParts(Job container, Opened opened, Set<Long> parts) throws InterruptedException {
        Set<DocumentId> around = new HashSet<>(container.around());
        around.add(opened.id());
        pace.received(opened.parts().size());
        opened.parts().forEach(received -> parts.add(received.row()));
        List<Thread> threads = new ArrayList<>();
        for (Parts.Received received : opened.parts()) {
            Settlement refusal = containers.refusal(container, received);
            Path kept = refusal == null ? containers.keep(received.part()) : null;
            if (kept == null) {
                writer.write(
                        refusal == null
                                ? new Settlement.Failed(received.row(), null, "its unpacked bytes could not be kept")
                                : refusal);
                pace.finished();
                continue;
            }
            Job job = new Job(received.row(), received.found(), kept, Set.copyOf(around), container.budget());
            threads.add(Thread.ofVirtual().name("document-" + received.row()).start(() -> {
                try {
                    process(job, parts);
                } catch (InterruptedException | RuntimeException stopped) {
                    if (!cancelled) {
                        LOG.error("{} could not be settled", job.location(), stopped);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    static String sentence(IOException reason) {
        return switch (reason) {
            case NoSuchFileException gone -> "the file went away while it was read";
            case AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(reason.getMessage());
        };
    }
}
