package sourcebook.catalogue;

import org.jspecify.annotations.Nullable;

/// What became of one received file, to be written with others in one transaction ([Catalogue#settle]).
public sealed interface Settlement {
    long ledgerId();

    /// Read for the first time, or again because it waited for OCR. Becomes a duplicate if the same bytes were saved
    /// meanwhile.
    record Saved(long ledgerId, NewDocument document) implements Settlement {}

    /// Its bytes are those of a document the catalogue has.
    record Known(long ledgerId, DocumentId document) implements Settlement {}

    record Skipped(long ledgerId, String reason) implements Settlement {}

    record Failed(long ledgerId, @Nullable DocumentId document, String reason) implements Settlement {}
}
