package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.NewDocument;
import sourcebook.catalogue.Settlement;
import sourcebook.description.Describer;
import sourcebook.description.Description;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.extraction.Extractor;
import sourcebook.extraction.WorkerExtractor;

/// The way of one received file: hash → extract → describe → settle, and the same for each part of a container.
/// Each job has a virtual thread; a semaphore bounds how many are read at a time. Thread-safe.
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /// Jobs that may wait for their turn before the finder is held back.
    private static final int BACKLOG = 1_000;

    private final ArchiveFolder folder;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Extractor extractor;
    private final ExtractionSettings limits;
    private final Describer describer;
    private final Sidecars sidecars;
    private final SettlementWriter writer;
    private final Pace pace;
    private final Semaphore reading;
    private final Semaphore backlog = new Semaphore(BACKLOG);
    private final Phaser underWay = new Phaser(1);
    private final Map<DocumentId, CompletableFuture<Void>> beingRead = new ConcurrentHashMap<>();
    private final Set<Thread> extracting = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    Pipeline(
            ArchiveFolder folder,
            Catalogue catalogue,
            Ledger ledger,
            Extractor extractor,
            ExtractionSettings limits,
            Describer describer,
            Sidecars sidecars,
            SettlementWriter writer,
            Pace pace) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.extractor = extractor;
        this.limits = limits;
        this.describer = describer;
        this.sidecars = sidecars;
        this.writer = writer;
        this.pace = pace;
        this.reading = new Semaphore(limits.workers() + 1); // one describes while the workers extract
    }

    /// Starts reading a received file; waits while too many are under way.
    void submit(long ledgerId, Ledger.Found found) throws InterruptedException {
        backlog.acquire();
        underWay.register();
        Job job = new Job(ledgerId, found, folder.resolve(found.location()), Set.of(), new Job.Budget(limits));
        Thread.ofVirtual().name("document-" + ledgerId).start(() -> {
            try {
                Set<Long> parts = ConcurrentHashMap.newKeySet();
                process(job, parts);
                if (!cancelled) {
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

    private void process(Job job, Set<Long> parts) throws InterruptedException {
        if (cancelled) {
            return;
        }
        Path spool = folder.spool().resolve("job-" + job.ledgerId());
        try {
            Opened opened = read(job, spool, parts);
            if (opened != null) {
                processParts(job, opened, parts);
            }
        } finally {
            pace.finished();
            try {
                FileSystemUtils.deleteRecursively(spool);
            } catch (IOException left) {
                LOG.warn("Work space was left behind: {}", left.getMessage());
            }
        }
    }

    /// A container that was read, with parts to go on with.
    private record Opened(DocumentId id, ExtractedDocument document) {}

    /// Reads and settles one file. Parts that are known and unchanged are added to `parts`.
    private @Nullable Opened read(Job job, Path spool, Set<Long> parts) throws InterruptedException {
        reading.acquire();
        pace.reading(job.location().toString());
        DocumentId id = null;
        CompletableFuture<Void> claim = new CompletableFuture<>();
        try {
            if (cancelled) {
                return null;
            }
            id = Hash.of(job.file());
            if (job.around().contains(id)) {
                writer.write(new Settlement.Skipped(job.ledgerId(), "a container that holds itself; not opened again"));
                return null;
            }
            claim(id, claim);
            boolean known = catalogue.has(id) && !(catalogue.waitsForOcr(id) && canRecognise());
            boolean unchanged = known && ledger.isUnchanged(job.ledgerId(), id);
            if (unchanged || (known && !ledger.hasParts(id))) {
                if (unchanged) {
                    parts.addAll(ledger.partsOf(job.location()));
                }
                writer.write(new Settlement.Known(job.ledgerId(), id));
                sidecars.apply(catalogue, id);
                return null;
            }
            Extraction extraction = extract(job, spool);
            if (cancelled) {
                return null;
            }
            return switch (extraction) {
                case Extraction.Failed failed -> {
                    writer.write(new Settlement.Failed(job.ledgerId(), id, failed.reason()));
                    yield null;
                }
                case Extraction.Read read -> {
                    writer.write(settlement(job, id, known, read.document()));
                    yield read.document().parts().isEmpty() ? null : new Opened(id, read.document());
                }
            };
        } catch (IOException unreadable) {
            writer.write(new Settlement.Failed(job.ledgerId(), id, "it cannot be read: " + sentence(unreadable)));
            return null;
        } catch (CompletionException refused) {
            LOG.error("{} could not be saved", job.location(), refused.getCause());
            writer.write(new Settlement.Failed(job.ledgerId(), id, "it could not be saved: " + refused.getCause()));
            return null;
        } finally {
            if (id != null) {
                beingRead.remove(id, claim);
            }
            claim.complete(null);
            pace.read(job.location().toString());
            reading.release();
        }
    }

    /// Looked up only for documents that wait for it: asking costs a process.
    private boolean canRecognise() {
        return limits.ocr() && WorkerExtractor.ocrEngine().isPresent();
    }

    private Extraction extract(Job job, Path spool) throws IOException, InterruptedException {
        Files.createDirectories(spool);
        extracting.add(Thread.currentThread());
        try {
            return cancelled
                    ? new Extraction.Failed(Extraction.Kind.UNREADABLE, Ledger.CANCELLED)
                    : extractor.extract(job.file(), job.location().name(), spool);
        } finally {
            extracting.remove(Thread.currentThread());
        }
    }

    private Settlement settlement(Job job, DocumentId id, boolean known, ExtractedDocument document) {
        if (known) {
            return new Settlement.Known(job.ledgerId(), id);
        }
        if (Reading.isBox(document)) {
            String reason = "a container; its " + document.parts().size()
                    + (document.parts().size() == 1 ? " part is" : " parts are") + " listed by themselves";
            String warnings = String.join("; ", document.warnings());
            return new Settlement.Skipped(job.ledgerId(), warnings.isEmpty() ? reason : reason + "; " + warnings);
        }
        Description description;
        try {
            description = Reading.describe(describer, job.location(), document);
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.warn("{} could not be described", job.location(), broken);
            return new Settlement.Failed(job.ledgerId(), id, "it could not be described: " + broken);
        }
        DocumentRecord described = sidecars.over(description.record(), job.location());
        return new Settlement.Saved(
                job.ledgerId(),
                new NewDocument(
                        id,
                        document.mediaType(),
                        job.found().size(),
                        description.record(),
                        described,
                        description.text(),
                        Reading.withoutText(document, description.text()),
                        document.textFromOcr(),
                        Reading.warnings(document)));
    }

    /// Receives the parts of a container and reads them, each in a thread of its own.
    private void processParts(Job container, Opened opened, Set<Long> parts) throws InterruptedException {
        Set<DocumentId> around = new HashSet<>(container.around());
        around.add(opened.id());
        List<Thread> threads = new ArrayList<>();
        for (ExtractedDocument.Part part : opened.document().parts()) {
            Location location = container.location().part(part.name());
            Ledger.Found found = new Ledger.Found(
                    location, size(part.file()), container.found().modified());
            long row = ledger.receive(List.of(found)).getFirst();
            parts.add(row);
            pace.received(1);
            Settlement refusal = refusal(container, part, row, found.size());
            if (refusal != null) {
                writer.write(refusal);
                pace.finished();
                continue;
            }
            Path kept = keep(part);
            if (kept == null) {
                writer.write(new Settlement.Failed(row, null, "its unpacked bytes could not be kept"));
                pace.finished();
                continue;
            }
            Job job = new Job(row, found, kept, Set.copyOf(around), container.budget());
            threads.add(Thread.ofVirtual().name("document-" + row).start(() -> {
                try {
                    process(job, parts);
                } catch (InterruptedException | RuntimeException stopped) {
                    if (!cancelled) {
                        LOG.error("{} could not be settled", location, stopped);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private @Nullable Settlement refusal(Job container, ExtractedDocument.Part part, long row, long size) {
        if (part.problem() != null || part.file() == null) {
            return new Settlement.Failed(
                    row, null, part.problem() == null ? "it could not be unpacked" : part.problem());
        }
        String junk = Junk.reason(part.name().substring(part.name().lastIndexOf('/') + 1))
                .orElse(null);
        if (junk != null || part.name().startsWith("__MACOSX/")) {
            return new Settlement.Skipped(row, junk == null ? "junk: the resource fork of another file (macOS)" : junk);
        }
        if (size == 0) {
            return new Settlement.Skipped(row, "the file is empty (0 bytes)");
        }
        if (container.location().depth() >= limits.maxDepth()) {
            return new Settlement.Skipped(row, "more than " + limits.maxDepth() + " containers deep; not opened");
        }
        if (!container.budget().take(size)) {
            return new Settlement.Skipped(
                    row,
                    "the outermost container holds more than " + limits.maxParts() + " parts or "
                            + (limits.maxContainerBytes() >> 20) + " MB; not opened");
        }
        return null;
    }

    /// Moves a part's bytes to where originals inside containers are kept.
    private @Nullable Path keep(ExtractedDocument.Part part) {
        if (part.file() == null) {
            return null;
        }
        try {
            Path kept = folder.part(Hash.of(part.file()));
            Files.createDirectories(kept.getParent());
            if (!Files.exists(kept)) {
                Files.move(part.file(), kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return kept;
        } catch (IOException full) {
            LOG.error("A part could not be kept: {}", full.getMessage());
            return null;
        }
    }

    /// Equal bytes are read once: whoever comes second waits for the first.
    private void claim(DocumentId id, CompletableFuture<Void> mine) {
        for (CompletableFuture<Void> other = beingRead.putIfAbsent(id, mine);
                other != null;
                other = beingRead.putIfAbsent(id, mine)) {
            other.join();
        }
    }

    private static long size(@Nullable Path file) {
        try {
            return file == null ? 0 : Files.size(file);
        } catch (IOException gone) {
            return 0;
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
