package sourcebook.ingest;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.extraction.ExtractionSettings;

/// One received file or part, to be read.
///
/// @param ledgerId its row
/// @param found where, how large, when modified
/// @param file where its bytes lie: the file itself, or a part's unpacked bytes
/// @param around the bytes of the containers it lies in: one that holds itself is not opened again
/// @param budget what may still be unpacked out of the outermost container
record Job(long ledgerId, Ledger.Found found, Path file, Set<DocumentId> around, Budget budget) {
    Location location() {
        return found.location();
    }

    /// What may still come out of one outermost container, all levels together: a bomb multiplies level by level.
    /// Thread-safe.
    static final class Budget {
        private final AtomicInteger parts;
        private final AtomicLong bytes;

        Budget(ExtractionSettings limits) {
            parts = new AtomicInteger(limits.maxParts());
            bytes = new AtomicLong(limits.maxContainerBytes());
        }

        boolean take(long size) {
            return parts.decrementAndGet() >= 0 && bytes.addAndGet(-size) >= 0;
        }
    }
}
