package sourcebook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.ingest.OpenArchive;

@Command(
        name = "ingest",
        description = "Takes files and folders into the archive. They stay where they are and are never changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without PATH the archive's own folder is read. Files that are unchanged since the last time are not read"
                    + " again. Ctrl-C stops; what was read stays, the rest is taken up next time."
        })
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Parameters(paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "Ends with the ledger's sums as one line of JSON.")
    private boolean json;

    /// A run that brought more than one of so many files is worth merging the index for: it costs time as the whole
    /// archive does, not as what came.
    private static final int LARGE_SHARE = 10;

    /// Files with which it takes more than a moment.
    private static final int LARGE = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Failure.ifMissing(paths);
        PrintWriter out = spec.commandLine().getOut();
        LedgerTotals totals;
        try (OpenArchive open = OpenArchive.open(archive.folder())) {
            Thread stop = new Thread(open.ingest()::stop, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            long before = open.ledger().totals().received();
            try (ProgressLine bar = new ProgressLine(System.err, open.ingest())) {
                totals =
                        paths.isEmpty() ? open.ingest().rescan() : open.ingest().ingest(paths);
                long scans = open.ingest().waitingForRecognition();
                if (scans > 0) {
                    PrintWriter err = spec.commandLine().getErr();
                    err.printf(
                            "%s, everything else is found already. Ctrl-C leaves the rest for the next start.%n",
                            scans == 1
                                    ? "One document is being recognised"
                                    : scans + " documents are being recognised");
                    err.flush();
                }
                open.ingest().awaitUpkeep();
                totals = open.ledger().totals();
            }
            if ((totals.received() - before) * LARGE_SHARE > totals.received()) {
                if (totals.received() >= LARGE) {
                    PrintWriter err = spec.commandLine().getErr();
                    err.println(
                            "Everything is found. The index is merged, so that searches are faster; Ctrl-C leaves it as it is.");
                    err.flush();
                }
                open.engine().settle(); // otherwise it is done where an archive stays open
            }
        }
        if (json) {
            out.println(JsonShapes.line(JsonShapes.totals(totals)));
        } else {
            out.println(LedgerCommand.sums(totals));
            if (totals.skipped() + totals.failed() > 0) {
                out.println("`sourcebook ledger --outcome failed` (or skipped) says why.");
            }
        }
        out.flush();
        return 0;
    }
}
