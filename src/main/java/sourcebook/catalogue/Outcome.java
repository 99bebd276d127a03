package sourcebook.catalogue;

/// What became of a received file. Every one received is in exactly one of the first five; removed ones no longer count
/// as received.
public enum Outcome {
    /// Received, not finished: being read, or saved and not yet durable in the index.
    UNDER_WAY,
    /// Found by search, durable.
    INDEXED,
    /// Its bytes are those of a document that another location already gave.
    DUPLICATE,
    /// Not a document, or not wanted; the reason says why.
    SKIPPED,
    /// It could not be read; the reason says why.
    FAILED,
    /// The file is gone; kept so that it is known when it returns.
    REMOVED;

    /// The word for a person.
    public String label() {
        return switch (this) {
            case UNDER_WAY -> "under way";
            case INDEXED -> "indexed";
            case DUPLICATE -> "duplicate";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
            case REMOVED -> "removed";
        };
    }
}
