package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.search.Facet;
import sourcebook.search.QueryCompletion;
import sourcebook.search.QueryCompletion.Completion;
import sourcebook.search.SearchEngine;
import sourcebook.search.Suggestion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody who is typing a query may mean.
@RestController
@RequestMapping(path = "/api/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search")
final class SuggestController {
    private static final int MOST_OF_A_KIND = 4; // a list that is read while typing

    /// More than this is pasted, not typed.
    private static final int LONGEST = 500;

    private final SearchEngine engine;

    SuggestController(SearchEngine engine) {
        this.engine = engine;
    }

    @GetMapping
    @Operation(
            summary = "Suggestions for a query that is being typed",
            description = "In the order in which they are shown. `query` stands in the place of the characters `from` "
                    + "to `to` of what was typed. Kinds: `complete` (of the query language), `title` (with the `document`), `source`, `country`, `phrase`, "
                    + "`spelling`.")
    @Parameter(in = QUERY, name = "typed", description = "What was typed so far")
    @Parameter(
            in = QUERY,
            name = "caret",
            description = "Where in it the caret stands; at its end if not given",
            schema = @Schema(type = "integer", minimum = "0"))
    ObjectNode suggest(@Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("typed", "caret"));
        String typed = given.text("typed", "");
        int caret = Math.min(typed.length(), given.number("caret", typed.length(), 0, Integer.MAX_VALUE));
        ObjectNode json = JsonShapes.object();
        ArrayNode suggestions = json.putArray("suggestions");
        if (typed.length() > LONGEST || typed.isBlank()) {
            return json;
        }
        QueryCompletion.at(typed, caret, columns()).forEach(completion -> suggestions.add(completion(completion)));
        if (caret == typed.length()) {
            engine.suggest(typed, MOST_OF_A_KIND)
                    .forEach(suggestion -> suggestions.add(suggestion(suggestion, typed.length())));
        }
        return json;
    }

    private Set<String> columns() {
        return engine.facets().stream()
                .filter(facet -> facet.kind() == Facet.Kind.CUSTOM)
                .map(Facet::key)
                .collect(Collectors.toSet());
    }

    private static ObjectNode completion(Completion completion) {
        ObjectNode json = JsonShapes.object()
                .put("kind", "complete")
                .put("text", completion.text().strip())
                .put("query", completion.text())
                .put("from", completion.from())
                .put("to", completion.to());
        return completion.label().equals(completion.text().strip()) ? json : json.put("detail", completion.label());
    }

    private static ObjectNode suggestion(Suggestion suggestion, int to) {
        ObjectNode json = JsonShapes.object()
                .put("kind", JsonShapes.lower(suggestion.kind()))
                .put("text", suggestion.text())
                .put("query", suggestion.query())
                .put("from", 0)
                .put("to", to)
                .put("documents", suggestion.documents());
        if (suggestion.document() != null) {
            json.put("document", suggestion.document().shortForm());
        }
        return json;
    }
}
