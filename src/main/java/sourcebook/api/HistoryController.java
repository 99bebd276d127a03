package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.access.Access;
import sourcebook.analysis.SearchHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person searched for on the page; requests of programs are not recorded.
@RestController
@RequestMapping(path = "/api/history", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Saved searches", description = "A person's own, with what is new among their results")
final class HistoryController {
    private final SearchHistory history;
    private final Access access;

    HistoryController(SearchHistory history, Access access) {
        this.history = history;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The person's last searches on the page, the newest first")
    ObjectNode last() {
        ObjectNode json = JsonShapes.object().put("kept", history.kept(access.owner()));
        ArrayNode array = json.putArray("searches");
        history.last(access.owner()).forEach(entry -> array.add(AnalysisShapes.entry(entry)));
        return json;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Switch the history on or off",
            description = "`{\"kept\": false}`; off also clears what there is.")
    ObjectNode keep(@RequestBody JsonNode json) {
        Body body = Body.of(json, Set.of("kept"));
        if (!body.has("kept")) {
            throw new BadRequest("The member kept is missing.");
        }
        history.keep(access.owner(), body.flag("kept"));
        return last();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget the person's searches")
    void clear() {
        history.clear(access.owner());
    }
}
