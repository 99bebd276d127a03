package sourcebook.ingest;

import java.io.IOException;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.ArchiveLock;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Ledger;
import sourcebook.description.story.StoryComparer;
import sourcebook.extraction.DirectExtractor;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.search.RecoveringSearchEngine;
import sourcebook.search.SearchEngine;
import sourcebook.search.lucene.LuceneSearchEngine;

/// An archive open for writing in this process: the parts of all rooms put together, and closed in the
/// right order.
public final class OpenArchive implements AutoCloseable {
    private final ArchiveFolder folder;
    private final ArchiveLock lock;
    private final Database database;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final SearchEngine engine;
    private final Ingest ingest;
    private final Originals originals;

    private OpenArchive(ArchiveFolder folder, ArchiveLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        Settings settings = Settings.read(folder.settings());
        this.database = Database.open(folder.database());
        this.catalogue = new Catalogue(database, new StoryComparer());
        this.ledger = new Ledger(database);
        this.engine = new RecoveringSearchEngine(() -> LuceneSearchEngine.open(folder.index(), settings.facets()));
        this.originals = new Originals(folder);
        this.ingest = new Ingest(
                folder,
                settings,
                catalogue,
                ledger,
                engine,
                new DirectExtractor(new WorkerExtractor(settings.extraction()), settings.extraction()),
                new WorkerExtractor(settings.recognition()));
    }

    /// Opens an archive, making it if there is none.
    ///
    /// @throws ArchiveLock.ArchiveInUseException when another process has it open
    public static OpenArchive open(ArchiveFolder folder) throws IOException {
        ArchiveLock lock = ArchiveLock.take(folder);
        try {
            return new OpenArchive(folder, lock);
        } catch (IOException | RuntimeException unusable) {
            lock.close();
            throw unusable;
        }
    }

    /// Opens an archive with an empty index, which then follows the catalogue from its beginning.
    public static OpenArchive openForReindex(ArchiveFolder folder) throws IOException {
        try (ArchiveLock lock = ArchiveLock.take(folder);
                SearchEngine engine = LuceneSearchEngine.open(
                        folder.index(), Settings.read(folder.settings()).facets())) {
            engine.clear();
        }
        return open(folder);
    }

    public ArchiveFolder folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Ledger ledger() {
        return ledger;
    }

    public SearchEngine engine() {
        return engine;
    }

    public Ingest ingest() {
        return ingest;
    }

    public Originals originals() {
        return originals;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            ingest.close();
        } finally {
            engine.close();
            database.close();
            lock.close();
        }
    }
}
