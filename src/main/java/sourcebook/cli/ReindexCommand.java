package sourcebook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sourcebook.ingest.OpenArchive;

@Command(
        name = "reindex",
        description = "Makes the index again from the catalogue. No original is read.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (OpenArchive open = OpenArchive.openForReindex(archive.folder())) {
            open.ingest().catchUp();
            spec.commandLine()
                    .getOut()
                    .printf("%d documents indexed%n", open.engine().size());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
