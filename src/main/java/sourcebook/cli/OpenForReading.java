package sourcebook.cli;

import java.nio.file.Files;
import java.util.Optional;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.search.SearchEngine;
import sourcebook.search.lucene.LuceneSearchEngine;

/// Catalogue and index of an archive, open for reading while another process may write them.
record OpenForReading(Database database, Catalogue catalogue, SearchEngine engine) implements AutoCloseable {
    static OpenForReading of(ArchiveFolder folder) {
        if (!Files.exists(folder.database())) {
            throw new IllegalArgumentException(
                    folder.root() + " is not an archive yet. `sourcebook ingest --archive DIR PATH…` makes one.");
        }
        Database database = Database.openReadOnly(folder.database());
        try {
            return new OpenForReading(database, new Catalogue(database), engine(folder));
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    /// The index for reading alone.
    ///
    /// @throws IllegalArgumentException if there is one that this program cannot ask, and that would seem empty
    static SearchEngine engine(ArchiveFolder folder) {
        LuceneSearchEngine engine = LuceneSearchEngine.openReadOnly(folder.index());
        Optional<String> refusal = engine.refusal();
        if (refusal.isPresent()) {
            engine.close();
            throw new IllegalArgumentException(refusal.get());
        }
        return engine;
    }

    DocumentNumbers numbers() {
        return new DocumentNumbers(database);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
