package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sourcebook.analysis.SavedSearch;
import sourcebook.analysis.SavedSearches;
import sourcebook.analysis.StoryFeed;

/// Feeds of saved searches. Who knows the address may read: feed readers know no accounts.
@RestController
@Tag(name = "Saved searches", description = "A person's own, with what is new among their results")
final class FeedController {
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final SavedSearches searches;
    private final StoryFeed feed;

    FeedController(SavedSearches searches, StoryFeed feed) {
        this.searches = searches;
        this.feed = feed;
    }

    @GetMapping(path = "/api/feeds/{token}", produces = "application/atom+xml")
    @Operation(
            summary = "A saved search as an Atom feed",
            description =
                    "One entry for each story found since the search was saved, the last added first, at most 50. "
                            + "A further copy of a story makes none.")
    ResponseEntity<byte[]> feed(@PathVariable("token") String token) throws XMLStreamException {
        SavedSearch search =
                searches.byToken(token).orElseThrow(() -> new NotThere("There is no feed at this address."));
        StringWriter text = new StringWriter();
        feed.write(
                search,
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
                ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString(),
                text);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
