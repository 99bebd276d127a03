package sourcebook.extraction.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// The main of a worker process that reads originals.
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
        Jpeg2000Reader.register();
        new WorkerLoop<>(Wire::readRequest).run(start -> {
            var reader = new OriginalReader(new Progress(start));
            return (request, out) -> {
                Extraction extraction = read(reader, request, before, out);
                Wire.write(out, extraction);
                return !(extraction instanceof Failed(var kind, var _) && kind == Kind.OUT_OF_MEMORY);
            };
        });
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
}
