package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.ArchiveFolder;

/// Walks folders and names every file in them once. Reads only names, sizes and times. Links are not followed, so that
/// nothing outside the named folders is read.
final class Finder {
    /// A file as seen.
    ///
    /// @param hiddenFolder whether it is a folder that is not looked into
    record Sighting(Path file, BasicFileAttributes attributes, boolean hiddenFolder) {
        /// Why it is not read, null when it is. Asked of files that are new or changed alone.
        @Nullable
        String refusal() {
            if (hiddenFolder) {
                return "junk: a hidden folder, not looked into";
            }
            if (attributes.isSymbolicLink()) {
                return "a symbolic link; links are not followed";
            }
            if (!attributes.isRegularFile()) {
                return "not a regular file";
            }
            String name = file.getFileName().toString();
            if (name.equals(Sidecars.NAME)) {
                return Sidecars.REASON;
            }
            return Junk.reason(name).orElse(attributes.size() == 0 ? "the file is empty (0 bytes)" : null);
        }
    }

    /// Takes what is found, in the order of the walk.
    interface Receiver {
        void found(Sighting sighting);

        /// A folder (or file) that could not be looked into; what was known below it must not be taken for gone.
        void unreadable(Path path, IOException reason);
    }

    private Finder() {}

    /// Names every file at or below `start`.
    static void walk(Path start, Receiver receiver) throws IOException {
        Files.walkFileTree(start, new FileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(start)) {
                    return FileVisitResult.CONTINUE;
                }
                String name = folder.getFileName().toString();
                if (name.equals(ArchiveFolder.STATE)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (hidden(name)) {
                    receiver.found(new Sighting(folder, attributes, true));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                receiver.found(sighting(file, attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                receiver.unreadable(file, reason);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
                if (reason != null) {
                    receiver.unreadable(folder, reason);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Every file below the paths that would be read, in the order of the walk.
    static List<Path> documents(List<Path> starts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path start : starts) {
            walk(start, new Receiver() {
                @Override
                public void found(Sighting sighting) {
                    if (sighting.refusal() == null) {
                        files.add(sighting.file());
                    }
                }

                @Override
                public void unreadable(Path path, IOException reason) {
                    files.add(path); // reading it will say why it cannot be read
                }
            });
        }
        return files;
    }

    /// Whether a folder, or one that it lies in, is not looked into.
    ///
    /// @param folder relative to where a walk would begin
    static boolean hidden(Path folder) {
        for (Path name : folder) {
            if (hidden(name.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidden(String name) {
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    static Sighting sighting(Path file, BasicFileAttributes attributes) {
        return new Sighting(file, attributes, false);
    }
}
