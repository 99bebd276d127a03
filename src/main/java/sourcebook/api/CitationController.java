package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.Citations;
import sourcebook.citation.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Citations: of whole documents, or of passages with their pages.
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Citations")
final class CitationController {
    private final Citations citations;
    private final FoundDocuments documents;

    CitationController(Citations citations, FoundDocuments documents) {
        this.citations = citations;
        this.documents = documents;
    }

    @GetMapping("/collections/{collection}/citations")
    @Operation(summary = "The citations of a collection, in the order they were saved")
    ObjectNode list(@PathVariable("collection") long collection) {
        CitationCollection found =
                citations.collection(collection).orElseThrow(() -> CollectionController.missing(collection));
        ObjectNode json = JsonShapes.object();
        json.set("collection", ApiShapes.collection(found));
        ArrayNode array = json.putArray("citations");
        citations.list(collection).forEach(citation -> array.add(ApiShapes.citation(citation)));
        return json;
    }

    @PostMapping(path = "/collections/{collection}/citations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save a document or a passage of it",
            description =
                    "`{\"document\": id, \"start\": 120, \"end\": 180, \"note\": \"...\"}`; without start and end "
                            + "the document as a whole. Quote and pages are taken from the text.")
    ResponseEntity<ObjectNode> save(@PathVariable("collection") long collection, @RequestBody JsonNode json) {
        Body body = Body.of(json, Set.of("document", "start", "end", "note"));
        if (citations.collection(collection).isEmpty()) {
            throw CollectionController.missing(collection);
        }
        CataloguedDocument document = documents.document(body.requiredText("document"));
        String note = body.text("note");
        Citation saved = citations.save(
                document.id(),
                document.record(),
                document.locations().isEmpty()
                        ? ""
                        : document.locations().getFirst().toString(),
                passage(document, body.number("start"), body.number("end")),
                note == null ? "" : note,
                collection);
        return ResponseEntity.created(URI.create("/api/citations/" + saved.id()))
                .body(ApiShapes.citation(saved));
    }

    private @Nullable Passage passage(CataloguedDocument document, @Nullable Integer start, @Nullable Integer end) {
        if (start == null && end == null) {
            return null;
        }
        DocumentText text = documents.text(document);
        if (start == null
                || end == null
                || start < 0
                || end <= start
                || end > text.text().length()) {
            throw new BadRequest("A passage has a start and an end after it, from 0 to "
                    + text.text().length() + " in this document.");
        }
        String quote = DocumentText.withoutBrokenWords(text.text().substring(start, end));
        return new Passage(quote, start, end, text.pageAt(start), text.pageAt(end - 1));
    }

    @GetMapping("/citations/{citation}")
    @Operation(summary = "One citation")
    ObjectNode one(@PathVariable("citation") long id) {
        return shape(citations.find(id), id);
    }

    @PatchMapping(path = "/citations/{citation}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change the note or the pages, or move to another collection",
            description = "Any of `{\"note\": \"...\", \"pageFrom\": 12, \"pageTo\": 13, \"collection\": 2}`. Moved to "
                    + "where the same passage is already, it becomes one with it: the answer has the id that holds.")
    ObjectNode change(@PathVariable("citation") long id, @RequestBody JsonNode json) {
        Body body = Body.of(json, Set.of("note", "pageFrom", "pageTo", "collection"));
        Citation citation = citations.find(id).orElseThrow(() -> missing(id));
        Integer collection = body.number("collection");
        if (collection != null && citations.collection(collection).isEmpty()) {
            throw CollectionController.missing(collection);
        }
        Integer from = body.number("pageFrom");
        Integer to = body.number("pageTo");
        if (from != null || to != null) {
            Passage passage = citation.passage();
            if (passage == null) {
                throw new BadRequest("The citation " + id + " is of a whole document and has no pages.");
            }
            int first = from == null ? passage.pageFrom() : from;
            int last = to == null ? Math.max(first, passage.pageTo()) : to;
            BadRequest.ifRefused(() -> citations.editPages(id, first, last));
        }
        String note = body.text("note");
        if (note != null) {
            citations.editNote(id, note);
        }
        return shape(collection == null ? citations.find(id) : citations.move(id, collection), id);
    }

    @DeleteMapping("/citations/{citation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a citation; it can be restored")
    void delete(@PathVariable("citation") long id) {
        if (!citations.delete(id)) {
            throw missing(id);
        }
    }

    @PostMapping("/citations/{citation}/restore")
    @Operation(summary = "Bring a deleted citation back")
    ObjectNode restore(@PathVariable("citation") long id) {
        return shape(citations.restore(id), id);
    }

    private static ObjectNode shape(Optional<Citation> citation, long id) {
        return citation.map(ApiShapes::citation).orElseThrow(() -> missing(id));
    }

    private static NotThere missing(long id) {
        return new NotThere("There is no citation " + id + ".");
    }
}
