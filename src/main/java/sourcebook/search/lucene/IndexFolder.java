package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.search.FacetColumns;
import sourcebook.search.IndexDamagedException;

/// Opens the folder of an index for its one writer. What cannot be read, or was made by another schema version or with
/// other facets, is
/// emptied: the index is derived and will be filled again.
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String VERSION = "schema";
    private static final String SEQUENCE = "sequence";
    private static final String COLUMNS = "facets";

    private IndexFolder() {}

    /// @param sequence what the last commit holds, 0 if the index is empty
    record Opened(Directory directory, IndexWriter writer, long sequence) {}

    /// @param bufferMegabytes how much of new documents is held in memory before it is written
    static Opened open(Path folder, double bufferMegabytes, FacetColumns columns) {
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                emptyUnlessGood(directory, folder, columns);
                IndexWriterConfig config = new IndexWriterConfig()
                        .setRAMBufferSizeMB(bufferMegabytes)
                        .setSimilarity(IndexSchema.SIMILARITY)
                        .setMergePolicy(new MergesAtRest())
                        .setCommitOnClose(false);
                IndexWriter writer = new IndexWriter(directory, config);
                return new Opened(directory, writer, sequence(writer.getLiveCommitData()));
            } catch (IOException | RuntimeException failed) {
                directory.close();
                throw failed;
            }
        } catch (LockObtainFailedException taken) {
            throw new IllegalStateException("The index in " + folder + " is open in another process.", taken);
        } catch (IOException failed) {
            throw damaged(folder, "opened", failed);
        }
    }

    /// @param done what cannot be done with the index
    static IndexDamagedException damaged(Path folder, String done, Throwable reason) {
        return new IndexDamagedException(
                "The index in " + folder + " cannot be " + done + " (" + reason.getMessage()
                        + "); it is checked, and made again if it is damaged, when the archive is opened the next time.",
                reason);
    }

    static Map<String, String> commitData(long sequence, FacetColumns columns) {
        return Map.of(
                VERSION,
                Integer.toString(IndexSchema.VERSION),
                SEQUENCE,
                Long.toString(sequence),
                COLUMNS,
                String.join("\n", columns.names()));
    }

    /// The columns of sidecars that a reader's commit holds as facets.
    static FacetColumns columns(DirectoryReader reader) throws IOException {
        String names = reader.getIndexCommit().getUserData().getOrDefault(COLUMNS, "");
        return new FacetColumns(names.lines().toList());
    }

    /// Whether a reader's commit was made by this schema.
    static boolean current(DirectoryReader reader) throws IOException {
        return current(reader.getIndexCommit().getUserData());
    }

    private static boolean current(Map<String, String> commitData) {
        return Integer.toString(IndexSchema.VERSION).equals(commitData.get(VERSION));
    }

    static long sequence(@org.jspecify.annotations.Nullable Iterable<Map.Entry<String, String>> commitData) {
        if (commitData != null) {
            for (Map.Entry<String, String> entry : commitData) {
                if (entry.getKey().equals(SEQUENCE)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    private static void emptyUnlessGood(Directory directory, Path folder, FacetColumns columns) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            if (directory.listAll().length <= 1 || good(directory, folder, columns)) {
                return;
            }
            lock.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static boolean good(Directory directory, Path folder, FacetColumns columns) {
        Checksums checksums = new Checksums(folder, directory);
        try {
            checksums.verifyUnlisted();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                if (current(reader) && columns.equals(columns(reader))) {
                    checksums.listVerified();
                    return true;
                }
                LOG.info(
                        "The index in {} was made {}; it is emptied and filled again.",
                        folder,
                        current(reader) ? "with other facets" : "by another version");
            }
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("The index in {} is damaged; it is emptied and filled again: {}", folder, damaged.toString());
        }
        return false;
    }
}
