package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.search.SearchEngine;
import tools.jackson.databind.node.ObjectNode;

/// Whether the server answers. Open to everybody, and says nothing about the archive.
@RestController
@Tag(name = "Health")
final class HealthController {
    private final SearchEngine engine;

    HealthController(SearchEngine engine) {
        this.engine = engine;
    }

    @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Whether the server and its index answer", description = "Needs no account.")
    ObjectNode health() {
        engine.size(); // an index that cannot be asked is not healthy
        return JsonShapes.object().put("status", "up");
    }
}
