package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.access.Access;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.ingest.Ingest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stories, and what people decide about them. An answer comes when the change can be found.
@RestController
@RequestMapping(path = "/api/stories", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stories", description = "Documents that carry the same text; each is a copy of the story")
final class StoryController {
    private final FoundDocuments documents;
    private final Catalogue catalogue;
    private final Ingest ingest;
    private final Access access;

    StoryController(FoundDocuments documents, Catalogue catalogue, Ingest ingest, Access access) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.ingest = ingest;
        this.access = access;
    }

    @GetMapping("/{story}")
    @Operation(
            summary = "A story with its copies, the earliest dated first, and what people decided about it",
            description = "`similarity` is how much of the shorter of two texts is in the longer, compared with the "
                    + "first copy; `role` is `same`, `cut` or `edited`.")
    ObjectNode story(@PathVariable("story") String id) {
        ObjectNode json = catalogue
                .stories()
                .find(id)
                .map(story -> StoryShapes.story(story, catalogue))
                .orElseThrow(() -> new NotThere("There is no story “" + id + "”."));
        ArrayNode decisions = json.putArray("decisions");
        catalogue.stories().decisions(id).forEach(decision -> decisions.add(StoryShapes.decision(decision)));
        return json;
    }

    @PostMapping(path = "/join", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make one story of documents, and of the stories they are in",
            description = "`{\"documents\": [...]}`, at least two. The answer gives the `decision` to undo by.")
    ObjectNode join(@RequestBody JsonNode json) {
        return decided(json, (chosen, who) -> catalogue.stories().join(chosen, who));
    }

    @PostMapping(path = "/split", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take documents out of their stories",
            description = "`{\"documents\": [...]}`. They stay together where they are copies of each other; nothing "
                    + "that arrives later joins them by itself. The answer gives the `decision` to undo by.")
    ObjectNode split(@RequestBody JsonNode json) {
        return decided(json, (chosen, who) -> catalogue.stories().split(chosen, who));
    }

    private ObjectNode decided(JsonNode json, BiFunction<Set<DocumentId>, String, Long> decision) {
        Set<DocumentId> chosen = new LinkedHashSet<>();
        Body.of(json, Set.of("documents"))
                .texts("documents")
                .forEach(id -> chosen.add(documents.document(id).id()));
        long made = BadRequest.ifRefused(() -> decision.apply(chosen, access.currentPerson()));
        ingest.catchUp();
        ObjectNode answer = JsonShapes.object().put("decision", made);
        ArrayNode stories = answer.putArray("stories");
        chosen.stream()
                .flatMap(document -> catalogue.stories().of(document).stream())
                .distinct()
                .forEach(story -> stories.add(StoryShapes.story(story, catalogue)));
        return answer;
    }

    @DeleteMapping("/decisions/{decision}")
    @Operation(
            summary = "Undo a decision about stories",
            description = "404 when there is none, or it was undone before.")
    ObjectNode undo(@PathVariable("decision") long decision) {
        if (catalogue.stories().undo(decision, access.currentPerson()) == 0) {
            throw new NotThere("There is no decision " + decision + " that could be undone.");
        }
        ingest.catchUp();
        return JsonShapes.object().put("decision", decision);
    }
}
