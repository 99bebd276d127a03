package sourcebook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sourcebook.analysis.Concordance;
import sourcebook.analysis.ConcordancePage;
import sourcebook.analysis.ConcordanceRequest;
import sourcebook.analysis.ConcordanceRow;
import sourcebook.analysis.ConcordanceSort;
import sourcebook.analysis.Context;
import sourcebook.analysis.Csv;
import sourcebook.analysis.Work;
import sourcebook.api.AnalysisShapes;
import sourcebook.api.JsonShapes;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;

@Command(
        name = "concordance",
        description = "Lists all hits of a query in their contexts. Works while the archive is open elsewhere.",
        mixinStandardHelpOptions = true)
final class ConcordanceCommand implements Callable<Integer> {
    private static final int DEFAULT_LIMIT = 50;
    private static final int WIDTH = 60;

    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Asked asked = new Asked();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "document (default), before, after, hit, date, country or source; before2 begins with the"
                    + " second word before the hit; `--order=-date` turns it round.")
    private String order = "document";

    @Option(names = "--words", paramLabel = "N", description = "Words of context on each side.")
    private @Nullable Integer words;

    @Option(names = "--characters", paramLabel = "N", description = "Characters of context on each side (default: 60).")
    private int characters = WIDTH;

    @Option(names = "--group", paramLabel = "FACET", description = "Lines stand by the values of this facet.")
    private @Nullable String group;

    @Option(names = "--value", paramLabel = "VALUE", description = "Only the lines of this value of the facet.")
    private @Nullable String value;

    @Option(names = "--limit", paramLabel = "N", description = "Lines to print (default: 50); CSV and JSON have all.")
    private int limit = DEFAULT_LIMIT;

    @Option(names = "--csv", description = "CSV, all lines.")
    private boolean csv;

    @Option(names = "--bom", description = "CSV with a byte order mark, for spreadsheets.")
    private boolean mark;

    @Option(names = "--json", description = "JSON: one object a line for each hit, all of them.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConcordanceRequest request = request();
        PrintWriter out = spec.commandLine().getOut();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (OpenForReading open = OpenForReading.of(archive.folder());
                Concordance concordance = new Concordance(open.engine(), open.catalogue(), temporary)) {
            if (csv) {
                out.print(mark ? Csv.BYTE_ORDER_MARK : "");
                concordance.writeCsv(request, out, new Work());
            } else if (json) {
                SearchRequest search = request.search();
                concordance.forEach(
                        request, row -> out.println(JsonShapes.line(AnalysisShapes.row(row, search))), new Work());
            } else {
                print(out, concordance.page(request, 0, limit, new Work()));
            }
        }
        out.flush();
        return 0;
    }

    private ConcordanceRequest request() {
        ConcordanceSort sort = ConcordanceSort.parse(order)
                .orElseThrow(() -> new IllegalArgumentException("--order takes document, before, after, hit, date,"
                        + " country or source, not “" + order + "”."));
        Context context = words == null
                ? new Context(Context.Unit.CHARACTERS, characters)
                : new Context(Context.Unit.WORDS, words);
        Facet facet = group == null
                ? null
                : Facet.ofParameter(group)
                        .orElseThrow(() -> new IllegalArgumentException("There is no facet “" + group + "”."));
        if (value != null && facet == null) {
            throw new IllegalArgumentException("--value is one of a facet, which --group names.");
        }
        return new ConcordanceRequest(asked.request(), sort, context, facet, value);
    }

    private void print(PrintWriter out, ConcordancePage page) {
        out.printf("%d %s in %d%n", page.hits(), page.hits() == 1 ? "hit" : "hits", page.documents());
        page.notes().forEach(out::println);
        String last = null;
        for (ConcordanceRow row : page.rows()) {
            if (row.group() != null && !row.group().equals(last)) {
                last = row.group();
                out.printf("%n%s%n", last);
            }
            out.println(" ".repeat(Math.max(0, characters - row.before().length())) + row.before() + "[" + row.hit()
                    + "]" + row.after() + "  (" + row.title() + ", p. " + row.page() + ")");
        }
        if (page.rows().size() < page.lines()) {
            out.printf("… %d more%n", page.lines() - page.rows().size());
        }
    }
}
