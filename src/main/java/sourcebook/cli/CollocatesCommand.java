package sourcebook.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sourcebook.analysis.Collocate;
import sourcebook.analysis.CollocateMeasure;
import sourcebook.analysis.CollocateRequest;
import sourcebook.analysis.CollocateTable;
import sourcebook.analysis.Collocates;
import sourcebook.analysis.Csv;
import sourcebook.analysis.Work;
import sourcebook.api.AnalysisShapes;
import sourcebook.api.JsonShapes;

@Command(
        name = "collocates",
        description = "Lists words that stand near the hits of a query more often than chance would have it. Works"
                + " while the archive is open elsewhere.",
        mixinStandardHelpOptions = true)
final class CollocatesCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Asked asked = new Asked();

    @Option(names = "--before", paramLabel = "N", description = "Words before a hit that are near (default: 5).")
    private int before = 5;

    @Option(names = "--after", paramLabel = "N", description = "Words after a hit that are near (default: 5).")
    private int after = 5;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "log-likelihood (Dunning 1993; default) or logDice (Rychlý 2008).")
    private String measure = CollocateMeasure.LOG_LIKELIHOOD.label();

    @Option(names = "--least", paramLabel = "N", description = "Fewest places near hits (default: 3).")
    private int least = 3;

    @Option(names = "--function-words", description = "Lists articles, pronouns, prepositions and the like too.")
    private boolean functionWords;

    @Option(names = "--limit", paramLabel = "N", description = "Words to list (default: 100).")
    private int limit = 100;

    @Option(names = "--csv", description = "CSV.")
    private boolean csv;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CollocateMeasure by = Arrays.stream(CollocateMeasure.values())
                .filter(one -> one.label().equalsIgnoreCase(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--measure takes log-likelihood or logDice, not “" + measure + "”."));
        CollocateRequest request =
                new CollocateRequest(asked.request(), before, after, by, least, functionWords, limit);
        PrintWriter out = spec.commandLine().getOut();
        try (OpenForReading open = OpenForReading.of(archive.folder())) {
            CollocateTable table = new Collocates(open.engine()).of(request, new Work());
            if (json) {
                out.println(JsonShapes.line(AnalysisShapes.collocates(table, request.search())));
            } else {
                print(out, table);
            }
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, CollocateTable table) {
        if (!csv) {
            out.printf(
                    "%d hits in %d; %d words near them, %d in %s%n",
                    table.hits(),
                    table.documents(),
                    table.window(),
                    table.words(),
                    table.narrowed() ? "the selection" : "the archive");
            table.notes().forEach(out::println);
        }
        out.print(line("word", "together", "frequency", "expected", "log-likelihood", "logDice"));
        for (Collocate row : table.rows()) {
            out.print(line(
                    row.word(),
                    Long.toString(row.together()),
                    Long.toString(row.frequency()),
                    String.format(Locale.ROOT, "%.2f", row.expected()),
                    String.format(Locale.ROOT, "%.2f", row.logLikelihood()),
                    String.format(Locale.ROOT, "%.2f", row.logDice())));
        }
    }

    private String line(String... cells) {
        return csv ? Csv.line(cells) : String.join("\t", cells) + System.lineSeparator();
    }
}
