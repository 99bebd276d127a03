package sourcebook.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sourcebook.search.SearchRequest;

/// How much a search on the command line gives, and what it counts; the same for one query and for a list of them.
final class SearchOptions {
    private static final int DEFAULT_LIMIT = 10;
    private static final int DEFAULT_SNIPPETS = 3;

    @Mixin
    private final Refinements refinements = new Refinements();

    @Option(names = "--json", description = "JSON: one object for a query.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Results to list for a query (default: 10); 0 for totals alone.")
    private int limit = DEFAULT_LIMIT;

    @Option(names = "--snippets", paramLabel = "N", description = "Most snippets for a result (default: 3).")
    private int snippets = DEFAULT_SNIPPETS;

    @Option(names = "--count-hits", description = "Counts the hits over all that matches, exactly.")
    private boolean countHits;

    @Option(
            names = "--stories",
            description = "Counts the copies of one story as one, in totals, results, facets and hits alike.")
    private boolean stories;

    boolean json() {
        return json;
    }

    boolean countHits() {
        return countHits;
    }

    /// What is counted: `document` or `story`, one or many.
    String counted(long number) {
        if (stories) {
            return number == 1 ? "story" : "stories";
        }
        return number == 1 ? "document" : "documents";
    }

    /// @param offset results to skip
    SearchRequest request(String query, int offset) {
        return refinements
                .apply(SearchRequest.of(query))
                .withPage(offset, limit)
                .withSnippets(snippets)
                .withCountHits(countHits)
                .withStories(stories)
                .withFacets(json);
    }
}
