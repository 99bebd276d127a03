package sourcebook.extraction;

/// What became of one original in extraction. Expected failures are values, not exceptions.
public sealed interface Extraction {
    /// It was read; it may still be without text, and says why.
    record Read(ExtractedDocument document) implements Extraction {}

    /// It could not be read. `reason` is one sentence for a person; `kind` decides what is retried.
    record Failed(Kind kind, String reason) implements Extraction {}

    /// Kinds of failure; the first three cost a worker process, which is replaced.
    enum Kind {
        CRASHED,
        OUT_OF_MEMORY,
        TIMED_OUT,
        ENCRYPTED,
        BROKEN,
        TOO_LARGE,
        UNREADABLE
    }
}
