package sourcebook.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.PageWire;
import sourcebook.extraction.worker.Request;
import sourcebook.extraction.worker.Wire;
import sourcebook.extraction.worker.WorkerMain;

/// One worker process, seen from the parent. Asked by one thread at a time; [#end] may come from any thread.
final class WorkerProcess {
    private static final int OUT_OF_MEMORY_EXIT = 3; // of -XX:+ExitOnOutOfMemoryError
    private static final Duration START_LIMIT = Duration.ofSeconds(60); // no document pays for a slow start
    private static final int KEPT_ERROR_LINES = 30;
    private static final int KEPT_LINE_LENGTH = 300;

    private final Process process;
    private final Path temporary;
    private final DataOutputStream requests;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Deque<String> lastErrors = new ArrayDeque<>();
    private final Thread errorReader;
    private volatile Path spool;
    private volatile boolean ended;
    private int documents;

    private sealed interface Heard {}

    private record Said(Wire.Answer answer) implements Heard {}

    private record Gone(@Nullable String why) implements Heard {}

    private WorkerProcess(Process process, Path temporary) {
        this.process = process;
        this.temporary = temporary;
        this.spool = temporary;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        daemon("extraction-answers-" + process.pid(), this::readAnswers);
        this.errorReader = daemon("extraction-errors-" + process.pid(), this::readErrors);
    }

    /// @param command without its temporary folder, which this process makes and removes, and its main class
    static WorkerProcess start(List<String> command, String main) {
        Path temporary = null;
        try {
            temporary = SpoolFolder.create(WorkerMain.TEMPORARY_FOLDER);
            List<String> whole = new ArrayList<>(command);
            whole.add("-Djava.io.tmpdir=" + temporary);
            whole.add(main);
            var builder = new ProcessBuilder(whole).directory(temporary.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS")
                            || name.equals("JDK_JAVA_OPTIONS")
                            || name.equals("_JAVA_OPTIONS"));
            return new WorkerProcess(builder.start(), temporary);
        } catch (IOException e) {
            SpoolFolder.delete(temporary);
            throw new UncheckedIOException("cannot start a worker process", e);
        }
    }

    /// Asks for one document and waits for the outcome. Afterwards the worker is either idle or ended. A document has
    /// its wall clock, and that for recognition beside it from the moment on when recognition begins.
    Extraction ask(Request request, ExtractionSettings settings) throws InterruptedException {
        spool = request.spool();
        var limits = new Limits("Reading", settings.wallClock(), settings.silence(), settings.ocrWallClock());
        return switch (outcome(out -> Wire.write(out, request), limits)) {
            case Came(Wire.Done(var extraction)) -> {
                if (extraction instanceof Failed(var kind, var _) && kind == Kind.OUT_OF_MEMORY) {
                    end();
                }
                yield extraction;
            }
            case Came _ -> outOfTurn();
            case Lost(var failed) -> failed;
        };
    }

    /// Asks for a page and waits for it. Afterwards the worker is either idle or ended.
    ///
    /// @param limit for opening the document and drawing the page
    PageAnswer ask(PageRequest request, Duration limit) throws InterruptedException {
        var limits = new Limits("Drawing", limit, limit, Duration.ZERO);
        return switch (outcome(out -> PageWire.write(out, request), limits)) {
            case Came(Wire.PageDone(var answer)) -> {
                if (answer instanceof PageAnswer.Failed(var kind, var _) && kind == Kind.OUT_OF_MEMORY) {
                    end();
                }
                yield answer;
            }
            case Came _ -> {
                Failed failed = outOfTurn();
                yield new PageAnswer.Failed(failed.kind(), failed.reason());
            }
            case Lost(Failed(var kind, String reason)) -> new PageAnswer.Failed(kind, reason);
        };
    }

    private Failed outOfTurn() {
        end();
        return new Failed(Kind.CRASHED, "The process reading it answered another question.");
    }

    /// What came of a question: an answer, or how the process failed.
    private sealed interface Outcome {}

    private record Came(Wire.Answer answer) implements Outcome {}

    private record Lost(Failed failed) implements Outcome {}

    /// Limits of time for one question.
    ///
    /// @param doing the first word of a sentence about them
    private record Limits(String doing, Duration wallClock, Duration silence, Duration recognition) {}

    private interface Question {
        void write(DataOutputStream out) throws IOException;
    }

