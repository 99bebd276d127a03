package sourcebook.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Removes what workers leave in folders of ours.
final class SpoolFolder {
    private SpoolFolder() {}

    /// Deletes a folder with all it holds, as far as that is possible: a file still held open stays for the
    /// system's own cleaning of temporary folders, and harms nothing.
    static void delete(@Nullable Path folder) {
        if (folder != null) {
            clear(folder, true);
        }
    }

    /// Deletes what lies in a folder, not the folder.
    static void empty(Path folder) {
        clear(folder, false);
    }

    private static void clear(Path folder, boolean itself) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (itself || !path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            System.getLogger(SpoolFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "left behind: " + folder, e);
        }
    }
}
