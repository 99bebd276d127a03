package sourcebook;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import sourcebook.ingest.Ingest;
import sourcebook.ingest.Watcher;

/// The archive's folder is followed while the server answers: the first look at it begins when the server is up, since
/// before both would want the same processors, and the last ends before the server does. Thread-safe.
final class Following implements SmartLifecycle {
    private final Ingest ingest;
    private @Nullable Watcher watcher;

    Following(Ingest ingest) {
        this.ingest = ingest;
    }

    @Override
    public synchronized void start() {
        if (watcher == null) {
            watcher = new Watcher(ingest);
        }
    }

    @Override
    public synchronized void stop() {
        if (watcher == null) {
            return;
        }
        try {
            watcher.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        watcher = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return watcher != null;
    }

    /// Begins after everything else, the web server included, and ends first.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
