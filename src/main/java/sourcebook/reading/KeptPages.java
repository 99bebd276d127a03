package sourcebook.reading;

import java.util.Optional;
import sourcebook.catalogue.DocumentId;
import sourcebook.extraction.ExtractedDocument;

/// Gives what extraction made of a document when it was read: for scans, where the recognised words stand. Called from
/// many threads.
@FunctionalInterface
public interface KeptPages {
    /// Empty when it was not kept.
    Optional<ExtractedDocument> of(DocumentId document);
}
