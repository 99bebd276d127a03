package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.search.FacetColumns;

/// The snapshots of one index that searches read, each from beginning to end. Those of the process that fills it change
/// when it commits; another process looks at each search whether there is a newer commit. Thread-safe.
final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final Path folder;
    private final Trust trust;
    private final boolean own;
    private volatile @Nullable Directory directory;
    private volatile @Nullable SearcherManager manager;
    private volatile boolean closed;

    /// @param opened null: another process fills it, perhaps
    Snapshots(Path folder, IndexFolder.@Nullable Opened opened, FacetColumns columns, Trust trust) throws IOException {
        this.folder = folder;
        this.trust = trust;
        own = opened != null;
        if (opened != null) {
            directory = opened.directory();
            manager = new SearcherManager(opened.writer(), factory(columns));
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(IndexSnapshot snapshot) throws IOException;
    }

    /// Reads from the newest one. An index that is not there, or was made by another version, has no documents.
    ///
    /// @throws sourcebook.search.IndexDamagedException if a file is damaged
    <T> T read(Reading<T> reading) {
        try {
            SearcherManager newest = newest();
            if (newest == null) {
                return reading.from(IndexSnapshot.empty());
            }
            IndexSnapshot snapshot = (IndexSnapshot) newest.acquire();
            try {
                return reading.from(usable(snapshot) ? snapshot : IndexSnapshot.empty());
            } finally {
                newest.release(snapshot);
            }
        } catch (Visit.Unreadable failed) {
            throw trust.lose("read", failed, directory);
        } catch (ClosedByInterruptException interrupted) {
            throw new UncheckedIOException("The search in " + folder + " was interrupted.", interrupted);
        } catch (IOException failed) {
            throw trust.lose("read", failed, directory);
        } catch (CancellationException gone) {
            throw gone;
        } catch (RuntimeException | AssertionError odd) { // Lucene's own assertions, where they are switched on
            Directory open = directory;
            boolean ended = closed || odd instanceof AlreadyClosedException;
            if (!ended && open != null && trust.harmed(odd, open)) {
                throw trust.lose("read", odd, open);
            }
            throw odd;
        }
    }

    /// Why an index that is there cannot be asked; null if it can, or if there is none.
    @Nullable
    String refusal() throws IOException {
        SearcherManager newest = newest();
        if (newest == null) {
            Directory opened = directory;
            return opened != null && DirectoryReader.indexExists(opened) ? "cannot be read" : null;
        }
        IndexSnapshot snapshot = (IndexSnapshot) newest.acquire();
        try {
            return usable(snapshot) ? null : "was made by another version of this program";
        } finally {
            newest.release(snapshot);
        }
    }

    private boolean usable(IndexSnapshot snapshot) throws IOException {
        return own || (snapshot.getIndexReader() instanceof DirectoryReader reader && IndexFolder.current(reader));
    }

    /// Holds the present one; null if there is none.
    Phrases.@Nullable Held hold() throws IOException {
        SearcherManager present = closed ? null : manager;
        if (present == null) {
            return null;
        }
        IndexSnapshot snapshot = (IndexSnapshot) present.acquire();
        return new Phrases.Held() {
            @Override
            public IndexSnapshot snapshot() {
                return snapshot;
            }

            @Override
            public void close() throws IOException {
                present.release(snapshot);
            }
        };
    }

    /// Shows what the writer has committed.
    void refresh() throws IOException {
        SearcherManager present = manager;
        if (present != null) {
            present.maybeRefreshBlocking();
        }
    }

    /// Where the index lies; null as long as there is none.
    @Nullable
    Directory directory() {
        return directory;
    }

    /// Ends new searches; those under way read on.
    @Override
    public void close() throws IOException {
        closed = true;
        SearcherManager present = manager;
        if (present != null) {
            present.close();
        }
    }

    /// @param columns null: those that the index was filled with
    private static SearcherFactory factory(@Nullable FacetColumns columns) {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                FacetColumns held = columns != null
                        ? columns
                        : reader instanceof DirectoryReader directory
                                ? IndexFolder.columns(directory)
                                : FacetColumns.NONE;
                return new IndexSnapshot(reader, held);
            }
        };
    }

    /// Null as long as there is no commit.
    ///
    /// An interruption of the thread would close a file that is being opened, so it is put aside
    /// meanwhile. What is open is read through mapped memory, which no interruption closes.
    private @Nullable SearcherManager newest() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            if (closed) {
                throw new AlreadyClosedException("The index in " + folder + " is closed.");
            }
            SearcherManager present = manager;
            if (own) {
                return present;
            }
            if (present != null) {
                present.maybeRefresh();
                return present;
            }
            return firstCommit();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable SearcherManager firstCommit() throws IOException {
        if (manager == null && Files.isDirectory(folder)) {
            Directory opened = directory == null ? FSDirectory.open(folder) : directory;
            directory = opened;
            try {
                if (DirectoryReader.indexExists(opened)) {
                    new Checksums(folder, opened).verifyChanged();
                    manager = new SearcherManager(opened, factory(null));
                }
            } catch (IOException | RuntimeException damaged) { // a damaged file goes wrong in many ways
                LOG.warn(
                        "The index in {} cannot be read; it counts as empty until it is filled again: {}",
                        folder,
                        damaged.toString());
            }
        }
        return manager;
    }
}
