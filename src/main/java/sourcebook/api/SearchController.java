package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.node.ObjectNode;

/// Searching.
@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search")
final class SearchController {
    private static final int MOST_RESULTS = 1_000; // in one answer; further ones by offset
    private static final int MOST_SNIPPETS = 100;
    private static final Set<String> OWN = Set.of("offset", "limit", "snippets", "countHits", "facets");

    private final SearchEngine engine;
    private final SearchParameters parameters;

    SearchController(SearchEngine engine, SearchParameters parameters) {
        this.engine = engine;
        this.parameters = parameters;
    }

    @GetMapping
    @Operation(
            summary = "Search the archive",
            description =
                    "An empty query matches every document. Totals, facets and hit counts are exact; only if `incomplete` is "
                            + "there, a costly query was broken off, and they are “at least”: its sentence says so. Values of "
                            + "one facet are alternatives, facets are combined; the value `unknown` chooses documents without "
                            + "one. `copies` and `stories` are both given, `total` is the one that is counted; `inFurniture` is "
                            + "the total of the same query in the text around the works, null if it asks for no words or was "
                            + "not counted. `remarks` say what of the query was forgiven, or is in `error` and read as plain "
                            + "words, with its `start` and `end` in UTF-16 units of the query; `notes` are the same as "
                            + "sentences, with what concerns the rest of the request. Where nothing is found, `offers` hold "
                            + "what would find something, each tried, with its `total`: of the kind `any_word` with "
                            + "`match=any`, of the kind `filter` without what its sentence names.")
    @Searching
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            description = "0 gives totals and facets alone",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "10"))
    @Parameter(
            in = QUERY,
            name = "snippets",
            description = "Most snippets for a result",
            schema = @Schema(type = "integer", minimum = "0", maximum = "100", defaultValue = "3"))
    @Parameter(
            in = QUERY,
            name = "countHits",
            description = "Count the hits over all matching documents",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(in = QUERY, name = "facets", schema = @Schema(type = "boolean", defaultValue = "true"))
    ObjectNode search(@Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = parameters.of(request, OWN);
        SearchRequest asked = parameters
                .request(given)
                .withPage(given.number("offset", 0, 0, Integer.MAX_VALUE), given.number("limit", 10, 0, MOST_RESULTS))
                .withSnippets(given.number("snippets", 3, 0, MOST_SNIPPETS))
                .withCountHits(given.flag("countHits", false))
                .withFacets(given.flag("facets", true));
        return JsonShapes.result(engine.search(asked));
    }
}
