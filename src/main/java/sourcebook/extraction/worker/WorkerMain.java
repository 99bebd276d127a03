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
import sourcebook.extraction.Extraction;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// The main of a worker process: requests in, answers out, until its input ends.
///
/// Input is read on a thread of its own, so that the end of the parent, however it came, ends the worker in the middle
/// of a document too. `System.out` leads to the error stream: no library can garble an answer.
public final class WorkerMain {
    /// How the name of a worker's own temporary folder begins.
    public static final String TEMPORARY_FOLDER = "sourcebook-worker";

    private static final System.Logger LOG = System.getLogger(WorkerMain.class.getName());

    private WorkerMain() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        serve((_, _) -> {});
    }

    /// What is done before a document is read; tests let misfortunes happen here.
    interface Before {
        void reading(Request request, DataOutputStream out) throws IOException;
    }

    static void serve(Before before) throws InterruptedException, IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(in, requests));
        var progress = new Progress(out);
        var reader = new OriginalReader(progress);
        Wire.writeAlive(out); // ready
        while (true) {
            Extraction extraction = read(reader, requests.take(), before, out);
            Wire.write(out, extraction);
            if (extraction instanceof Failed(var kind, var _) && kind == Kind.OUT_OF_MEMORY) {
                end();
            }
        }
    }

    private static Extraction read(OriginalReader reader, Request request, Before before, DataOutputStream out) {
        try {
            before.reading(request, out);
            return reader.read(request);
        } catch (Unreadable e) {
            return e.failed();
        } catch (OutOfMemoryError e) {
            return new Failed(Kind.OUT_OF_MEMORY, "Reading it needs more memory than a worker process may have.");
        } catch (StackOverflowError e) {
            return new Failed(Kind.BROKEN, "It is nested too deeply to be read.");
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + request.name(), e);
            return new Failed(Kind.BROKEN, "It cannot be read: " + Sentence.of(e));
        }
    }

    private static void listen(DataInputStream in, BlockingQueue<Request> requests) {
        try {
            for (Request request = Wire.readRequest(in); request != null; request = Wire.readRequest(in)) {
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
        if (!String.valueOf(folder.getFileName()).startsWith(TEMPORARY_FOLDER)) {
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
