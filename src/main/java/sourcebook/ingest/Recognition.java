package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Location;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.Extractor;

/// Recognises the pages of documents that were saved without: scans are found by their titles at once, by
/// their words when all text is in. One document at a time, which is one page image at a time. What waits
/// stands in the catalogue.
final class Recognition implements Background.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);

    private final ArchiveFolder folder;
    private final Catalogue catalogue;
    private final Cataloguing cataloguing;
    private final Originals originals;
    private final Extractor extractor;
    private final Engine installed;
    private final AtomicReference<@Nullable Thread> reading = new AtomicReference<>();

    /// Documents whose originals are not there for now.
    private final Set<DocumentId> tried = new HashSet<>();

    private String engine = "";

    private volatile boolean interrupted;
    private volatile Upkeep progress = Upkeep.IDLE;

    /// The program that recognises text, with its models, if there is one; asked for each document, since
    /// it may be installed meanwhile.
    interface Engine {
        Optional<String> now();
    }

    /// @param extractor one of its own, so that no file of a run waits for a scan; closed here
    Recognition(
            ArchiveFolder folder, Catalogue catalogue, Cataloguing cataloguing, Extractor extractor, Engine installed) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.cataloguing = cataloguing;
        this.originals = new Originals(folder);
        this.extractor = extractor;
        this.installed = installed;
    }

    @Override
    public boolean step() {
        String now = installed.now().orElse("");
        if (!now.isEmpty() && !now.equals(engine)) {
            catalogue.useEngine(now);
            engine = now;
        }
        DocumentId next = now.isEmpty() ? null : next().orElse(null);
        if (next == null) {
            progress = Upkeep.IDLE;
            return false;
        }
        CataloguedDocument document = catalogue.find(next).orElse(null);
        if (document == null) {
            return false;
        }
        long done = progress.done();
        long left = left();
        progress = new Upkeep(true, done, done + left, place(document).toString());
        try {
            recognise(document);
        } catch (IOException unreadable) {
            LOG.warn("{} could not be read for recognition: {}", place(document), unreadable.getMessage());
            add(next);
        } catch (InterruptedException stop) {
            LOG.debug("Recognition was stopped.");
        }
        if (!interrupted) {
            progress = new Upkeep(true, done + 1, done + left, null);
        }
        return true;
    }

    private Optional<DocumentId> next() {
        synchronized (tried) {
            List<DocumentId> first = catalogue.forRecognition(tried.size() + 1);
            tried.retainAll(Set.copyOf(first)); // the others wait no longer
            return first.stream().filter(id -> !tried.contains(id)).findFirst();
        }
    }

    private long left() {
        synchronized (tried) {
            return Math.max(0, catalogue.countForRecognition() - tried.size());
        }
    }

    private void add(DocumentId id) {
        synchronized (tried) {
            tried.add(id);
        }
    }

    private void recognise(CataloguedDocument document) throws IOException, InterruptedException {
        DocumentId id = document.id();
        Path original = originals.of(document).orElse(null);
        if (original == null) {
            add(id); // it comes back with its file
            return;
        }
        Path spool = folder.spool().resolve("recognition-" + id.shortForm());
        try {
            Extraction extraction = extract(original, place(document).name(), spool);
            if (interrupted) {
                return;
            }
            switch (extraction) {
                case Extraction.Failed failed -> catalogue.recognitionFailed(id, failed.reason());
                case Extraction.Read read -> complete(document, read.document());
            }
        } finally {
            FileSystemUtils.deleteRecursively(spool);
        }
    }

    private Extraction extract(Path original, String name, Path spool) throws InterruptedException {
        reading.set(Thread.currentThread());
        try {
            if (interrupted) {
                throw new InterruptedException();
            }
            return extractor.extract(original, name, spool, true);
        } finally {
            reading.set(null);
        }
    }

    private void complete(CataloguedDocument document, ExtractedDocument read) {
        boolean left = !read.needOcr().isEmpty(); // no model for its script
        if (left && read.words().isEmpty() && document.textFromOcr()) { // what an earlier version read is better
            catalogue.awaitOtherEngine(document.id(), engine);
            return;
        }
        try {
            catalogue.complete(cataloguing.document(document.id(), document.size(), place(document), read));
            if (left) {
                catalogue.awaitOtherEngine(document.id(), engine);
            }
        } catch (NestedRuntimeException ofTheDatabase) { // not the document's fault: it is tried again later
            throw ofTheDatabase;
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.warn("{} could not be described after recognition", place(document), broken);
            catalogue.recognitionFailed(document.id(), "it could not be described: " + broken);
        }
    }

    private static Location place(CataloguedDocument document) {
        List<Location> locations = document.locations();
        return locations.isEmpty() ? Location.of(document.id().shortForm()) : locations.getFirst();
    }

    /// How many documents it can still help.
    long waiting() {
        return installed.now().isPresent() ? left() : 0;
    }

    /// Tries everything once more that could not be helped before.
    void again() {
        synchronized (tried) {
            tried.clear();
        }
        catalogue.recogniseFailedAgain();
    }

    /// How far it is.
    Upkeep progress() {
        return progress;
    }

    @Override
    public void begin() {
        interrupted = false;
    }

    @Override
    public void interrupt() {
        interrupted = true;
        Thread thread = reading.get();
        if (thread != null) {
            thread.interrupt();
        }
        progress = Upkeep.IDLE;
    }

    @Override
    public void close() {
        extractor.close();
    }
}
