package sourcebook.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.search.Layer;
import sourcebook.search.QueryHelp;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;

@Command(
        name = "search",
        description = "Searches the archive. Works while it is open elsewhere.",
        mixinStandardHelpOptions = true,
        modelTransformer = SearchCommand.QueryLanguage.class)
final class SearchCommand implements Callable<Integer> {
    /// The query language under the options.
    static final class QueryLanguage implements IModelTransformer {
        /// Of the usage's 80, without the margin.
        private static final int COLUMNS = 76;

        @Override
        public CommandSpec transform(CommandSpec spec) {
            List<String> footer = new ArrayList<>(List.of("", "QUERY; an empty one matches every document:"));
            QueryHelp.lines(COLUMNS).forEach(line -> footer.add("  " + line));
            spec.usageMessage().footer(footer.toArray(String[]::new));
            return spec;
        }
    }

    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for; several words need no quotes.")
    private List<String> words = List.of();

    @Option(names = "--offset", paramLabel = "N", description = "Results to skip.")
    private int offset;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SearchRequest request = options.request(String.join(" ", words), offset);
        try (SearchEngine engine = OpenForReading.engine(archive.folder())) {
            SearchResult result = engine.search(request);
            PrintWriter out = spec.commandLine().getOut();
            if (options.json()) {
                out.println(JsonShapes.line(JsonShapes.result(result)));
            } else {
                print(out, result);
            }
            out.flush();
        }
        return 0;
    }

    private void print(PrintWriter out, SearchResult result) {
        out.printf(
                "%s%d %s%s%n",
                result.hitCount() == null
                        ? ""
                        : result.hitCount() + (result.hitCount() == 1 ? " hit in " : " hits in "),
                result.total(),
                options.counted(result.total()),
                result.understoodAs().isEmpty() ? "" : " for " + result.understoodAs());
        result.notes().forEach(out::println);
        if (result.incomplete() != null) {
            out.println(result.incomplete());
        }
        result.offers().forEach(offer -> out.printf("%d would be found: %s%n", offer.total(), offer.sentence()));
        if (result.inFurniture() != null && result.inFurniture() > 0) {
            out.printf("also in page furniture: %d (in:furniture)%n", result.inFurniture());
        }
        int number = offset;
        for (SearchResult.Result one : result.results()) {
            out.printf("%n%d. %s%n", ++number, one.title());
            out.printf(
                    "   %s  %s  %s  %s%n",
                    one.date() == null ? "undated" : one.date(),
                    one.source() == null ? "source unknown" : one.source(),
                    String.join(" ", one.countries()),
                    one.path());
            StoryCopies story = one.story();
            if (story != null && story.copies() > 1) {
                out.printf(
                        "   story %s: %d copies%s%n",
                        story.id(),
                        story.copies(),
                        story.countries().isEmpty() ? "" : " in " + String.join(" ", story.countries()));
            }
            for (Snippet snippet : one.snippets()) {
                String page = snippet.layer() == Layer.FURNITURE ? "around" : "p. " + snippet.page();
                out.printf("   %-7s %s%n", page, snippet.text());
            }
        }
    }
}
