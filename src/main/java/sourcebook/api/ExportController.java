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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.analysis.Csv;
import sourcebook.analysis.Manifest;
import sourcebook.analysis.RecordFormat;
import sourcebook.analysis.ResultExport;
import sourcebook.analysis.Works;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.node.ObjectNode;

/// Whole result sets for other programs.
@RestController
@Tag(name = "Export", description = "Whole result sets, without a limit, with a manifest to repeat them by")
final class ExportController {
    private static final Set<String> OWN = Set.of("format", "zip", "bom");

    private final ResultExport export;
    private final SearchParameters parameters;
    private final Works works;

    ExportController(ResultExport export, SearchParameters parameters, Works works) {
        this.export = export;
        this.parameters = parameters;
        this.works = works;
    }

    @GetMapping("/api/export")
    @Operation(
            summary = "The records of all results",
            description = "Written while they are found. With `zip` the manifest is in it; else `/api/export/manifest` "
                    + "gives it.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(mediaType = "text/csv"),
                                @Content(mediaType = "application/jsonl"),
                                @Content(mediaType = "application/x-bibtex"),
                                @Content(mediaType = "application/x-research-info-systems"),
                                @Content(mediaType = "application/zip")
                            }))
    @Searching
    @Parameter(
            in = QUERY,
            name = "format",
            required = true,
            schema = @Schema(allowableValues = {"csv", "jsonl", "bibtex", "ris"}))
    @Parameter(in = QUERY, name = "zip", schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = QUERY,
            name = "bom",
            description = "For CSV: a byte order mark, which tells spreadsheets that the file is UTF-8",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    void export(
            @Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Parameters given = parameters.of(http, OWN);
        write(parameters.request(given), format(given), given, response);
    }

    private void write(SearchRequest request, RecordFormat format, Parameters given, HttpServletResponse response)
            throws IOException {
        if (given.flag("zip", false)) {
            Download.announce(response, "application/zip", "records.zip");
            DownloadStream stream = new DownloadStream(response, "");
            export.zip(request, format, stream, works.begin(stream));
            stream.finish();
            return;
        }
        Download.announce(response, format.mediaType() + ";charset=utf-8", "records." + format.extension());
        DownloadStream stream = new DownloadStream(response, filler(format));
        if (format == RecordFormat.CSV && given.flag("bom", false)) {
            stream.write(Csv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        }
        export.write(request, format, stream, works.begin(stream));
        stream.finish();
    }

    /// What the format allows before its first record.
    private static String filler(RecordFormat format) {
        return switch (format) {
            case CSV -> "";
            case JSONL -> " ";
            case BIBTEX, RIS -> "\n";
        };
    }

    @GetMapping(path = "/api/export/manifest", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What an export would hold",
            description = "The query as typed and as understood, filters, what is counted, order, the archive and its "
                    + "state, counts, columns, and the set of matching documents.")
    @Searching
    @Parameter(
            in = QUERY,
            name = "format",
            required = true,
            schema = @Schema(allowableValues = {"csv", "jsonl", "bibtex", "ris"}))
    String manifest(
            @Parameter(hidden = true) HttpServletRequest http, @Parameter(hidden = true) HttpServletResponse response) {
        Parameters given = parameters.of(http, Set.of("format"));
        return export.manifest(parameters.request(given), format(given), works.begin(new HangUp(response)))
                .json();
    }

    @PostMapping(
            path = "/api/export/repeat",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask an export's search again and say what has become of its documents",
            description =
                    "The body is the export's manifest. `sentence`: “12 documents added since, 3 changed, 1 gone.”")
    ObjectNode repeat(@RequestBody byte[] manifest, @Parameter(hidden = true) HttpServletResponse response) {
        return AnalysisShapes.repetition(export.compare(read(manifest), works.begin(new HangUp(response))));
    }

    @PostMapping(path = "/api/export/repeat/records", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The records of an export's search as they are now",
            description = "The body is the export's manifest; the format is the same unless another is given.")
    @Parameter(in = QUERY, name = "format", schema = @Schema(allowableValues = {"csv", "jsonl", "bibtex", "ris"}))
    @Parameter(in = QUERY, name = "zip", schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(in = QUERY, name = "bom", schema = @Schema(type = "boolean", defaultValue = "false"))
    void repeatRecords(
            @RequestBody byte[] manifest,
            @Parameter(hidden = true) HttpServletRequest http,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Parameters given = Parameters.of(http, OWN);
        Manifest before = read(manifest);
        write(before.request(), given.has("format") ? format(given) : before.format(), given, response);
    }

    private static Manifest read(byte[] manifest) {
        return BadRequest.ifRefused(() -> Manifest.read(new String(manifest, StandardCharsets.UTF_8)));
    }

    private static RecordFormat format(Parameters given) {
        String key = given.text("format", "");
        return RecordFormat.ofKey(key)
                .orElseThrow(() -> new BadRequest("The parameter format is one of "
                        + Arrays.stream(RecordFormat.values())
                                .map(RecordFormat::key)
                                .collect(Collectors.joining(", "))
                        + ", not “" + key + "”."));
    }
}
