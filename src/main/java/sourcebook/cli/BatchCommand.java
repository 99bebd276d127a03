package sourcebook.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.lucene.LuceneSearchEngine;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "batch",
        description = "Searches a list of queries: a file with lines `id TAB query`.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Parameters(paramLabel = "FILE", description = "Queries, one a line: an id, a tab, the query.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (!options.json()) {
            out.println("id\t" + options.counted(0) + (options.countHits() ? "\thits" : "") + "\tunderstood as");
        }
        try (SearchEngine engine =
                        LuceneSearchEngine.openReadOnly(archive.folder().index());
                BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab >= 0) {
                    print(out, line.substring(0, tab), engine.search(options.request(line.substring(tab + 1), 0)));
                }
            }
        }
        out.flush();
        return 0;
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
