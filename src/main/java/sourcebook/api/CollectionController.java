package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.CitationExport;
import sourcebook.citation.Citations;
import sourcebook.citation.ExportFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Collections of citations, and their export.
@RestController
@RequestMapping(path = "/api/collections")
@Tag(name = "Citations")
final class CollectionController {
    private final Citations citations;
    private final CitationExport export;

    CollectionController(Citations citations, CitationExport export) {
        this.citations = citations;
        this.export = export;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All collections, the default one first")
    ObjectNode all() {
        citations.defaultCollection(); // so that there is always one to save to
        ObjectNode json = JsonShapes.object();
        ArrayNode array = json.putArray("collections");
        citations.collections().forEach(collection -> array.add(ApiShapes.collection(collection)));
        return json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a collection", description = "`{\"name\": \"...\"}`; one of this name is given as it is")
    ResponseEntity<ObjectNode> create(@RequestBody JsonNode json) {
        String name = Body.of(json, Set.of("name")).requiredText("name");
        CitationCollection made = BadRequest.ifRefused(() -> citations.createCollection(name));
        return ResponseEntity.created(URI.create("/api/collections/" + made.id() + "/citations"))
                .body(ApiShapes.collection(made));
    }

    @PatchMapping(
            path = "/{collection}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Rename a collection", description = "`{\"name\": \"...\"}`")
    ObjectNode rename(@PathVariable("collection") long id, @RequestBody JsonNode json) {
        String name = Body.of(json, Set.of("name")).requiredText("name");
        return BadRequest.ifRefused(() -> citations.renameCollection(id, name))
                .map(ApiShapes::collection)
                .orElseThrow(() -> missing(id));
    }

    @DeleteMapping("/{collection}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a collection with its citations; it can be restored")
    void delete(@PathVariable("collection") long id) {
        if (!citations.deleteCollection(id)) {
            throw missing(id);
        }
    }

    @PostMapping(path = "/{collection}/restore", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Bring a deleted collection back")
    ObjectNode restore(@PathVariable("collection") long id) {
        return citations.restoreCollection(id).map(ApiShapes::collection).orElseThrow(() -> missing(id));
    }

    @GetMapping("/{collection}/export")
    @Operation(
            summary = "A collection for other programs, or as text in a citation style",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(mediaType = "application/x-bibtex"),
                                @Content(mediaType = "application/x-research-info-systems"),
                                @Content(mediaType = "application/vnd.citationstyles.csl+json"),
                                @Content(mediaType = "text/plain")
                            }))
    @Parameter(
            in = QUERY,
            name = "format",
            required = true,
            schema = @Schema(allowableValues = {"bibtex", "ris", "csl-json", "chicago", "apa", "mla"}))
    ResponseEntity<byte[]> export(
            @PathVariable("collection") long id, @Parameter(hidden = true) HttpServletRequest request) {
        String key = Parameters.of(request, Set.of("format")).text("format", "");
        ExportFormat format = ExportFormat.ofKey(key)
                .orElseThrow(() -> new BadRequest("The parameter format is one of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::key)
                                .collect(Collectors.joining(", "))
                        + ", not “" + key + "”."));
        CitationCollection collection = citations.collection(id).orElseThrow(() -> missing(id));
        String text = export.export(citations.list(id), format);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(format.mediaType()), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        FileName.safe(collection.name(), "citations") + "." + format.fileExtension(),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    static NotThere missing(long id) {
        return new NotThere("There is no collection " + id + ".");
    }
}
