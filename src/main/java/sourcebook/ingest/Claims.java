package sourcebook.ingest;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import sourcebook.catalogue.DocumentId;

/// Equal bytes are read once: whoever comes second waits for the first. Thread-safe.
final class Claims {
    private final Map<DocumentId, CompletableFuture<Void>> taken = new ConcurrentHashMap<>();

    /// Held while the bytes are read and settled.
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits until nobody else reads these bytes.
    Claim take(DocumentId id) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        for (CompletableFuture<Void> other = taken.putIfAbsent(id, mine);
                other != null;
                other = taken.putIfAbsent(id, mine)) {
            other.join();
        }
        return () -> {
            taken.remove(id, mine);
            mine.complete(null);
        };
    }

    /// Before it is known which bytes to claim.
    Claim none() {
        return () -> {};
    }
}
