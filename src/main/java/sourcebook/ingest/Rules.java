package sourcebook.ingest;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Location;
import sourcebook.description.Describer;
import sourcebook.description.SourceNames;

/// The rules that describe the documents of an archive: those of the program, with the archive's own
/// names of sources ([SourceNames#FILE_NAME] in its folder). Thread-safe.
final class Rules {
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    static final String REASON = "the archive's names of sources: they went into the records";

    /// Rules as they are at one moment.
    ///
    /// @param number tells them from others, never 0; documents described by others are described again
    /// @param problems sentences about what is wrong in the archive's own names
    record Current(Describer describer, int number, List<String> problems) {}

    private final Path file;
    private volatile Current current;

    Rules(Path root) {
        this.file = root.resolve(SourceNames.FILE_NAME);
        Current first;
        try {
            first = read();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
            first = new Current(new Describer(), Describer.VERSION, List.of());
        }
        this.current = first;
    }

    /// Whether the archive's own names of sources lie at this location.
    static boolean areNamesOf(Location location) {
        return location.path().equals(SourceNames.FILE_NAME) && !location.insideContainer();
    }

    Current current() {
        return current;
    }

    /// Reads the archive's own names again. When they cannot be read, what they said before holds.
    ///
    /// @return whether they changed
    boolean reread() throws IOException {
        Current before = current;
        Current now = read();
        current = now.number() == before.number()
                ? new Current(before.describer(), before.number(), now.problems())
                : now;
        return now.number() != before.number();
    }

    /// The same where what cannot be read is said later, with the file's row in the ledger.
    void rereadIfPossible() {
        try {
            reread();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
        }
    }

    private Current read() throws IOException {
        SourceNames names = SourceNames.NONE;
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                names = SourceNames.read(reader);
            }
        }
        return new Current(new Describer(names), number(names), names.problems());
    }

    /// The program's own rules count up from 1; an archive's names lead to numbers far above.
    private static int number(SourceNames names) {
        return names.names().isEmpty()
                ? Describer.VERSION
                : 1 << 30 | Objects.hash(Describer.VERSION, names.names(), names.countries()) >>> 2;
    }
}
