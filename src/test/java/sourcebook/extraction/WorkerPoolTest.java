package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.extraction.worker.Request;
import sourcebook.extraction.worker.WorkerMain;

/// How many workers are started for so many documents.
class WorkerPoolTest {
    private static final ExtractionSettings SETTINGS = Workers.settings();
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    /// Reads a file so often. Returns the processes that did it.
    private Set<Long> read(int times, Duration trial) throws Exception {
        Path file = Files.writeString(folder.resolve("text.html"), "<p>words");
        var request =
                new Request(file, "text.html", folder, 10, 1 << 20, 1 << 20, SETTINGS.maxTextCharacters(), 0, 1_000);
        var size = new WorkerPool.Size(1, SETTINGS.workerHeapMegabytes(), SETTINGS.documentsPerWorker());
        Set<Long> workers = new HashSet<>();
        try (var pool = new WorkerPool("pool-test", size, List.of(), WorkerMain.class.getName(), trial)) {
            for (int i = 0; i < times; i++) {
                Extraction extraction = pool.ask("", worker -> {
                            workers.add(worker.pid());
                            return worker.ask(request, SETTINGS);
                        })
                        .orElseThrow();
                assertThat(extraction).isInstanceOf(Extraction.Read.class);
            }
        }
        return workers;
    }

    @Test
    void aFewDocumentsHaveOneQuickWorker() throws Exception {
        assertThat(read(3 * WorkerPool.LOOK, Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void muchWorkHasOneMoreWorkerThatLasts() throws Exception {
        assertThat(read(4 * WorkerPool.LOOK, Duration.ZERO))
                .as("one on trial, one that lasts for all the rest")
                .hasSize(2);
    }

    @Test
    void aWorkerThatLastsCompilesThoroughly() {
        List<String> quick = WorkerCommand.of(256, folder, List.of("-Dmore=1"));
        List<String> lasting = WorkerCommand.lasting(quick);
        assertThat(quick).contains(QUICK, "-Dmore=1");
        assertThat(lasting).isNotEmpty().doesNotContain(QUICK).allMatch(quick::contains);
        assertThat(lasting).hasSize(quick.size() - 1);
    }
}
