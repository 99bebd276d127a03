package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.RecordField;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One document: its record, its text, where a query hits it.
@RestController
@RequestMapping("/api/documents/{id}")
@Tag(name = "Documents", description = "`id` is a document's whole id or at least its first six digits")
final class DocumentController {
    private final FoundDocuments documents;
    private final Catalogue catalogue;
    private final SearchEngine engine;

    DocumentController(FoundDocuments documents, Catalogue catalogue, SearchEngine engine) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The record, every value with its evidence, and what is known beside it",
            description = "Evidence is the rule, the text it read and how sure it is. With the places that name the "
                    + "countries it is about, the languages of its pages where they differ (else none), its furniture, "
                    + "its story with all copies, its locations and the edits made to it.")
    ObjectNode record(@PathVariable("id") String id) {
        return DocumentShapes.document(documents.document(id), catalogue);
    }

    @GetMapping(
            path = "/text",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @Operation(
            summary = "The text, whole or one page",
            description = "Offsets are in UTF-16 units. With `Accept: text/plain` the text alone.")
    @Parameter(in = QUERY, name = "page", description = "1-based", schema = @Schema(type = "integer", minimum = "1"))
    ResponseEntity<Object> text(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("page"));
        CataloguedDocument document = documents.document(id);
        DocumentText text = documents.text(document);
        int page = given.number("page", 0, 1, text.pages());
        if (plain(request)) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(page == 0 ? text.text() : text.page(page));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(page == 0 ? DocumentShapes.text(document, text) : DocumentShapes.page(document, text, page));
    }

    @GetMapping(path = "/hits", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All hits of a query in the text",
            description =
                    "The same that a search counts and its snippets mark; with a sentence in `incomplete` where that took "
                            + "too long and was broken off. Offsets are in UTF-16 units; those of "
                            + "a hit whose layer is `furniture` are in the furniture, and come after those in the text.")
    @Parameter(in = QUERY, name = "q", required = true, description = "The query, in the query language")
    ObjectNode hits(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("q"));
        if (!given.has("q")) {
            throw new BadRequest("The parameter q, the query, is missing.");
        }
        CataloguedDocument document = documents.document(id);
        String query = given.text("q", "");
        return ApiShapes.hits(document, query, engine.hits(document.id(), query, SearchRequest.PATIENCE));
    }

    @GetMapping(path = "/provenance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Where each value comes from",
            description = "For each field all that was said about it and still stands, the weakest first: what was "
                    + "inferred, what a sidecar says, what a person made of it. The last is what holds.")
    ObjectNode provenance(@PathVariable("id") String id) {
        CataloguedDocument document = documents.document(id);
        ObjectNode json = JsonShapes.object().put("id", document.id().value());
        ArrayNode fields = json.putArray("fields");
        catalogue.provenance(document.id()).forEach(one -> fields.add(DocumentShapes.provenance(one)));
        return json;
    }

    @GetMapping(path = "/alike", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Documents that may need the same correction as this one got",
            description = "By what they have in common: the host, the folder, or the same value by the same rule. "
                    + "Each kind gives the number of documents and the ids of the first.")
    @Parameter(in = QUERY, name = "field", required = true, description = "The field that was corrected")
    ObjectNode alike(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("field"));
        RecordField field = ApiShapes.field(given.text("field", ""));
        CataloguedDocument document = documents.document(id);
        ObjectNode json = JsonShapes.object().put("id", document.id().value()).put("field", ApiShapes.key(field));
        ArrayNode kinds = json.putArray("alike");
        catalogue.alike(document.id(), field).forEach(one -> kinds.add(DocumentShapes.alike(one)));
        return json;
    }

    /// Whether plain text is named, and JSON is not named as better: `*` asks for JSON.
    private static boolean plain(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        double json = 0;
        double plain = 0;
        for (MediaType wanted : accepted(accept)) {
            if (wanted.equalsTypeAndSubtype(MediaType.TEXT_PLAIN)) {
                plain = Math.max(plain, wanted.getQualityValue());
            } else if (wanted.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
                json = Math.max(json, wanted.getQualityValue());
            }
        }
        return plain > json;
    }

    private static List<MediaType> accepted(String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMimeTypeException unreadable) {
            return List.of();
        }
    }
}