    private Outcome outcome(Question question, Limits limits) throws InterruptedException {
        Duration wallClock = limits.wallClock();
        Duration silence = limits.silence();
        if (documents++ == 0 && heard(START_LIMIT) instanceof Gone(var why)) {
            return new Lost(crash(why, limits));
        }
        long start = System.nanoTime();
        try {
            question.write(requests);
        } catch (IOException e) {
            return new Lost(crash(null, limits));
        }
        while (true) {
            long left = wallClock.toNanos() - (System.nanoTime() - start);
            switch (heard(Duration.ofNanos(Math.min(left, silence.toNanos())))) {
                case null -> {
                    end();
                    return new Lost(new Failed(
                            Kind.TIMED_OUT,
                            left <= silence.toNanos()
                                    ? limits.doing() + " it took longer than " + words(wallClock) + "."
                                    : limits.doing() + " it made no progress for " + words(silence) + "."));
                }
                case Gone(var why) -> {
                    return new Lost(crash(why, limits));
                }
                case Said(Wire.Done done) -> {
                    return new Came(done);
                }
                case Said(Wire.PageDone done) -> {
                    return new Came(done);
                }
                case Said(Wire.Recognising()) -> wallClock = limits.wallClock().plus(limits.recognition());
                case Said(Wire.Alive()) -> {}
            }
        }
    }

    /// Has not ended and may be asked again.
    boolean usable() {
        return !ended && process.isAlive();
    }

    int documents() {
        return documents;
    }

    /// What it has used so far, without the programs that it started; zero when it has ended.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.pid();
    }

    /// Ends the process with all it has started, at once.
    void end() {
        ended = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var _ = process.onExit().thenRun(() -> SpoolFolder.delete(temporary));
    }

    /// Waits for an ended process, so that its temporary folder is gone too.
    void awaitEnd() throws InterruptedException {
        process.waitFor(5, TimeUnit.SECONDS);
        SpoolFolder.delete(temporary);
    }

    /// The next thing heard, null when there was nothing for so long. An interrupt ends the process.
    private @Nullable Heard heard(Duration limit) throws InterruptedException {
        try {
            return heard.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            end();
            throw e;
        }
    }

    private Failed crash(@Nullable String why, Limits limits) throws InterruptedException {
        boolean exited = process.waitFor(why == null ? 5 : 1, TimeUnit.SECONDS);
        int exit = exited ? process.exitValue() : -1;
        end();
        errorReader.join(Duration.ofSeconds(1));
        if (exit == OUT_OF_MEMORY_EXIT) {
            return new Failed(
                    Kind.OUT_OF_MEMORY, limits.doing() + " it needs more memory than a worker process may have.");
        }
        String last = lastError();
        String how = why != null ? why : exited ? "exit code " + exit : "it closed its output";
        return new Failed(
                Kind.CRASHED,
                "The process reading it ended unexpectedly (" + how + (last.isEmpty() ? "" : "; " + last) + ").");
    }

    private String lastError() {
        synchronized (lastErrors) {
            return lastErrors.isEmpty() ? "" : lastErrors.getLast().strip();
        }
    }

    private void readAnswers() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            for (var answer = Wire.readAnswer(in, () -> spool);
                    answer != null;
                    answer = Wire.readAnswer(in, () -> spool)) {
                heard.add(new Said(answer));
            }
            heard.add(new Gone(null));
        } catch (IOException e) {
            boolean garbage = e instanceof java.io.StreamCorruptedException;
            heard.add(new Gone(garbage ? "its answer was garbled" : null));
        }
    }

    private void readErrors() {
        try (var in = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lastErrors) {
                    if (lastErrors.size() == KEPT_ERROR_LINES) {
                        lastErrors.removeFirst();
                    }
                    if (!line.isBlank()) {
                        lastErrors.addLast(line.substring(0, Math.min(line.length(), KEPT_LINE_LENGTH)));
                    }
                }
            }
        } catch (IOException e) {
            // the process was ended while its last words were being read; what was read is kept
            return;
        }
    }

    private static String words(Duration limit) {
        long seconds = limit.toSeconds();
        if (seconds >= 120 && seconds % 60 == 0) {
            return seconds / 60 + " minutes";
        }
        return seconds == 1 ? "1 second" : seconds > 0 ? seconds + " seconds" : limit.toMillis() + " milliseconds";
    }

    private static Thread daemon(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).start(task);
    }
}
