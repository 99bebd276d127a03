package sourcebook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.analysis.BatchList;
import sourcebook.analysis.BatchQuery;
import sourcebook.analysis.BatchRow;
import sourcebook.analysis.BatchSearch;
import sourcebook.analysis.BatchTable;
import sourcebook.analysis.Csv;
import sourcebook.analysis.Work;
import sourcebook.api.JsonShapes;
import sourcebook.api.PageAddress;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "batch",
        description = "Searches a list of queries. Works while the archive is open elsewhere.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "Queries: CSV with a column `query` (and `id` or `name`), lines `id TAB query`, or one query"
                    + " a line.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--csv", description = "The table of totals as CSV.")
    private boolean csv;

    @Option(names = "--bom", description = "CSV with a byte order mark, for spreadsheets.")
    private boolean mark;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Writes the table of totals as a workbook.")
    private @Nullable Path xlsx;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<BatchQuery> queries = BatchList.read(BatchList.decoded(Files.readAllBytes(file)), Integer.MAX_VALUE);
        try (SearchEngine engine = OpenForReading.engine(archive.folder())) {
            if (csv || xlsx != null) {
                table(out, engine, queries);
            } else {
                if (!options.json()) {
                    out.println(
                            "id\t" + options.counted(0) + (options.countHits() ? "\thits" : "") + "\tunderstood as");
                }
                for (BatchQuery query : queries) {
                    print(out, query.id(), engine.search(options.request(query.query(), 0)));
                }
            }
        }
        out.flush();
        return 0;
    }

    private void table(PrintWriter out, SearchEngine engine, List<BatchQuery> queries) throws IOException {
        SearchRequest template = options.request("", 0);
        List<BatchRow> rows = new ArrayList<>();
        new BatchSearch(engine).run(queries, template, rows::add, new Work());
        Function<BatchRow, String> link = row -> PageAddress.of(row, template);
        if (csv) {
            out.print(mark ? Csv.BYTE_ORDER_MARK : "");
            BatchTable.csv(rows, link, out);
        }
        if (xlsx != null) {
            try (OutputStream stream = Files.newOutputStream(xlsx)) {
                BatchTable.xlsx(rows, link, Version.text(), stream);
            }
        }
    }

    private void print(PrintWriter out, String id, SearchResult result) {
        if (options.json()) {
            ObjectNode shape = JsonShapes.object().put("id", id);
            shape.setAll(JsonShapes.result(result));
            out.println(JsonShapes.line(shape));
        } else {
            out.println(id + "\t" + result.total() + (options.countHits() ? "\t" + result.hitCount() : "") + "\t"
                    + result.understoodAs());
        }
    }
}
