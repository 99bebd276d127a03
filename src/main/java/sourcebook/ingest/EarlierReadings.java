package sourcebook.ingest;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Location;

/// Files that an earlier version read and kept too little of: only their originals can tell what the
/// present rules ask for. Used by one run at a time.
final class EarlierReadings {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierReadings.class);

    private final ArchiveFolder folder;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Set<String> tried = new HashSet<>();

    EarlierReadings(ArchiveFolder folder, Catalogue catalogue, Rules rules) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /// The files to read again, by path, each once in a process. What is away for now (a drive that is
    /// not connected) is not among them: it is not gone.
    List<String> files() {
        List<String> paths = catalogue.filesToReadAgain(rules.current().number()).stream()
                .filter(path -> Files.isRegularFile(folder.resolve(Location.of(path))))
                .filter(tried::add)
                .toList();
        if (!paths.isEmpty()) {
            LOG.info("{} files were read by an earlier version and are read again.", paths.size());
        }
        return paths;
    }
}
