package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.Settlement;
import sourcebook.description.story.StoryComparer;
import sourcebook.extraction.DirectExtractor;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.lucene.LuceneSearchEngine;

/// What taking in files does not do: a transaction or a commit for each, reading back what was written a moment ago,
/// asking for each of many unchanged files. Time is not looked at.
class WorkOfIngestTest {
    private static final int FILES = 400;

    /// Fewer than fit one transaction.
    private static final int WAITING = 60;

    @TempDir
    private Path work;

    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void filesShareTransactionsAndCommitsAndTheirTextsAreNotReadBack() throws Exception {
        try (Parts archive = new Parts(new ArchiveFolder(work.resolve("archive")))) {
            make(archive.folder.root().resolve("documents"), 0, FILES);
            Database.Work before = archive.database.work();
            commits.set(0);
            assertEquals(FILES, archive.ingest.rescan().indexed());
            Database.Work after = archive.database.work();

            long transactions = after.transactions() - before.transactions();
            // how many share one depends on how fast they are read (see the next test); none has two to itself
            assertTrue(transactions < FILES, transactions + " transactions for " + FILES + " files");
            assertTrue(commits.get() < FILES / 10, commits + " commits for " + FILES + " files");
            long readBack = readBack(after) - readBack(before); // the indexer may look just before a text is at hand
            assertTrue(readBack < FILES / 10, readBack + " texts read back");
            long statements = sum(after) - sum(before);
            assertTrue(statements < 45L * FILES, statements + " statements for " + FILES + " files");
        }
    }

    @Test
    void whatComesWithinASecondIsCommittedOnce() throws Exception {
        try (Parts archive = new Parts(new ArchiveFolder(work.resolve("archive")))) {
            make(archive.folder.root().resolve("documents"), 0, 100);
            commits.set(0);
            long begun = System.nanoTime();
            archive.ingest.rescan();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            assertTrue(commits.get() <= 1 + seconds, commits + " commits in less than " + (1 + seconds) + " s");
        }
    }

    @Test
    @Timeout(60)
    void whatWaitsWhileATransactionIsWrittenSharesTheNext() throws Exception {
        ArchiveFolder folder = new ArchiveFolder(work.resolve("archive"));
        folder.create();
        try (Database database = Database.open(folder.database())) {
            List<Long> rows = new Ledger(database)
                    .receive(IntStream.range(0, WAITING + 1)
                            .mapToObj(i -> new Ledger.Found(Location.of("item-" + i), 1, Instant.EPOCH))
                            .toList());
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch held = new CountDownLatch(1);
            try (SettlementWriter writer =
                    new SettlementWriter(new Catalogue(database, new StoryComparer()), () -> hold(first, held))) {
                List<Thread> waiting = new ArrayList<>(List.of(writing(writer, rows.getFirst())));
                first.await();
                rows.stream().skip(1).forEach(row -> waiting.add(writing(writer, row)));
                while (!waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
                    Thread.onSpinWait();
                }
                long before = database.work().transactions();
                held.countDown();
                for (Thread thread : waiting) {
                    thread.join();
                }
                assertEquals(1, database.work().transactions() - before);
            }
        }
    }

    private static Thread writing(SettlementWriter writer, long row) {
        return Thread.ofPlatform().start(() -> {
            try {
                writer.write(new Settlement.Skipped(row, "written by a test"));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
    }

    private static void hold(CountDownLatch reached, CountDownLatch until) {
        reached.countDown();
        try {
            until.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void unchangedFilesAreNotAskedForOneByOne() throws Exception {
        try (Parts archive = new Parts(new ArchiveFolder(work.resolve("archive")))) {
            Path documents = archive.folder.root().resolve("documents");
            make(documents, 0, 20);
            archive.ingest.rescan();
            make(documents, 20, 220);
            archive.ingest.rescan();
            long statements = ofRescan(archive); // some are of the threads behind
            assertTrue(statements < 100, statements + " statements for a look at 220 unchanged files");
        }
    }

    @Test
    void oneChangedFileIsLookedAtWithoutTheOthers() throws Exception {
        try (Parts archive = new Parts(new ArchiveFolder(work.resolve("archive")))) {
            Path documents = archive.folder.root().resolve("documents");
            make(documents, 0, 20);
            archive.ingest.rescan();
            Path changed = Files.writeString(documents.resolve("item-3.txt"), "It says something else now.\n");
            Database.Work before = archive.database.work();
            archive.ingest.look(List.of(changed));
            Database.Work after = archive.database.work();
            String all = "from ledger where inner_path = '' and outcome <> 'REMOVED'";
            assertEquals(before.of(all), after.of(all), "all files of the ledger were read");
            assertEquals(20, archive.ledger.totals().indexed());
            assertEquals(1, archive.engine.search(SearchRequest.of("something")).total());

            Files.delete(changed);
            archive.ingest.look(List.of(changed));
            assertEquals(19, archive.ledger.totals().indexed());
            Files.createDirectories(documents.resolve("more"));
            make(documents.resolve("more"), 30, 32);
            archive.ingest.look(List.of(documents.resolve("more")));
            assertEquals(21, archive.ledger.totals().indexed(), "a folder is looked into");
        }
    }

    private static long ofRescan(Parts archive) throws Exception {
        long before = sum(archive.database.work());
        archive.ingest.rescan();
        return sum(archive.database.work()) - before;
    }

    private static long readBack(Database.Work work) {
        return work.of("page_languages\nfrom document_text");
    }

    private static long sum(Database.Work work) {
        return work.statements().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void make(Path folder, int from, int to) throws IOException {
        Files.createDirectories(folder);
        for (int i = from; i < to; i++) {
            Random random = new Random(i); // other words in each: copies would be indexed again as their story grows
            StringBuilder text = new StringBuilder("Item " + i + "\n\n");
            for (int word = 0; word < 60; word++) {
                text.append("word").append(random.nextInt(5_000)).append(word % 12 == 11 ? ".\n" : " ");
            }
            Files.writeString(folder.resolve("item-" + i + ".txt"), text);
        }
    }

    /// An archive of which the database and the engine are at hand; the engine counts its commits.
    private final class Parts implements AutoCloseable {
        private final ArchiveFolder folder;
        private final Database database;
        private final Ledger ledger;
        private final SearchEngine engine;
        private final Ingest ingest;

        Parts(ArchiveFolder folder) throws IOException {
            this.folder = folder;
            folder.create();
            Settings settings = Settings.defaults();
            database = Database.open(folder.database());
            Catalogue catalogue = new Catalogue(database, new StoryComparer());
            ledger = new Ledger(database);
            engine = counting(LuceneSearchEngine.open(folder.index()));
            ingest = new Ingest(
                    folder,
                    settings,
                    catalogue,
                    ledger,
                    engine,
                    new DirectExtractor(new WorkerExtractor(settings.extraction()), settings.extraction()),
                    new WorkerExtractor(settings.recognition()));
        }

        private SearchEngine counting(SearchEngine engine) {
            return (SearchEngine) Proxy.newProxyInstance(
                    SearchEngine.class.getClassLoader(),
                    new Class<?>[] {SearchEngine.class},
                    (proxy, method, given) -> {
                        if (method.getName().equals("commit")) {
                            commits.incrementAndGet();
                        }
                        try {
                            return method.invoke(engine, given);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        @Override
        public void close() throws Exception {
            ingest.close();
            engine.close();
            database.close();
        }
    }
}
