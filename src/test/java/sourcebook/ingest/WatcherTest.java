package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Ledger;
import sourcebook.extraction.DirectExtractor;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.lucene.LuceneSearchEngine;

/// Following a folder by the notices of the file system alone: the look that comes with time is far away.
class WatcherTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path work;

    @Test
    void changesAndDeletionsInARenamedFolderAreSeen() throws Exception {
        ArchiveFolder folder = new ArchiveFolder(work.resolve("archive"));
        folder.create();
        Path former = Files.createDirectories(folder.root().resolve("former"));
        Files.writeString(former.resolve("one.txt"), "The harbour was closed on Monday.\n");
        Files.writeString(former.resolve("two.txt"), "The bridge was opened on Tuesday.\n");
        Settings usual = Settings.defaults();
        Settings settings = new Settings(usual.extraction(), Duration.ofDays(1), usual.maxUpload(), usual.facets());
        try (Database database = Database.open(folder.database());
                SearchEngine engine = LuceneSearchEngine.open(folder.index());
                Ingest ingest = new Ingest(
                        folder,
                        settings,
                        new Catalogue(database),
                        new Ledger(database),
                        engine,
                        new DirectExtractor(new WorkerExtractor(settings.extraction()), settings.extraction()),
                        new WorkerExtractor(settings.recognition()));
                Watcher watcher = new Watcher(ingest)) {
            await(() -> found(engine, "harbour", 1) && found(engine, "bridge", 1));
            Path present = Files.move(former, folder.root().resolve("present"));
            await(() -> !new Catalogue(database).documentsBelow("present/").isEmpty());
            Files.writeString(present.resolve("two.txt"), "The tunnel was flooded on Wednesday.\n");
            await(() -> found(engine, "tunnel", 1) && found(engine, "bridge", 0));
            Files.delete(present.resolve("one.txt"));
            await(() -> found(engine, "harbour", 0));
            Files.move(present, work.resolve("away"));
            Files.writeString(folder.root().resolve("present"), "A file of the folder's name.\n");
            await(() -> found(engine, "tunnel", 0));
            assertEquals(0, engine.search(SearchRequest.of("bridge")).total());
        }
    }

    private static boolean found(SearchEngine engine, String word, int documents) {
        return engine.search(SearchRequest.of(word)).total() == documents;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not seen in time");
            Thread.sleep(20);
        }
    }
}
