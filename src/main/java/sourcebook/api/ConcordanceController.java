package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.analysis.Concordance;
import sourcebook.analysis.ConcordanceRequest;
import sourcebook.analysis.ConcordanceSort;
import sourcebook.analysis.Context;
import sourcebook.analysis.Works;
import sourcebook.search.Facet;
import tools.jackson.databind.node.ObjectNode;

/// All hits of a search in their contexts.
@RestController
@Tag(name = "Concordance", description = "All hits of a search in their contexts (KWIC)")
final class ConcordanceController {
    private static final int MOST_ROWS = 1_000; // in one answer; further ones by offset
    private static final Set<String> OWN =
            Set.of("order", "characters", "words", "group", "value", "offset", "limit", "bom");

    private final Concordance concordance;
    private final SearchParameters parameters;
    private final Works works;

    ConcordanceController(Concordance concordance, SearchParameters parameters, Works works) {
        this.concordance = concordance;
        this.works = works;
        this.parameters = parameters;
    }

    @GetMapping(path = "/api/concordance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A stretch of a concordance",
            description =
                    "`before` and `after` are in reading order. `lines` counts the rows on all pages: grouped by a "
                            + "facet, a hit of a document with two values stands under both; `hits` counts it once.")
    @Searching
    @Parameter(
            in = QUERY,
            name = "order",
            description = "document, before, after, hit, date, country or source; before2 begins with the second "
                    + "word before the hit (up to 5); a minus sign in front turns the order round",
            schema = @Schema(defaultValue = "document"))
    @Parameter(
            in = QUERY,
            name = "characters",
            description = "Characters of context on each side",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "60"))
    @Parameter(
            in = QUERY,
            name = "words",
            description = "Words of context on each side, instead of characters",
            schema = @Schema(type = "integer", minimum = "0", maximum = "100"))
    @Parameter(in = QUERY, name = "group", description = "The facet by whose values the rows stand")
    @Parameter(in = QUERY, name = "value", description = "Only the rows of this value of `group`")
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "100"))
    ObjectNode page(
            @Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response) {
        Parameters given = parameters.of(http, OWN);
        ConcordanceRequest request = request(given);
        return AnalysisShapes.concordance(
                concordance.page(
                        request,
                        given.number("offset", 0, 0, Integer.MAX_VALUE),
                        given.number("limit", 100, 0, MOST_ROWS),
                        works.begin(new HangUp(response))),
                request.search());
    }

    @GetMapping("/api/concordance.csv")
    @Operation(
            summary = "A whole concordance as CSV, without a limit",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv")))
    @Searching
    @Parameter(in = QUERY, name = "order", description = "As for a stretch")
    @Parameter(in = QUERY, name = "characters", schema = @Schema(type = "integer", defaultValue = "60"))
    @Parameter(in = QUERY, name = "words", schema = @Schema(type = "integer"))
    @Parameter(in = QUERY, name = "group", description = "The facet by whose values the rows stand")
    @Parameter(in = QUERY, name = "value", description = "Only the rows of this value of `group`")
    @Parameter(
            in = QUERY,
            name = "bom",
            description = "A byte order mark, which tells spreadsheets that the file is UTF-8",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    void csv(@Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Parameters given = parameters.of(http, OWN);
        ConcordanceRequest request = request(given);
        Download.csv(
                response,
                "concordance.csv",
                given.flag("bom", false),
                (out, reader) -> concordance.writeCsv(request, out, works.begin(reader)));
    }

    private ConcordanceRequest request(Parameters given) {
        String order = given.text("order", "document");
        ConcordanceSort sort = ConcordanceSort.parse(order)
                .orElseThrow(() -> new BadRequest("The parameter order is document, before, after, hit, date, country "
                        + "or source, not “" + order + "”."));
        Context context = given.has("words")
                ? new Context(Context.Unit.WORDS, given.number("words", 0, 0, Context.MOST_WORDS))
                : new Context(
                        Context.Unit.CHARACTERS,
                        given.number("characters", Context.USUAL.length(), 0, Context.MOST_CHARACTERS));
        Facet group = group(given);
        String value = given.has("value") ? given.text("value", "") : null;
        if (value != null && group == null) {
            throw new BadRequest("The parameter value is one of a facet, which the parameter group names.");
        }
        return new ConcordanceRequest(parameters.spelledOut(given), sort, context, group, value);
    }

    private static @Nullable Facet group(Parameters given) {
        String name = given.text("group", "").strip();
        return name.isEmpty()
                ? null
                : Facet.ofParameter(name)
                        .orElseThrow(() -> new BadRequest("The parameter group is a facet, not “" + name + "”."));
    }
}
