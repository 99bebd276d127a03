package sourcebook.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sourcebook.catalogue.ArchiveFolder;

/// `--archive DIR`, the same for every command. Without it: the environment's `SOURCEBOOK_ARCHIVE`, else the folder
/// `archive` beside the launcher, else the one below the working folder.
final class ArchiveOption {
    @Option(
            names = {"-a", "--archive"},
            paramLabel = "DIR",
            description =
                    "The archive's folder (default: $SOURCEBOOK_ARCHIVE, else the `archive` beside the launcher).")
    private @Nullable Path given;

    ArchiveFolder folder() {
        if (given != null) {
            return new ArchiveFolder(given);
        }
        String environment = System.getenv("SOURCEBOOK_ARCHIVE");
        if (environment != null && !environment.isBlank()) {
            return new ArchiveFolder(Path.of(environment));
        }
        String home = System.getenv("SOURCEBOOK_HOME");
        return new ArchiveFolder(Path.of(home == null ? "." : home).resolve("archive"));
    }
}
