package sourcebook.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Temporary folders of this process and its workers: made with its id in their names, and removed.
final class SpoolFolder {
    private static final Pattern OURS = Pattern.compile("sourcebook-[a-z]+-(\\d{1,18})-.+");

    private SpoolFolder() {}

    /// A new folder in the system's own for temporary ones.
    ///
    /// @param kind how its name begins: `sourcebook-worker`
    static Path create(String kind) throws IOException {
        return Files.createTempDirectory(kind + "-" + ProcessHandle.current().pid() + "-");
    }

    /// Removes the folders of processes that are dead: one that was killed could not do so itself.
    static void sweep() {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path folder : all.toList()) {
                Matcher name = OURS.matcher(String.valueOf(folder.getFileName()));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    delete(folder);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            System.getLogger(SpoolFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "the folder for temporary files cannot be listed", e);
        }
    }

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
