package sourcebook.catalogue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of an archive and where its state lies. Originals lie in the folder itself and are never changed; all
/// that Sourcebook writes lies in `.sourcebook` below it.
public record ArchiveFolder(Path root) {
    /// The folder of the archive's own state, never searched for documents.
    public static final String STATE = ".sourcebook";

    public ArchiveFolder {
        root = real(root.toAbsolutePath().normalize());
    }

    public Path state() {
        return root.resolve(STATE);
    }

    public Path database() {
        return state().resolve("catalogue.sqlite");
    }

    public Path index() {
        return state().resolve("index");
    }

    /// Unpacked parts of containers, by the hash of their bytes: derived, can be made again from the containers.
    public Path parts() {
        return state().resolve("parts");
    }

    /// Where a part with these bytes is kept.
    public Path part(DocumentId id) {
        return parts().resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    /// Images of pages and what is known of their layout: derived, can be made again from the originals.
    public Path pages() {
        return state().resolve("pages");
    }

    /// Work space that may be emptied at every start.
    public Path spool() {
        return state().resolve("spool");
    }

    public Path settings() {
        return state().resolve("settings.properties");
    }

    /// Where files given through the browser go.
    public Path uploads() {
        return root.resolve("uploads");
    }

    /// Makes the folder and its state, if they are missing.
    public void create() throws IOException {
        Files.createDirectories(state());
        Files.createDirectories(parts());
        Files.createDirectories(spool());
    }

    /// The location of a file: relative to the archive with `/` between names, absolute when it lies outside.
    public Location locate(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.startsWith(root) ? root.relativize(whole) : whole;
        return Location.of(slashed(shown));
    }

    /// A path with `/` between its names; where `\` is no separator it is a letter of the name and stays.
    public static String slashed(Path path) {
        return File.separatorChar == '/' ? path.toString() : path.toString().replace(File.separatorChar, '/');
    }

    /// An archive may be named by a link to its folder; links inside it are not followed.
    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException unreadable) {
            return folder;
        }
    }

    /// The file of a location; of the container, for a part.
    public Path resolve(Location location) {
        return root.resolve(location.path()).normalize();
    }
}
