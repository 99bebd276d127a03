package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Settlement;

/// Whoever writes while the archive is closed hears that it was written, or that it was not.
class SettlementWriterTest {
    private static final int ROUNDS = 10;
    private static final int WRITERS = 100; // more than the queue holds
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Settlement NOTHING = new Settlement.Skipped(-1, "no such file was received");

    @TempDir
    private Path folder;

    @Test
    void nobodyWaitsForAWriterThatHasEnded() throws InterruptedException {
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue catalogue = new Catalogue(database);
            for (int round = 0; round < ROUNDS; round++) {
                SettlementWriter writer = new SettlementWriter(catalogue, () -> {});
                writer.write(NOTHING);
                CountDownLatch writing = new CountDownLatch(WRITERS);
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    threads.add(Thread.ofVirtual().start(() -> writeUntilRefused(writer, writing)));
                }
                writing.await();
                writer.close();
                for (Thread thread : threads) {
                    assertTrue(thread.join(PATIENCE), "a thread waits in round " + round);
                }
                assertThrows(IllegalStateException.class, () -> writer.write(NOTHING));
            }
        }
    }

    private static void writeUntilRefused(SettlementWriter writer, CountDownLatch writing) {
        try {
            while (true) {
                writer.write(NOTHING);
                writing.countDown();
            }
        } catch (InterruptedException | IllegalStateException | CompletionException refused) {
            writing.countDown();
        }
    }
}
