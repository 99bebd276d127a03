package sourcebook.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// What every worker process does: requests in, answers out, until its input ends.
///
/// Input is read on a thread of its own, so that the end of the parent, however it came, ends the worker in the middle
/// of a document too. `System.out` leads to the error stream: no library can garble an answer.
final class WorkerLoop<R> {
    private static final System.Logger LOG = System.getLogger(WorkerLoop.class.getName());

    private final Requests<R> source;
    private final BlockingQueue<R> requests = new LinkedBlockingQueue<>();

    /// Reads the next request; null at the end of the input.
    interface Requests<R> {
        @Nullable
        R next(DataInputStream in) throws IOException;
    }

    /// Answers one request after the other.
    interface Answers<R> {
        /// @return whether the process may go on
        boolean answer(R request, DataOutputStream out) throws IOException;
    }

    /// Makes what answers, when the streams are there.
    interface Start<R> {
        Answers<R> on(DataOutputStream out) throws IOException;
    }

    WorkerLoop(Requests<R> source) {
        this.source = source;
    }

    void run(Start<R> start) throws InterruptedException, IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(in));
        Answers<R> answers = start.on(out);
        Wire.writeAlive(out); // ready
        while (answers.answer(requests.take(), out)) {
            LOG.log(System.Logger.Level.TRACE, "answered");
        }
        end();
    }

    private void listen(DataInputStream in) {
        try {
            for (R request = source.next(in); request != null; request = source.next(in)) {
                requests.add(request);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the parent is not understood", e);
        }
        clearTemporaryFolder();
        end();
    }

    /// The parent removes it, unless it was killed: then nobody else would.
    private static void clearTemporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (!String.valueOf(folder.getFileName()).startsWith(WorkerMain.TEMPORARY_FOLDER)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }

    /// At once and without shutdown hooks, children first.
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}
