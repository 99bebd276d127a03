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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sourcebook.access.Access;
import sourcebook.analysis.BatchList;
import sourcebook.analysis.BatchQuery;
import sourcebook.analysis.BatchRow;
import sourcebook.analysis.BatchRun;
import sourcebook.analysis.BatchRuns;
import sourcebook.analysis.BatchTable;
import tools.jackson.databind.node.ObjectNode;

/// Lists of queries. Each person has one run, kept until the next.
@RestController
@Tag(name = "Batch search", description = "A list of queries becomes a table of totals")
final class BatchController {
    private static final int MOST_ROWS = 10_000;

    private final BatchRuns runs;
    private final SearchParameters parameters;
    private final Access access;

    BatchController(BatchRuns runs, SearchParameters parameters, Access access) {
        this.runs = runs;
        this.parameters = parameters;
        this.access = access;
    }

    @PostMapping(
            path = "/api/batch",
            consumes = {"text/plain", "text/csv", "text/tab-separated-values"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Search a list of queries, in the background",
            description = "The body is CSV with a column `query` (and `id` or `name`), lines `id TAB query`, or one "
                    + "query a line; UTF-8, at most 10,000. The address holds the filters for all of them. The "
                    + "person's former list is cancelled and forgotten.")
    @Searching
    ObjectNode start(@RequestBody byte[] list, @Parameter(hidden = true) HttpServletRequest http) {
        Parameters given = parameters.of(http, Set.of());
        List<BatchQuery> queries = BadRequest.ifRefused(() -> BatchList.read(BatchList.decoded(list)));
        return AnalysisShapes.run(runs.start(access.owner(), queries, parameters.request(given)), 0, 0);
    }

    @GetMapping(path = "/api/batch", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How the list stands, with the rows found so far",
            description = "`state` is running, done, cancelled or failed.")
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "0", maximum = "10000", defaultValue = "1000"))
    ObjectNode progress(@Parameter(hidden = true) HttpServletRequest http) {
        Parameters given = Parameters.of(http, Set.of("offset", "limit"));
        return AnalysisShapes.run(
                run(), given.number("offset", 0, 0, Integer.MAX_VALUE), given.number("limit", 1_000, 0, MOST_ROWS));
    }

    @DeleteMapping("/api/batch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel the list; the rows found so far are kept")
    void cancel() {
        run().cancel();
    }

    @GetMapping("/api/batch.csv")
    @Operation(
            summary = "The rows found so far as CSV",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv")))
    @Parameter(in = QUERY, name = "bom", schema = @Schema(type = "boolean", defaultValue = "false"))
    void csv(@Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        boolean mark = Parameters.of(http, Set.of("bom")).flag("bom", false);
        BatchRun run = run();
        Download.csv(
                response,
                "queries.csv",
                mark,
                (out, _) -> BatchTable.csv(run.rows(0, Integer.MAX_VALUE), links(run), out));
    }

    @GetMapping("/api/batch.xlsx")
    @Operation(
            summary = "The rows found so far as a workbook",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType =
                                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))
    void xlsx(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        BatchRun run = run();
        Download.announce(
                response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "queries.xlsx");
        BatchTable.xlsx(run.rows(0, Integer.MAX_VALUE), links(run), "1.0", response.getOutputStream());
    }

    private static Function<BatchRow, String> links(BatchRun run) {
        String root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return row -> root + "/" + PageAddress.of(row, run.request());
    }

    private BatchRun run() {
        return runs.find(access.owner()).orElseThrow(() -> new NotThere("There is no list of queries."));
    }
}
