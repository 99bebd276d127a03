package sourcebook.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sourcebook.search.SearchRequest;

/// A query with its filters, and whether stories are counted: what a command works on as a whole.
final class Asked {
    @Mixin
    private final Refinements refinements = new Refinements();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for; several words need no quotes.")
    private List<String> words = List.of();

    @Option(names = "--stories", description = "Counts the copies of one story as one.")
    private boolean stories;

    SearchRequest request() {
        return refinements
                .apply(SearchRequest.of(String.join(" ", words)))
                .withStories(stories)
                .withFacets(false);
    }
}
