package sourcebook.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the ledger.
///
/// @param size in bytes
/// @param modified the file's own time of modification; of its container for a part
/// @param document known once its bytes were hashed
/// @param reason why it was skipped or failed, or a remark on an indexed one ("without text: needs OCR")
public record LedgerEntry(
        long id,
        Location location,
        long size,
        Instant modified,
        @Nullable DocumentId document,
        Outcome outcome,
        @Nullable String reason,
        Instant received,
        Instant updated) {}
