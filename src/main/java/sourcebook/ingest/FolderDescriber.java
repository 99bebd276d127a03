package sourcebook.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Location;
import sourcebook.description.Describer;
import sourcebook.description.Description;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.extraction.Extractor;
import sourcebook.extraction.WorkerExtractor;

/// Describes files without an archive: the same reading, describing and sidecars as an ingest, nothing is
/// kept.
public final class FolderDescriber implements AutoCloseable {
    private final Extractor extractor;
    private final ExtractionSettings limits;
    private final Semaphore reading;
    private final Path spool;

    public FolderDescriber(ExtractionSettings limits) throws IOException {
        this.limits = limits;
        this.extractor = new WorkerExtractor(limits);
        this.reading = new Semaphore(limits.workers() + 1);
        this.spool = Files.createTempDirectory("sourcebook-describe");
    }

    /// What was made of one document.
    ///
    /// @param file the file, or the outermost container
    /// @param inner path inside the container, empty for a file of its own
    /// @param id null when its bytes could not be read
    /// @param reason why it has no text or could not be read, null for a document with text
    /// @param description null when it could not be read
    public record Described(
            Path file,
            String inner,
            @Nullable DocumentId id,
            @Nullable String mediaType,
            @Nullable String reason,
            @Nullable Description description) {}

    /// Describes every document at or below the paths, several at a time. `consumer` is called from one
    /// thread at a time, in no particular order, boxes (zip, mbox) aside: only their parts are documents.
    public void describe(List<Path> paths, Consumer<Described> consumer) throws IOException, InterruptedException {
        Semaphore backlog = new Semaphore(limits.workers() * 4);
        Consumer<Described> oneAtATime = described -> {
            synchronized (consumer) {
                consumer.accept(described);
            }
        };
        int number = 0;
        for (Path start : paths) {
            Path folder = Files.isDirectory(start)
                    ? start
                    : start.toAbsolutePath().resolveSibling(".").normalize();
            ArchiveFolder around = new ArchiveFolder(folder);
            Sidecars sidecars = new Sidecars(around);
            Describer describer = new Rules(folder).current().describer();
            for (Path file : Finder.documents(List.of(start))) {
                if (Rules.areNamesOf(around.locate(file))) {
                    continue;
                }
                Path work = spool.resolve(Integer.toString(number++));
                backlog.acquire();
                Thread.ofVirtual().start(() -> {
                    try {
                        describe(file, file, around.locate(file), describer, sidecars, Set.of(), work, oneAtATime);
                    } catch (IOException | InterruptedException | RuntimeException stopped) {
                        oneAtATime.accept(new Described(
                                file, "", null, null, "it cannot be read: " + stopped.getMessage(), null));
                    } finally {
                        try {
                            delete(work);
                        } finally {
                            backlog.release();
                        }
                    }
                });
            }
        }
        backlog.acquire(limits.workers() * 4);
    }

    private void describe(
            Path file,
            Path bytes,
            Location location,
            Describer describer,
            Sidecars sidecars,
            Set<DocumentId> around,
            Path work,
            Consumer<Described> consumer)
            throws IOException, InterruptedException {
        DocumentId id = Hash.of(bytes);
        if (around.contains(id) || location.depth() > limits.maxDepth()) {
            consumer.accept(new Described(
                    file, location.inner(), id, null, "a container that holds itself, or lies too deep", null));
            return;
        }
        Path unpacked = work.resolve("parts-" + location.depth() + "-" + id.shortForm());
        Extraction extraction;
        reading.acquire();
        try {
            extraction = extractor.extract(bytes, location.name(), unpacked, true);
        } finally {
            reading.release();
        }
        switch (extraction) {
            case Extraction.Failed failed ->
                consumer.accept(new Described(file, location.inner(), id, null, failed.reason(), null));
            case Extraction.Read read -> {
                ExtractedDocument document = read.document();
                if (!Reading.isBox(document)) {
                    consumer.accept(described(file, location, id, document, describer, sidecars));
                }
                for (ExtractedDocument.Part part : document.parts()) {
                    Location inner = location.part(part.name());
                    if (part.file() == null || part.problem() != null) {
                        consumer.accept(new Described(file, inner.inner(), null, null, part.problem(), null));
                    } else if (Junk.reason(inner.name()).isEmpty()) {
                        Set<DocumentId> deeper = new HashSet<>(around);
                        deeper.add(id);
                        describe(file, part.file(), inner, describer, sidecars, deeper, work, consumer);
                    }
                }
            }
        }
    }

    private Described described(
            Path file,
            Location location,
            DocumentId id,
            ExtractedDocument document,
            Describer describer,
            Sidecars sidecars) {
        try {
            Description description = Reading.describe(describer, location, document);
            Description overruled = new Description(
                    sidecars.over(description.record(), location),
                    description.text(),
                    description.mentions(),
                    description.blocks(),
                    description.warnings());
            String reason = Reading.withoutText(document, description.text());
            return new Described(file, location.inner(), id, document.mediaType(), reason, overruled);
        } catch (RuntimeException | StackOverflowError broken) {
            return new Described(
                    file, location.inner(), id, document.mediaType(), "it could not be described: " + broken, null);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public void close() {
        extractor.close();
        delete(spool);
    }
}
