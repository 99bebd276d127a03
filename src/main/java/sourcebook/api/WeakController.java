package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Weakness;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents whose values are missing or no more than a guess.
@RestController
@Tag(name = "Weak values", description = "What a person may want to look at, to be set in bulk by /api/edits")
final class WeakController {
    private static final int MOST_DOCUMENTS = 1_000;

    private final Catalogue catalogue;

    WeakController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/api/weak", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How many documents lack a field or know it only weakly, and which",
            description = "Without `field` the numbers alone.")
    @Parameter(in = QUERY, name = "field", description = "Only documents where this field is weak")
    @Parameter(
            in = QUERY,
            name = "kind",
            description = "Whether nothing is known, or only a guess",
            schema =
                    @Schema(
                            allowableValues = {"missing", "weak"},
                            defaultValue = "missing"))
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "100"))
    ObjectNode weak(@Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("field", "kind", "offset", "limit"));
        Weakness kind = given.oneOf("kind", Weakness.MISSING, List.of(Weakness.values()), JsonShapes::lower);
        int offset = given.number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = given.number("limit", 100, 0, MOST_DOCUMENTS);
        ObjectNode json = JsonShapes.object();
        ArrayNode fields = json.putArray("fields");
        catalogue
                .weaknesses()
                .forEach(one -> fields.addObject()
                        .put("field", ApiShapes.key(one.field()))
                        .put("missing", one.missing())
                        .put("weak", one.weak()));
        String name = given.text("field", "");
        if (!name.isBlank()) {
            RecordField field = ApiShapes.field(name);
            json.put("field", name);
            json.put("kind", JsonShapes.lower(kind));
            json.put("offset", offset);
            json.put("limit", limit);
            ArrayNode documents = json.putArray("documents");
            catalogue
                    .weak(field, kind, offset, limit)
                    .forEach(document -> documents.add(DocumentShapes.line(document)));
        }
        return json;
    }
}
