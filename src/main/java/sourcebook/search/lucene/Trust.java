package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import sourcebook.search.IndexDamagedException;

/// Whether the files of an index are taken to be in order: once one has failed somebody, the next start reads them all.
/// Thread-safe.
final class Trust {
    private final Path folder;
    private volatile boolean lost;

    Trust(Path folder) {
        this.folder = folder;
    }

    /// Whether a file has failed somebody.
    boolean lost() {
        return lost;
    }

    /// Whether a failure comes from a damaged file: reading one goes wrong in many ways, and only the checksums tell.
    boolean harmed(Throwable odd, Directory directory) {
        boolean interrupted = Thread.interrupted();
        try {
            new Checksums(folder, directory).verifyAll();
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

    /// What is thrown when a file failed somebody; from now on it is not trusted.
    ///
    /// @param done what cannot be done with the index
    IndexDamagedException lose(String done, Throwable reason, @Nullable Directory directory) {
        lost = true;
        IndexDamagedException damaged = IndexFolder.damaged(folder, done, reason);
        if (directory != null) {
            try {
                new Checksums(folder, directory).forget();
            } catch (IOException kept) {
                damaged.addSuppressed(kept);
            }
        }
        return damaged;
    }
}
