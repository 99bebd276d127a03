package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.FoundHits;
import sourcebook.search.Frequencies;
import sourcebook.search.IndexDamagedException;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Match;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Suggestion;

/// A search engine in a folder of this machine, by Apache Lucene.
///
/// One process opens the folder with [#open] and fills it; others read what it has committed with [#openReadOnly].
/// Every search holds one snapshot from beginning to end. Any number of threads may search while one fills.
public final class LuceneSearchEngine implements SearchEngine {
    /// An eighth of the memory there may be, up to where writing stops getting faster; measured on long speeches.
    public static final int DEFAULT_BUFFER_MEGABYTES =
            Math.clamp(Runtime.getRuntime().maxMemory() >> 23, 48, 256);

    /// Far more clauses than the longest query read makes.
    private static final int MOST_CLAUSES = 1 << 17;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchEngine.class);

    private final Path folder;
    private final @Nullable IndexWriter writer;
    private final FacetColumns columns;
    private volatile @Nullable Directory directory;
    private volatile @Nullable SearcherManager snapshots;
    private final Phrases phrases = new Phrases();
    private volatile long sequence;
    private volatile boolean closed;
    private volatile boolean distrusted;

    private LuceneSearchEngine(Path folder, IndexFolder.@Nullable Opened opened, FacetColumns columns)
            throws IOException {
        this.folder = folder;
        this.columns = columns;
        if (opened == null) {
            writer = null;
        } else {
            writer = opened.writer();
            directory = opened.directory();
            sequence = opened.sequence();
            snapshots = new SearcherManager(opened.writer(), snapshots(columns));
        }
    }

    /// Opens a folder for filling and searching; makes it if it is not there.
    ///
    /// @throws IllegalStateException if another process has it open, with a sentence that says so
    public static LuceneSearchEngine open(Path folder) {
        return open(folder, DEFAULT_BUFFER_MEGABYTES);
    }

    /// As [#open(Path)].
    ///
    /// @param bufferMegabytes memory for new documents; 64 to 256 are sensible
    public static LuceneSearchEngine open(Path folder, int bufferMegabytes) {
        return open(folder, bufferMegabytes, FacetColumns.NONE);
    }

    /// As [#open(Path)].
    ///
    /// @param columns of sidecars that are facets; an index with others is emptied, to be filled again
    public static LuceneSearchEngine open(Path folder, FacetColumns columns) {
        return open(folder, DEFAULT_BUFFER_MEGABYTES, columns);
    }

    /// As [#open(Path, int)] and [#open(Path, FacetColumns)].
    public static LuceneSearchEngine open(Path folder, int bufferMegabytes, FacetColumns columns) {
        try {
            return new LuceneSearchEngine(folder, IndexFolder.open(folder, bufferMegabytes, columns), columns);
        } catch (IOException failed) {
            throw IndexFolder.damaged(folder, "read", failed);
        }
    }

    /// Opens a folder for searching alone, whether or not another process is filling it. Each search sees its last
    /// commit. A folder without an index is an index without documents.
    public static LuceneSearchEngine openReadOnly(Path folder) {
        try {
            return new LuceneSearchEngine(folder, null, FacetColumns.NONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public SearchResult search(SearchRequest request, Asker asker) {
        return reading(snapshot -> new Search(snapshot, request, asker).result());
    }

    @Override
    public FoundHits hits(DocumentId document, String query, Duration patience) {
        return reading(snapshot -> DocumentHits.of(snapshot, document, query, patience));
    }

    @Override
    public void visit(SearchRequest request, Predicate<Match> visitor, Asker asker) {
        Visitor guarded = new Visitor(visitor);
        reading(snapshot -> {
            new Visit(snapshot, request, Deadline.of(asker)).show(guarded);
            return true;
        });
        guarded.rethrow();
    }

    @Override
    public List<DocumentId> matching(SearchRequest request, @Nullable Collection<DocumentId> among, Asker asker) {
        return reading(snapshot -> MatchingIds.of(snapshot, request, among, Deadline.of(asker)));
    }

    @Override
    public Frequencies frequencies(SearchRequest selection, Collection<String> words, Asker asker) {
        return reading(snapshot -> new WordCounts(snapshot, selection, Deadline.of(asker)).of(words));
    }

    /// What goes wrong in a visitor, a closed connection say, is not taken for damage of the index.
    private static final class Visitor implements Predicate<Match> {
        private final Predicate<Match> visitor;
        private @Nullable RuntimeException failed;

        Visitor(Predicate<Match> visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean test(Match match) {
            try {
                return visitor.test(match);
            } catch (Visit.Unreadable index) {
                throw index;
            } catch (RuntimeException own) {
                failed = own;
                return false;
            }
        }

        void rethrow() {
            if (failed != null) {
                throw failed;
            }
        }
    }

    @Override
    public List<Facet> facets() {
        return reading(snapshot -> snapshot.columns().all());
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return reading(snapshot -> {
            phrases.follow(snapshot.getIndexReader().numDocs(), this::held);
            return new Suggestions(snapshot, phrases.table()).of(typed, limit);
        });
    }

    private Phrases.@Nullable Held held() throws IOException {
        SearcherManager manager = closed ? null : snapshots;
        if (manager == null) {
            return null;
        }
        IndexSnapshot snapshot = (IndexSnapshot) manager.acquire();
        return new Phrases.Held() {
            @Override
            public IndexSnapshot snapshot() {
                return snapshot;
            }

            @Override
            public void close() throws IOException {
                manager.release(snapshot);
            }
        };
    }

    @Override
    public Optional<DocumentId> find(String idPrefix) {
        return reading(snapshot -> {
            TopDocs found = snapshot.search(new PrefixQuery(new Term(IndexSchema.ID, idPrefix)), 2);
            if (found.scoreDocs.length != 1) {
                return Optional.empty();
            }
            return Optional.of(snapshot.kept().id(found.scoreDocs[0].doc));
        });
    }

    @Override
    public long size() {
        return reading(snapshot -> (long) snapshot.getIndexReader().numDocs());
    }

    @Override
    public long committedSequence() {
        if (writer != null) {
            return sequence;
        }
        return reading(snapshot -> snapshot.getIndexReader() instanceof DirectoryReader reader
                ? IndexFolder.sequence(reader.getIndexCommit().getUserData().entrySet())
                : 0L);
    }

    @Override
    public void put(IndexedDocument document) {
        writing(writer -> writer.updateDocument(
                new Term(IndexSchema.ID, document.id().value()), IndexSchema.document(document, columns)));
    }

    @Override
    public void remove(DocumentId document) {
        writing(writer -> writer.deleteDocuments(new Term(IndexSchema.ID, document.value())));
    }

    @Override
    public void commit(long sequence) {
        writing(writer -> {
            writer.setLiveCommitData(IndexFolder.commitData(sequence, columns).entrySet());
            long committed = writer.commit();
            this.sequence = sequence;
            SearcherManager manager = snapshots;
            if (manager != null) {
                manager.maybeRefreshBlocking();
            }
            return committed;
        });
    }

    @Override
    public void clear() {
        writing(IndexWriter::deleteAll);
        commit(0);
    }

    /// Closes without committing: what was put since the last commit is in the catalogue and will be put again.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        phrases.close();
        try {
            SearcherManager manager = snapshots;
            if (manager != null) {
                manager.close();
            }
            if (writer != null) {
                writer.close();
            }
            if (directory != null) {
                if (writer != null && !distrusted && DirectoryReader.indexExists(directory)) {
                    new Checksums(folder, directory).listWritten();
                }
                directory.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The index in " + folder + " cannot be closed", failed);
        }
    }

    /// @param columns null: those that the index was filled with
    private static SearcherFactory snapshots(@Nullable FacetColumns columns) {
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

    @FunctionalInterface
    private interface Reading<T> {
        T from(IndexSnapshot snapshot) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        long to(IndexWriter writer) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            SearcherManager manager = snapshots();
            if (manager == null) {
                return reading.from(IndexSnapshot.empty());
            }
            IndexSnapshot snapshot = (IndexSnapshot) manager.acquire();
            try {
                boolean usable = writer != null
                        || (snapshot.getIndexReader() instanceof DirectoryReader reader && IndexFolder.current(reader));
                return reading.from(usable ? snapshot : IndexSnapshot.empty());
            } finally {
                manager.release(snapshot);
            }
        } catch (Visit.Unreadable failed) {
            throw distrusted(IndexFolder.damaged(folder, "read", failed));
        } catch (ClosedByInterruptException interrupted) {
            throw new UncheckedIOException("The search in " + folder + " was interrupted.", interrupted);
        } catch (IOException failed) {
            throw distrusted(IndexFolder.damaged(folder, "read", failed));
        } catch (CancellationException gone) {
            throw gone;
        } catch (RuntimeException | AssertionError odd) { // Lucene's own assertions, where they are switched on
            if (harmed(odd)) {
                throw distrusted(IndexFolder.damaged(folder, "read", odd));
            }
            throw odd;
        }
    }

    /// Whether a failure comes from a damaged file: reading one goes wrong in many ways, and only the checksums tell.
    private boolean harmed(Throwable odd) {
        Directory open = directory;
        if (closed || open == null || odd instanceof AlreadyClosedException) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        try {
            new Checksums(folder, open).verifyAll();
            return false;
        } catch (IOException damaged) {
            odd.addSuppressed(damaged);
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The next start reads all files.
    private IndexDamagedException distrusted(IndexDamagedException damaged) {
        distrusted = true;
        Directory open = directory;
        if (open != null) {
            try {
                new Checksums(folder, open).forget();
            } catch (IOException kept) {
                damaged.addSuppressed(kept);
            }
        }
        return damaged;
    }

    private void writing(Writing writing) {
        if (writer == null) {
            throw new IllegalStateException("The index in " + folder + " was opened for reading only.");
        }
        try {
            writing.to(writer);
        } catch (IOException failed) {
            throw distrusted(IndexFolder.damaged(folder, "written", failed));
        } catch (AlreadyClosedException stopped) { // by an earlier failure
            if (closed) {
                throw stopped;
            }
            throw distrusted(IndexFolder.damaged(folder, "written", stopped));
        }
    }

    /// The writer's own snapshots change with its commits; another process looks at each search whether there is a
    /// newer commit. Null as long as there is none.
    ///
    /// An interruption of the thread would close a file that is being opened, so it is put aside
    /// meanwhile. What is open is read through mapped memory, which no interruption closes.
    private @Nullable SearcherManager snapshots() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return newest();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable SearcherManager newest() throws IOException {
        if (closed) {
            throw new AlreadyClosedException("The index in " + folder + " is closed.");
        }
        SearcherManager manager = snapshots;
        if (writer != null) {
            return manager;
        }
        if (manager != null) {
            manager.maybeRefresh();
            return manager;
        }
        return firstCommit();
    }

    private synchronized @Nullable SearcherManager firstCommit() throws IOException {
        if (snapshots == null && Files.isDirectory(folder)) {
            Directory opened = directory == null ? FSDirectory.open(folder) : directory;
            directory = opened;
            try {
                if (DirectoryReader.indexExists(opened)) {
                    new Checksums(folder, opened).verifyChanged();
                    snapshots = new SearcherManager(opened, snapshots(null));
                }
            } catch (IOException | RuntimeException damaged) { // a damaged file goes wrong in many ways
                LOG.warn(
                        "The index in {} cannot be read; it counts as empty until it is filled again: {}",
                        folder,
                        damaged.toString());
            }
        }
        return snapshots;
    }
}
