package sourcebook.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sourcebook.description.SourceNames;
import sourcebook.ingest.OpenArchive;

@Command(
        name = "redescribe",
        description = "Describes documents again whose description was made by other rules than those of this program"
                + " and of the archive's source-names.csv.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Originals are not read again, save those that a version of the program read which kept too little of"
                    + " them. What people changed stays. Ctrl-C stops; the rest is taken up at the next start."
        })
final class RedescribeCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenArchive open = OpenArchive.open(archive.folder())) {
            Thread stop = new Thread(open.ingest()::stop, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            long others = open.ingest().describedByOtherRules();
            try (ProgressLine bar = new ProgressLine(System.err, open.ingest())) {
                open.ingest().redescribe();
            }
            long left = open.ingest().describedByOtherRules();
            out.printf("%d documents described again%n", others - left);
            open.ingest().problemsOfNames().forEach(problem -> out.println(SourceNames.FILE_NAME + ": " + problem));
            if (left > 0) {
                out.printf(
                        "%d stay as they are: their originals must be read for it, and are not there or cannot be read%n",
                        left);
            }
        }
        out.flush();
        return 0;
    }
}
