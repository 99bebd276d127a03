package sourcebook.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Outcome;

@Command(
        name = "ledger",
        description = "Says what became of every file received. Works while the archive is open elsewhere.",
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Lists the files with this outcome: ${COMPLETION-CANDIDATES}.")
    private @Nullable Outcome outcome;

    @Option(names = "--json", description = "JSON: the sums, and with --outcome one line a file.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ArchiveFolder folder = archive.folder();
        if (!Files.exists(folder.database())) {
            throw new IllegalArgumentException(
                    folder.root() + " is not an archive yet. `sourcebook ingest --archive DIR PATH…` makes one.");
        }
        try (Database database = Database.openReadOnly(folder.database())) {
            Ledger ledger = new Ledger(database);
            LedgerTotals totals = ledger.totals();
            out.println(json ? JsonShapes.line(JsonShapes.totals(totals)) : sums(totals));
            if (outcome != null) {
                ledger.forEach(entry -> print(out, entry));
            }
        }
        out.flush();
        return 0;
    }

    static String sums(LedgerTotals totals) {
        return String.format(
                Locale.ROOT,
                "%d received = %d indexed + %d duplicate + %d skipped + %d failed%s",
                totals.received(),
                totals.indexed(),
                totals.duplicate(),
                totals.skipped(),
                totals.failed(),
                totals.underWay() == 0 ? "" : " + " + totals.underWay() + " under way");
    }

    private void print(PrintWriter out, LedgerEntry entry) {
        if (entry.outcome() != outcome) {
            return;
        }
        out.println(
                json
                        ? JsonShapes.line(JsonShapes.entry(entry))
                        : entry.location() + (entry.reason() == null ? "" : "\n    " + entry.reason()));
    }
}
