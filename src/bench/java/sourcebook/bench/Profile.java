package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/// A recording of where processor time goes, by samples of each thread's own clock (JEP 509, Linux), for `jfr view
/// cpu-time-hot-methods FILE` or a look at the threads' stacks. Child processes are not in it.
final class Profile implements AutoCloseable {
    private static final String EVERY = "5ms"; // of processor time of a thread

    private final @Nullable Path file;
    private final @Nullable Recording recording;

    private Profile(@Nullable Path file, @Nullable Recording recording) {
        this.file = file;
        this.recording = recording;
    }

    /// Begins to record.
    ///
    /// @param file to be written over in the end; nothing is recorded without one
    static Profile into(@Nullable Path file) {
        if (file == null) {
            return new Profile(null, null);
        }
        Recording recording = new Recording();
        recording.enable("jdk.CPUTimeSample").with("throttle", EVERY);
        recording.start();
        return new Profile(file, recording);
    }

    @Override
    public void close() throws IOException {
        if (recording != null && file != null) {
            try (recording) {
                recording.stop();
                recording.dump(file);
            }
        }
    }
}
