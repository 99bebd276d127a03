package sourcebook.catalogue;

import org.jspecify.annotations.Nullable;

/// One step that the index must follow: the document as it is now, or null when it is gone. Its text is asked for by
/// itself, since many at once do not fit into memory.
public record Change(long sequence, DocumentId id, @Nullable CataloguedDocument document) {}
