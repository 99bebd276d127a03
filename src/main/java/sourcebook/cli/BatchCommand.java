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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
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
    private final Refinements refinements = new Refinements();

    @Parameters(paramLabel = "FILE", description = "Queries, one a line: an id, a tab, the query.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "One JSON object a line, with the id.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "Documents to list for each query (default: 10).")
    private int limit = 10;

    @Option(names = "--count-hits", description = "Counts the hits of each query, exactly.")
    private boolean countHits;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("id\tdocuments" + (countHits ? "\thits" : "") + "\tunderstood as");
        }
        try (SearchEngine engine =
                        LuceneSearchEngine.openReadOnly(archive.folder().index());
                BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab >= 0) {
                    print(out, line.substring(0, tab), answer(engine, line.substring(tab + 1)));
                }
            }
        }
        out.flush();
        return 0;
    }

    private SearchResult answer(SearchEngine engine, String query) {
        return engine.search(refinements
                .apply(SearchRequest.of(query))
                .withPage(0, limit)
                .withCountHits(countHits)
                .withFacets(json));
    }

    private void print(PrintWriter out, String id, SearchResult result) {
        if (json) {
            ObjectNode shape = JsonShapes.object().put("id", id);
            shape.setAll(JsonShapes.result(result));
            out.println(JsonShapes.line(shape));
        } else {
            out.println(id + "\t" + result.total() + (countHits ? "\t" + result.hitCount() : "") + "\t"
                    + result.understoodAs());
        }
    }
}
