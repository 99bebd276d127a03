package sourcebook.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sourcebook.catalogue.CataloguedDocument;

/// Finds the bytes of a document, inside a container or not. Called from many threads.
@FunctionalInterface
public interface OriginalFile {
    /// A file that holds exactly the bytes the document was made from, if one is still there.
    Optional<Path> of(CataloguedDocument document) throws IOException;
}
