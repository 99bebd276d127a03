package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.FoundHits;
import sourcebook.search.Frequencies;
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

    private final Path folder;
    private final FacetColumns columns;
    private final Trust trust;
    private final Snapshots snapshots;
    private final Phrases phrases = new Phrases();
    private final @Nullable IndexWriter writer;
    private final @Nullable Rest rest;
    private volatile long sequence;
    private volatile boolean closed;

    private LuceneSearchEngine(Path folder, IndexFolder.@Nullable Opened opened, FacetColumns columns, Duration quiet)
            throws IOException {
        this.folder = folder;
        this.columns = columns;
        trust = new Trust(folder);
        snapshots = new Snapshots(folder, opened, columns, trust);
        writer = opened == null ? null : opened.writer();
        sequence = opened == null ? 0 : opened.sequence();
        rest = opened == null
                ? null
                : new Rest(
                        folder,
                        opened.writer(),
                        () -> {
                            opened.writer().commit();
                            snapshots.refresh();
                        },
                        trust,
                        quiet);
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
        return open(folder, bufferMegabytes, columns, Rest.QUIET);
    }

    /// @param quiet how long nothing must have been filled in before segments are merged: then scores change a little
    static LuceneSearchEngine open(Path folder, int bufferMegabytes, FacetColumns columns, Duration quiet) {
        try {
            return new LuceneSearchEngine(folder, IndexFolder.open(folder, bufferMegabytes, columns), columns, quiet);
        } catch (IOException failed) {
            throw IndexFolder.damaged(folder, "read", failed);
        }
    }

    /// Opens a folder for searching alone, whether or not another process is filling it. Each search sees its last
    /// commit. A folder without an index is an index without documents.
    public static LuceneSearchEngine openReadOnly(Path folder) {
        try {
            return new LuceneSearchEngine(folder, null, FacetColumns.NONE, Rest.QUIET);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Why an index that is there counts as empty, in a sentence for a person who would take nothing for an answer.
    public Optional<String> refusal() {
        try {
            return Optional.ofNullable(snapshots.refusal())
                    .map(
                            why -> "The index in " + folder + " " + why
                                    + ": it is made again when the archive is opened by `sourcebook serve` or `sourcebook ingest`.");
        } catch (IOException failed) {
            throw IndexFolder.damaged(folder, "read", failed);
        }
    }

    @Override
    public SearchResult search(SearchRequest request, Asker asker) {
        return snapshots.read(snapshot -> new Search(snapshot, request, asker).result());
    }

    @Override
    public FoundHits hits(DocumentId document, String query, Duration patience) {
        return snapshots.read(snapshot -> DocumentHits.of(snapshot, document, query, patience));
    }

    @Override
    public void visit(SearchRequest request, Predicate<Match> visitor, Asker asker) {
        GuardedVisitor guarded = new GuardedVisitor(visitor);
        snapshots.read(snapshot -> {
            new Visit(snapshot, request, Deadline.of(asker)).show(guarded);
            return true;
        });
        guarded.rethrow();
    }

    @Override
    public List<DocumentId> matching(SearchRequest request, @Nullable Collection<DocumentId> among, Asker asker) {
        return snapshots.read(snapshot -> MatchingIds.of(snapshot, request, among, Deadline.of(asker)));
    }

    @Override
    public Frequencies frequencies(SearchRequest selection, Collection<String> words, Asker asker) {
        return snapshots.read(snapshot -> new WordCounts(snapshot, selection, Deadline.of(asker)).of(words));
    }

    @Override
    public List<Facet> facets() {
        return snapshots.read(snapshot -> snapshot.columns().all());
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return snapshots.read(snapshot -> {
            phrases.follow(snapshot.getIndexReader().numDocs(), snapshots::hold);
            return new Suggestions(snapshot, phrases.table()).of(typed, limit);
        });
    }

    @Override
    public Optional<DocumentId> find(String idPrefix) {
        return snapshots.read(snapshot -> {
            TopDocs found = snapshot.search(new PrefixQuery(new Term(IndexSchema.ID, idPrefix)), 2);
            if (found.scoreDocs.length != 1) {
                return Optional.empty();
            }
            return Optional.of(snapshot.kept().id(found.scoreDocs[0].doc));
        });
    }

    @Override
    public long size() {
        return snapshots.read(snapshot -> (long) snapshot.getIndexReader().numDocs());
    }

    @Override
    public long committedSequence() {
        if (writer != null) {
            return sequence;
        }
        return snapshots.read(snapshot -> snapshot.getIndexReader() instanceof DirectoryReader reader
                ? IndexFolder.sequence(reader.getIndexCommit().getUserData().entrySet())
                : 0L);
    }

    @Override
    public void put(IndexedDocument document) {
        filling(writer -> writer.updateDocument(
                new Term(IndexSchema.ID, document.id().value()), IndexSchema.document(document, columns)));
    }

    @Override
    public void remove(DocumentId document) {
        filling(writer -> writer.deleteDocuments(new Term(IndexSchema.ID, document.value())));
    }

    @Override
    public void commit(long sequence) {
        writing(writer -> {
            writer.setLiveCommitData(IndexFolder.commitData(sequence, columns).entrySet());
            long committed = writer.commit();
            this.sequence = sequence;
            snapshots.refresh();
            if (rest != null) {
                rest.committed();
            }
            return committed;
        });
    }

    @Override
    public void clear() {
        filling(writer -> {
            // whoever commits first, a merge at rest perhaps: an empty index must not say that it holds what it held
            writer.setLiveCommitData(IndexFolder.commitData(0, columns).entrySet());
            return writer.deleteAll();
        });
        commit(0);
    }

    /// Merges what many commits have left in small pieces, as it is done anyway when nothing has been filled in for a
    /// while: for who fills an index and closes it.
    @Override
    public void settle() {
        if (rest != null) {
            rest.settle();
        }
    }

    /// Closes without committing: what was put since the last commit is in the catalogue and will be put again. A merge
    /// that is under way is given up.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        phrases.close();
        if (rest != null) {
            rest.close();
        }
        try {
            snapshots.close();
            if (writer != null) {
                writer.close();
            }
            Directory directory = snapshots.directory();
            if (directory != null) {
                if (writer != null && !trust.lost() && DirectoryReader.indexExists(directory)) {
                    new Checksums(folder, directory).listWritten();
                }
                directory.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The index in " + folder + " cannot be closed", failed);
        }
    }

    @FunctionalInterface
    private interface Writing {
        long to(IndexWriter writer) throws IOException;
    }

    private void filling(Writing filling) {
        if (rest != null) {
            rest.filled();
        }
        writing(filling);
    }

    private void writing(Writing writing) {
        if (writer == null) {
            throw new IllegalStateException("The index in " + folder + " was opened for reading only.");
        }
        try {
            writing.to(writer);
        } catch (IOException failed) {
            throw trust.lose("written", failed, snapshots.directory());
        } catch (AlreadyClosedException stopped) { // by an earlier failure
            if (closed) {
                throw stopped;
            }
            throw trust.lose("written", stopped, snapshots.directory());
        }
    }
}
