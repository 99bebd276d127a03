package sourcebook.ingest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who want to hear of changes. One that fails keeps nobody else from hearing. Thread-safe.
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /// Calls `listener` after each change until the result is closed.
    AutoCloseable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell() {
        for (Runnable listener : all) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                LOG.warn("A listener failed", broken);
            }
        }
    }
}
