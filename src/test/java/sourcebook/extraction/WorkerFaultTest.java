package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// Whatever happens to a worker costs one document: each fault has its outcome, and the next document is read.
class WorkerFaultTest {
    private static final ExtractionSettings SHORT = new ExtractionSettings(
            1,
            64,
            Duration.ofSeconds(12),
            Duration.ofSeconds(6),
            100,
            100,
            8 << 20,
            16 << 20,
            4,
            4_000_000,
            false,
            Duration.ZERO);

    @Test
    void aHangingDocumentIsEndedAfterTheSilence() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            expect(workers, "fault-hang", Kind.TIMED_OUT, "no progress for 6 seconds");
        }
    }

    @Test
    void aDocumentThatMovesOnForeverIsEndedByTheWallClock() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            expect(workers, "fault-busy", Kind.TIMED_OUT, "longer than 12 seconds");
        }
    }

    @Test
    void aDocumentThatTakesAllMemoryIsNotTriedAgain() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            expect(workers, "fault-memory", Kind.OUT_OF_MEMORY, "more memory");
        }
    }

    @Test
    void aCrashIsTriedOnceMore() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            expect(workers, "fault-exit", Kind.CRASHED, "exit code 17");
            Path marker = workers.folder().resolve("crashed");
            assertThat(workers.read("fault-crash-once.txt", marker.toString()).pages())
                    .containsExactly(marker.toString());
            assertThat(marker).exists();
        }
    }

    @Test
    void aGarbledAnswerIsNotTrusted() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            expect(workers, "fault-garbage", Kind.CRASHED, "garbled");
        }
    }

    @Test
    void deepNestingAndPrintingCostNoWorker() throws Exception {
        try (var workers = Workers.withFaults(SHORT)) {
            assertThat(workers.read("fault-print.txt", "text").pages()).containsExactly("text");
            var before = workers.extractor.workers();
            expect(workers, "fault-deep", Kind.BROKEN, "nested too deeply");
            assertThat(workers.extractor.workers()).isEqualTo(before);
        }
    }

    @Test
    void aWorkerIsReplacedAfterItsDocuments() throws Exception {
        var two = new ExtractionSettings(
                1,
                64,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                2,
                100,
                8 << 20,
                16 << 20,
                4,
                4_000_000,
                false,
                Duration.ZERO);
        try (var workers = Workers.with(two)) {
            workers.read("a.txt", "one");
            var first = workers.extractor.workers();
            workers.read("b.txt", "two");
            assertThat(workers.extractor.workers()).isEmpty();
            workers.read("c.txt", "three");
            assertThat(workers.extractor.workers()).hasSize(1).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void closingEndsWorkersAndWhatTheyAreDoing() throws Exception {
        var workers = Workers.withFaults(Workers.settings());
        workers.read("a.txt", "one");
        var worker = ProcessHandle.of(workers.extractor.workers().getFirst()).orElseThrow();
        var hanging = CompletableFuture.supplyAsync(() -> {
            try {
                return workers.extract("fault-busy", "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        workers.close();
        assertThat(hanging.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Kind.CRASHED));
        assertThat(worker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void anInterruptedCallerEndsTheWorker() throws Exception {
        try (var workers = Workers.withFaults(Workers.settings())) {
            workers.read("a.txt", "one");
            var worker =
                    ProcessHandle.of(workers.extractor.workers().getFirst()).orElseThrow();
            var interrupted = new CompletableFuture<Boolean>();
            var caller = Thread.ofPlatform().start(() -> {
                try {
                    workers.extract("fault-busy", "");
                    interrupted.complete(false);
                } catch (InterruptedException e) {
                    interrupted.complete(true);
                } catch (java.io.IOException e) {
                    interrupted.completeExceptionally(e);
                }
            });
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (Arrays.stream(caller.getStackTrace())
                    .noneMatch(frame -> frame.getMethodName().equals("ask"))) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            caller.interrupt();
            assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
            assertThat(workers.read("b.txt", "two").pages()).containsExactly("two");
        }
    }

    /// A worker whose parent is killed, without a chance to say anything, ends by itself.
    @Test
    void aWorkerDoesNotOutliveItsParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        WorkerClassPath.current(),
                        DoomedParent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = parent.inputReader()) {
            long pid = Long.parseLong(String.valueOf(out.readLine()));
            var worker = ProcessHandle.of(pid).orElseThrow();
            assertThat(worker.isAlive()).isTrue();
            parent.destroyForcibly().waitFor();
            assertThat(worker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /// Starts a worker on a document without end, prints its process id and waits to be killed.
    static final class DoomedParent {
        public static void main(String[] args) throws Exception {
            var workers = Workers.withFaults(Workers.settings());
            workers.read("a.txt", "one");
            System.out.println(workers.extractor.workers().getFirst());
            workers.extract("fault-busy", "");
        }
    }

    private static void expect(Workers workers, String fault, Kind kind, String words) throws Exception {
        Extraction extraction = workers.extract(fault, "");
        assertThat(extraction).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.kind()).as(failed.reason()).isEqualTo(kind);
            assertThat(failed.reason()).contains(words);
        });
        assertThat(workers.spool())
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        left -> assertThat(left).isEmptyDirectory());
        assertThat(workers.read("next.txt", "the next document").pages()).containsExactly("the next document");
    }
}
