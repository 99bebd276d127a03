package sourcebook.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.extraction.PageWorkers;
import sourcebook.ingest.KeptExtraction;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.Hit;

/// A real archive with its page reader.
final class ReadingArchive implements AutoCloseable {
    private static final long CACHE_BYTES = 64L << 20;

    final OpenArchive archive;
    final PageReader reader;

    ReadingArchive(Path folder) throws IOException {
        this(
                folder,
                new PageWorkers(
                        new PageWorkers.Settings(2, 256, Duration.ofSeconds(60), Duration.ofMinutes(5), 1_000)));
    }

    ReadingArchive(Path folder, PageWorkers workers) throws IOException {
        var place = new ArchiveFolder(folder);
        place.create();
        archive = OpenArchive.open(place);
        reader = new PageReader(
                place.pages(),
                CACHE_BYTES,
                archive.catalogue(),
                archive.originals()::of,
                id -> archive.catalogue().kept(id).flatMap(KeptExtraction::unpack),
                workers);
    }

    /// Reads what is new in the folder, scans included.
    ReadingArchive read() throws IOException, InterruptedException {
        archive.ingest().rescan();
        archive.ingest().awaitUpkeep();
        return this;
    }

    /// The document whose file, or part of a container, has this name.
    CataloguedDocument document(String name) {
        return archive.catalogue().documentsBelow("").stream()
                .flatMap(id -> archive.catalogue().find(id).stream())
                .filter(document -> document.locations().stream()
                        .anyMatch(location -> location.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the archive"));
    }

    String text(CataloguedDocument document) {
        return archive.catalogue().text(document.id()).orElseThrow().text();
    }

    List<Hit> hits(CataloguedDocument document, String query) {
        return archive.engine().hits(document.id(), query);
    }

    List<MarkedHit> marks(CataloguedDocument document, int page, String query) {
        return given(reader.hits(document, page, hits(document, query)));
    }

    static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused.toString());
        };
    }

    static Answer.Refused<?> refused(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?> refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + answer);
    }

    @Override
    public void close() throws Exception {
        reader.close();
        archive.close();
    }
}
