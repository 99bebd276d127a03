package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
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
import sourcebook.access.Access;
import sourcebook.analysis.NewSince;
import sourcebook.analysis.SavedSearch;
import sourcebook.analysis.SavedSearches;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Searches that a person keeps.
@RestController
@RequestMapping(path = "/api/searches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Saved searches", description = "A person's own, with what is new among their results")
final class SavedSearchController {
    private static final int MOST_NEW = 1_000;

    private final SavedSearches searches;
    private final SearchParameters parameters;
    private final Access access;

    SavedSearchController(SavedSearches searches, SearchParameters parameters, Access access) {
        this.searches = searches;
        this.parameters = parameters;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "All saved searches, in the person's order",
            description = "`newStories` counts stories of which no copy was among the results when they were last "
                    + "looked at; `newDocuments` counts further copies too. `feed` is an Atom feed, whose address is "
                    + "a secret of its own.")
    ObjectNode all() {
        ObjectNode json = JsonShapes.object();
        ArrayNode array = json.putArray("searches");
        searches.list(access.owner()).forEach(search -> array.add(shape(search)));
        return json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Keep a search",
            description =
                    "The address holds the search; the body is `{\"name\": \"...\"}`. What it finds now counts as "
                            + "seen.")
    @Searching
    ResponseEntity<ObjectNode> save(@RequestBody JsonNode json, @Parameter(hidden = true) HttpServletRequest http) {
        String name = Body.of(json, Set.of("name")).text("name");
        SearchRequest request = parameters.spelledOut(parameters.of(http, Set.of()));
        SavedSearch saved = BadRequest.ifRefused(
                () -> searches.save(access.owner(), name == null ? "" : name, PageAddress.of(request), request));
        return ResponseEntity.created(URI.create("/api/searches/" + saved.id())).body(shape(saved));
    }

    @GetMapping("/{search}")
    @Operation(summary = "A saved search, with the ids of what is new", description = "At most 1,000 ids.")
    ObjectNode one(@PathVariable("search") long id) {
        SavedSearch search = searches.find(access.owner(), id).orElseThrow(() -> missing(id));
        ObjectNode json = shape(search);
        ArrayNode found = json.putArray("new");
        searches.newDocuments(search, MOST_NEW).forEach(document -> found.add(document.value()));
        return json;
    }

    @PatchMapping(path = "/{search}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Rename a saved search, or move it",
            description = "`{\"name\": \"...\", \"place\": 0}`; places are counted from 0.")
    ObjectNode change(@PathVariable("search") long id, @RequestBody JsonNode json) {
        Body body = Body.of(json, Set.of("name", "place"));
        String name = body.text("name");
        if (name != null) {
            BadRequest.ifRefused(() -> searches.rename(access.owner(), id, name));
        }
        Integer place = body.number("place");
        if (place != null) {
            BadRequest.ifRefused(() -> {
                searches.move(access.owner(), id, place);
                return true;
            });
        }
        return shapeOf(searches.find(access.owner(), id), id);
    }

    @PostMapping("/{search}/look")
    @Operation(summary = "Its results have been looked at: what it finds now is no longer new")
    ObjectNode look(@PathVariable("search") long id) {
        return shapeOf(searches.look(access.owner(), id), id);
    }

    @PostMapping("/{search}/feed")
    @Operation(summary = "Give its feed another address; the old one no longer works")
    ObjectNode renewFeed(@PathVariable("search") long id) {
        return shapeOf(searches.renewToken(access.owner(), id), id);
    }

    @DeleteMapping("/{search}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a saved search; it can be restored")
    void remove(@PathVariable("search") long id) {
        if (!searches.remove(access.owner(), id)) {
            throw missing(id);
        }
    }

    @PostMapping("/{search}/restore")
    @Operation(summary = "Bring a removed search back")
    ObjectNode restore(@PathVariable("search") long id) {
        return shapeOf(searches.restore(access.owner(), id), id);
    }

    private ObjectNode shapeOf(Optional<SavedSearch> search, long id) {
        return shape(search.orElseThrow(() -> missing(id)));
    }

    private ObjectNode shape(SavedSearch search) {
        NewSince found = searches.newSince(search);
        return AnalysisShapes.search(search, found);
    }

    private static NotThere missing(long id) {
        return new NotThere("There is no saved search " + id + ".");
    }
}
