package sourcebook.extraction.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Signs of life to the parent: sent when the document moves on, at most a few a second, never by a timer, so that a
/// parser that runs in a circle falls silent. Used by the one thread that reads documents.
final class Progress {
    private static final long INTERVAL_NANOS = 200_000_000L;

    private final DataOutputStream out;
    private long last = System.nanoTime();

    Progress(DataOutputStream out) {
        this.out = out;
    }

    void moved() {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS) {
            last = now;
            try {
                Wire.writeAlive(out);
            } catch (IOException e) {
                throw new UncheckedIOException("the parent is gone", e);
            }
        }
    }

    /// From now on the document uses the time for recognition. Said once for a document.
    void recognising() {
        try {
            Wire.writeRecognising(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent is gone", e);
        }
    }
}
