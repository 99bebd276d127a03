package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.ingest.OpenArchive;

/// An empty archive of Sourcebook's that takes in a folder, until all of it is searchable and durable. It is open
/// before the clock runs, as in the service.
final class Filled implements Rounds.Opened {
    private final OpenArchive open;
    private final Path folder;
    private final int documents;

    /// @param archive an empty folder
    /// @param folder of documents
    /// @param documents that are in it at least
    Filled(Path archive, Path folder, int documents) throws IOException {
        this.open = OpenArchive.open(new ArchiveFolder(archive));
        this.folder = folder;
        this.documents = documents;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        LedgerTotals totals = open.ingest().ingest(List.of(folder));
        if (totals.indexed() < documents || totals.failed() > 0) {
            throw new IllegalStateException("Not all documents were indexed: " + totals);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        open.close();
    }
}
