package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.access.Access;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
import sourcebook.ingest.Ingest;
import sourcebook.search.CountryNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changing records, and taking changes back. An answer comes when the change can be found.
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Edits", description = "Every change is kept with who made it and when, and can be undone")
final class EditController {
    private static final Set<String> FIELDS =
            Arrays.stream(RecordField.values()).map(ApiShapes::key).collect(Collectors.toUnmodifiableSet());

    private final FoundDocuments documents;
    private final Catalogue catalogue;
    private final Ingest ingest;
    private final Access access;

    EditController(FoundDocuments documents, Catalogue catalogue, Ingest ingest, Access access) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.ingest = ingest;
        this.access = access;
    }

    @PatchMapping(path = "/documents/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change fields of one record",
            description = "An object of fields with their new values, a string or a list of strings; null or an empty "
                    + "list for unknown: `{\"date\": \"2014-07\", \"about\": [\"TZ\", \"Kenya\"]}`. All or nothing. The "
                    + "answer is the record with `batches`, the numbers to undo by.")
    ObjectNode change(@PathVariable("id") String id, @RequestBody JsonNode json) {
        Body body = Body.of(json, FIELDS);
        DocumentId document = documents.document(id).id();
        if (body.names().isEmpty()) {
            throw new BadRequest("The body names no field to change; there are " + ApiShapes.fields() + ".");
        }
        String who = access.currentPerson();
        List<Long> batches = new ArrayList<>();
        try {
            for (String name : body.names()) {
                RecordField field = ApiShapes.field(name);
                List<String> values = values(field, body.texts(name));
                batches.add(BadRequest.ifRefused(() -> catalogue.edit(List.of(document), field, values, who)));
            }
        } catch (BadRequest refused) {
            batches.forEach(batch -> catalogue.undo(batch, who));
            throw refused;
        } finally {
            ingest.catchUp();
        }
        ObjectNode answer = DocumentShapes.document(documents.document(id), catalogue);
        ArrayNode numbers = answer.putArray("batches");
        batches.forEach(numbers::add);
        return answer;
    }

    /// Countries may be named; a name that nobody knows is refused where the values are looked at.
    private static List<String> values(RecordField field, List<String> values) {
        return field == RecordField.ABOUT || field == RecordField.PUBLISHED_IN
                ? values.stream()
                        .map(value -> CountryNames.code(value).orElse(value))
                        .toList()
                : values;
    }

    @PostMapping(path = "/edits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set one field of the records of several documents",
            description =
                    "`{\"ids\": [...], \"field\": \"publishedIn\", \"values\": [\"GB\"]}`; no values for unknown. "
                            + "The answer gives the `batch` to undo by.")
    ObjectNode changeAll(@RequestBody JsonNode json) {
        Body body = Body.of(json, Set.of("ids", "field", "values"));
        RecordField field = ApiShapes.field(body.requiredText("field"));
        Set<DocumentId> ids = new LinkedHashSet<>();
        body.texts("ids").forEach(id -> ids.add(documents.document(id).id()));
        if (ids.isEmpty()) {
            throw new BadRequest("The member ids names no document.");
        }
        if (!body.has("values")) {
            throw new BadRequest("The member values is missing; an empty list means unknown.");
        }
        List<String> values = values(field, body.texts("values"));
        long batch = BadRequest.ifRefused(() -> catalogue.edit(ids, field, values, access.currentPerson()));
        ingest.catchUp();
        return JsonShapes.object().put("batch", batch).put("documents", ids.size());
    }

    @DeleteMapping("/edits/{batch}")
    @Operation(summary = "Undo a batch of changes")
    ObjectNode undo(@PathVariable("batch") long batch) {
        int concerned = catalogue.undo(batch, access.currentPerson());
        if (concerned == 0) {
            throw new NotThere("There is no change " + batch + " that could be undone.");
        }
        ingest.catchUp();
        return JsonShapes.object().put("batch", batch).put("documents", concerned);
    }
}
