package sourcebook.catalogue;

import org.jspecify.annotations.Nullable;

/// One step that the index must follow: the document as it is now, with its text; or null for both when it is gone.
public record Change(
        long sequence,
        DocumentId id,
        @Nullable CataloguedDocument document,
        @Nullable DocumentText text) {}
