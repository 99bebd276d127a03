package sourcebook.cli;

import java.io.PrintWriter;
import java.util.List;
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
import sourcebook.search.Snippet;
import sourcebook.search.lucene.LuceneSearchEngine;

@Command(
        name = "search",
        description = "Searches the archive. Works while it is open elsewhere.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "QUERY: words (all must occur), \"exact phrases\", OR, NOT, ( ), wildcards govern* wom?n, and fields:",
            "title: creator: source: country: year:2012..2017 language: type: body:. Empty matches every document."
        })
final class SearchCommand implements Callable<Integer> {
    private static final int DEFAULT_LIMIT = 10;

    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Refinements refinements = new Refinements();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for; several words need no quotes.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "Documents to list (default: 10); 0 for totals alone.")
    private int limit = DEFAULT_LIMIT;

    @Option(names = "--offset", paramLabel = "N", description = "Documents to skip.")
    private int offset;

    @Option(names = "--snippets", paramLabel = "N", description = "Most snippets a document (default: 3).")
    private int snippets = 3;

    @Option(names = "--count-hits", description = "Counts the hits over all matching documents, exactly.")
    private boolean countHits;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SearchRequest request = refinements
                .apply(SearchRequest.of(String.join(" ", words)))
                .withPage(offset, limit)
                .withSnippets(snippets)
                .withCountHits(countHits)
                .withFacets(json);
        try (SearchEngine engine =
                LuceneSearchEngine.openReadOnly(archive.folder().index())) {
            SearchResult result = engine.search(request);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
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
                result.total() == 1 ? "document" : "documents",
                result.understoodAs().isEmpty() ? "" : " for " + result.understoodAs());
        result.notes().forEach(out::println);
        int number = offset;
        for (SearchResult.Result one : result.results()) {
            out.printf("%n%d. %s%n", ++number, one.title());
            out.printf(
                    "   %s  %s  %s  %s%n",
                    one.date() == null ? "undated" : one.date(),
                    one.source() == null ? "source unknown" : one.source(),
                    String.join(" ", one.countries()),
                    one.path());
            for (Snippet snippet : one.snippets()) {
                out.printf("   p. %-4d %s%n", snippet.page(), snippet.text());
            }
        }
    }
}
