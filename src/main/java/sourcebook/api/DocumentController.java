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
import sourcebook.search.SearchEngine;
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
    @Operation(summary = "The record, every value with its evidence, its locations and the edits made to it")
    ObjectNode record(@PathVariable("id") String id) {
        CataloguedDocument document = documents.document(id);
        return ApiShapes.document(document, catalogue.edits(document.id()));
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
                .body(page == 0 ? ApiShapes.text(document, text) : ApiShapes.page(document, text, page));
    }

    @GetMapping(path = "/hits", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All hits of a query in the text",
            description = "The same that a search counts and its snippets mark. Offsets are in UTF-16 units.")
    @Parameter(in = QUERY, name = "q", required = true, description = "The query, in the query language")
    ObjectNode hits(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("q"));
        if (!given.has("q")) {
            throw new BadRequest("The parameter q, the query, is missing.");
        }
        CataloguedDocument document = documents.document(id);
        String query = given.text("q", "");
        return ApiShapes.hits(document, query, engine.hits(document.id(), query));
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
