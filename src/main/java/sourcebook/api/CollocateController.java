package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.analysis.CollocateMeasure;
import sourcebook.analysis.CollocateRequest;
import sourcebook.analysis.Collocates;
import sourcebook.analysis.Works;
import tools.jackson.databind.node.ObjectNode;

/// Words that stand near the hits of a search.
@RestController
@Tag(name = "Concordance", description = "All hits of a search in their contexts (KWIC)")
final class CollocateController {
    private static final int MOST_ROWS = 10_000;
    private static final Set<String> OWN = Set.of("before", "after", "measure", "least", "functionWords", "limit");

    private final Collocates collocates;
    private final SearchParameters parameters;
    private final Works works;

    CollocateController(Collocates collocates, SearchParameters parameters, Works works) {
        this.works = works;
        this.collocates = collocates;
        this.parameters = parameters;
    }

    @GetMapping(path = "/api/collocates", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Words that stand near the hits more often than chance would have it",
            description = "Counted exactly, over all hits in texts. `together`: places near hits, each once; "
                    + "`frequency`: in all texts of what the filters choose (`within`: `selection`), or of the whole "
                    + "`archive`, of `words` running words; `expected`: as often as chance; "
                    + "`logLikelihood`: G² (Dunning 1993); `logDice`: Rychlý 2008.")
    @Searching
    @Parameter(
            in = QUERY,
            name = "before",
            description = "Words before a hit that are near",
            schema = @Schema(type = "integer", minimum = "0", maximum = "10", defaultValue = "5"))
    @Parameter(
            in = QUERY,
            name = "after",
            description = "Words after a hit that are near",
            schema = @Schema(type = "integer", minimum = "0", maximum = "10", defaultValue = "5"))
    @Parameter(
            in = QUERY,
            name = "measure",
            schema =
                    @Schema(
                            allowableValues = {"log-likelihood", "logDice"},
                            defaultValue = "log-likelihood"))
    @Parameter(
            in = QUERY,
            name = "least",
            description = "Fewest places near hits",
            schema = @Schema(type = "integer", minimum = "1", defaultValue = "3"))
    @Parameter(
            in = QUERY,
            name = "functionWords",
            description = "Lists articles, pronouns, prepositions and the like too",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "0", maximum = "10000", defaultValue = "100"))
    ObjectNode collocates(
            @Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response) {
        Parameters given = parameters.of(http, OWN);
        int before = given.number("before", 5, 0, CollocateRequest.FARTHEST);
        int after = given.number("after", 5, 0, CollocateRequest.FARTHEST);
        CollocateMeasure measure = given.oneOf(
                "measure",
                CollocateMeasure.LOG_LIKELIHOOD,
                List.of(CollocateMeasure.values()),
                CollocateMeasure::label);
        int least = given.number("least", 3, 1, Integer.MAX_VALUE);
        int limit = given.number("limit", 100, 0, MOST_ROWS);
        CollocateRequest request = BadRequest.ifRefused(() -> new CollocateRequest(
                parameters.request(given), before, after, measure, least, given.flag("functionWords", false), limit));
        return AnalysisShapes.collocates(collocates.of(request, works.begin(new HangUp(response))), request.search());
    }
}
