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
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.analysis.Csv;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The account of every file received.
@RestController
@Tag(
        name = "Ledger",
        description = "received = indexed + duplicate + skipped + failed, and underWay while there is some")
final class LedgerController {
    private static final int MOST_ENTRIES = 1_000;

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = "/api/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Sums and entries, the last changed first")
    @Parameter(
            in = QUERY,
            name = "outcome",
            description = "Only these; all but removed ones without it",
            schema = @Schema(allowableValues = {"indexed", "duplicate", "skipped", "failed", "under way", "removed"}))
    @Parameter(in = QUERY, name = "text", description = "Only where path or reason holds it, case aside")
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "100"))
    ObjectNode entries(@Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("outcome", "text", "offset", "limit"));
        Outcome outcome = given.has("outcome") ? outcome(given) : null;
        String text = given.text("text", "");
        int offset = given.number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = given.number("limit", 100, 0, MOST_ENTRIES);
        ObjectNode json = JsonShapes.object();
        json.set("totals", JsonShapes.totals(ledger.totals()));
        json.put("count", ledger.count(outcome, text));
        json.put("offset", offset);
        json.put("limit", limit);
        ArrayNode entries = json.putArray("entries");
        ledger.entries(outcome, text, offset, limit).forEach(entry -> entries.add(JsonShapes.entry(entry)));
        return json;
    }

    private static @Nullable Outcome outcome(Parameters given) {
        return given.text("outcome", "").isBlank()
                ? null
                : given.oneOf("outcome", Outcome.INDEXED, List.of(Outcome.values()), Outcome::label);
    }

    @GetMapping("/api/ledger.csv")
    @Operation(
            summary = "The whole ledger as CSV, in order of receipt, removed files included",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv")))
    void csv(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8; header=present");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(
                Csv.line("path", "inner", "size", "modified", "document", "outcome", "reason", "received", "updated"));
        try {
            ledger.forEach(entry -> write(out, entry));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.flush();
    }

    private static void write(Writer out, LedgerEntry entry) {
        try {
            out.write(Csv.line(
                    entry.location().path(),
                    entry.location().inner(),
                    Long.toString(entry.size()),
                    entry.modified().toString(),
                    entry.document() == null ? "" : entry.document().value(),
                    entry.outcome().label(),
                    entry.reason() == null ? "" : entry.reason(),
                    entry.received().toString(),
                    entry.updated().toString()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
