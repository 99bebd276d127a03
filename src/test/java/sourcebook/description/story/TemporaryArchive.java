package sourcebook.description.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An archive in a file of its own, which goes with it.
final class TemporaryArchive implements AutoCloseable {
    private final Path file;
    final StoryArchive stories;

    TemporaryArchive() {
        try {
            file = Files.createTempFile("stories", ".sqlite");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        stories = new StoryArchive(file);
    }

    long bytes() {
        return file.toFile().length();
    }

    @Override
    public void close() {
        stories.close();
        for (String suffix : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(Path.of(file + suffix));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
