package sourcebook.search.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the frequent phrases of an archive while it grows. They are found in the background, when somebody types for
/// the first time and again when the archive has changed by a tenth; until then suggestions do without, or with those
/// from before. For any number of threads.
final class Phrases {
    private static final Logger LOG = LoggerFactory.getLogger(Phrases.class);

    /// Documents more or fewer in a hundred that make another archive of it.
    private static final int CHANGED_PERCENT = 10;

    private volatile PhraseTable table = PhraseTable.EMPTY;
    private volatile int documents = -1;
    private volatile boolean stopped;
    private volatile @Nullable Thread finding;
    private final AtomicBoolean busy = new AtomicBoolean();

    /// A snapshot that stays readable until it is given back.
    interface Held extends AutoCloseable {
        IndexSnapshot snapshot();

        @Override
        void close() throws IOException;
    }

    /// Takes a snapshot; null if there is none.
    @FunctionalInterface
    interface Snapshots {
        @Nullable
        Held take() throws IOException;
    }

    /// Those found last.
    PhraseTable table() {
        return table;
    }

    /// Finds them anew in the background if the archive has changed much.
    void follow(int now, Snapshots snapshots) {
        int before = documents;
        boolean same = before >= 0 && Math.abs((long) now - before) * 100 <= (long) before * CHANGED_PERCENT;
        if (same || stopped || !busy.compareAndSet(false, true)) {
            return;
        }
        finding = Thread.ofPlatform()
                .name("phrases")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> find(now, snapshots));
    }

    private void find(int now, Snapshots snapshots) {
        try (Held held = snapshots.take()) {
            if (held != null) {
                table = PhraseSample.of(held.snapshot(), () -> stopped);
                documents = now;
            }
        } catch (IOException | RuntimeException unreadable) {
            // a search tells a person that the index is damaged; here only what is offered gets shorter
            LOG.info("The phrases of the archive could not be found; they are when it has changed", unreadable);
            documents = now;
        } finally {
            busy.set(false);
        }
    }

    /// Ends what is under way, after the text that is being read.
    void close() {
        stopped = true;
        Thread thread = finding;
        if (thread != null) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
