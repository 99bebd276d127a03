package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Location;

/// Finds the bytes of a document: the file itself, or what was unpacked from its container. Thread-safe.
public final class Originals {
    private final ArchiveFolder folder;

    public Originals(ArchiveFolder folder) {
        this.folder = folder;
    }

    /// A file that holds exactly the bytes the document was made from, if one is still there. A file that changed
    /// since is not given out under the old name.
    public Optional<Path> of(CataloguedDocument document) throws IOException {
        Path part = folder.part(document.id());
        if (Files.isRegularFile(part) && Hash.of(part).equals(document.id())) {
            return Optional.of(part);
        }
        for (Location location : document.locations()) {
            if (!location.insideContainer()) {
                Path file = folder.resolve(location);
                if (Files.isRegularFile(file) && Hash.of(file).equals(document.id())) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
