package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.reading.Answer;
import sourcebook.reading.Answer.Given;
import sourcebook.reading.Answer.Refused;
import sourcebook.reading.Answer.Why;
import sourcebook.reading.DocumentPages;
import sourcebook.reading.PageImage;
import sourcebook.reading.PageReader;
import sourcebook.search.FoundHits;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// The printed pages of a document: their sizes, images, words, and where a query's hits stand on them.
@RestController
@RequestMapping("/api/documents/{id}/pages")
@Tag(name = "Pages", description = "Printed pages, 1-based. Places are fractions of the displayed page")
final class PageController {
    private static final int NORMAL_WIDTH = 1200;
    private static final int MOST_WIDTH = 100_000;

    /// An image never changes under its address, since the id is a hash of the original's bytes; a year
    /// is as long as caches remember. Private, since a document is.
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private static final String AGAIN_SECONDS = "2";

    private final FoundDocuments documents;
    private final SearchEngine engine;
    private final PageReader pages;

    PageController(FoundDocuments documents, SearchEngine engine, PageReader pages) {
        this.documents = documents;
        this.engine = engine;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The printed pages and their sizes",
            description = "In points as displayed, in pixels for pictures, each with its range in the text. `image` is "
                    + "false, and `reason` says why, for documents whose pages cannot be drawn.")
    ResponseEntity<Object> pages(@PathVariable("id") String id) {
        CataloguedDocument document = documents.document(id);
        return switch (pages.pages(document)) {
            case Given<DocumentPages>(var found) ->
                json(PageShapes.pages(document, documents.text(document), found, null));
            case Refused<DocumentPages>(var why, String sentence) when why == Why.BUSY -> refusal(why, sentence);
            case Refused<DocumentPages>(var _, String sentence) ->
                json(PageShapes.pages(document, documents.text(document), new DocumentPages(List.of()), sentence));
        };
    }

    @GetMapping("/{page}/image")
    @Operation(
            summary = "The image of a page, PNG or JPEG",
            description = "Drawn in a few widths only: the width asked for is raised to the next of them.")
    @Parameter(
            in = QUERY,
            name = "width",
            description = "In pixels of the screen; 1200 if not given",
            schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(
            in = QUERY,
            name = "ahead",
            description =
                    "true for a page that is not needed yet: it is drawn when nothing else is to be drawn; 204 when "
                            + "others were asked for meanwhile",
            schema = @Schema(type = "boolean"))
    ResponseEntity<Object> image(
            @PathVariable("id") String id,
            @PathVariable("page") int page,
            @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("width", "ahead"));
        int width = given.number("width", NORMAL_WIDTH, 1, MOST_WIDTH);
        boolean ahead = given.text("ahead", "").equals("true");
        CataloguedDocument document = documents.document(id);
        Answer<PageImage> answer = ahead ? pages.imageAhead(document, page, width) : pages.image(document, page, width);
        return switch (answer) {
            case Given<PageImage>(var image) ->
                ResponseEntity.ok()
                        .cacheControl(FOREVER)
                        .eTag("\"" + image.tag() + "\"")
                        .contentType(MediaType.parseMediaType(image.mediaType()))
                        .body(image.bytes());
            case Refused<PageImage>(var why, String _)
            when ahead && why == Why.BUSY ->
                ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
            case Refused<PageImage>(var why, String sentence) -> refusal(why, sentence);
        };
    }

    @GetMapping(path = "/{page}/words", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The words of a page with their places, in reading order",
            description = "With their ranges in the text, in UTF-16 units; words of running heads and page numbers, "
                    + "which are not in the text, have none.")
    ResponseEntity<Object> words(@PathVariable("id") String id, @PathVariable("page") int page) {
        CataloguedDocument document = documents.document(id);
        return answer(pages.layout(document, page).map(layout -> PageShapes.words(document, layout)));
    }

    @GetMapping(path = "/{page}/hits", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Where a query's hits stand on a page",
            description = "The same hits as those of the whole document, `index` is the place in their list. One "
                    + "rectangle for each line; a hit over the end of a page is on both.")
    @Parameter(in = QUERY, name = "q", required = true, description = "The query, in the query language")
    ResponseEntity<Object> hits(
            @PathVariable("id") String id,
            @PathVariable("page") int page,
            @Parameter(hidden = true) HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("q"));
        if (!given.has("q")) {
            throw new BadRequest("The parameter q, the query, is missing.");
        }
        CataloguedDocument document = documents.document(id);
        String query = given.text("q", "");
        FoundHits found = engine.hits(document.id(), query, SearchRequest.PATIENCE);
        return answer(pages.hits(document, page, found.hits())
                .map(hits -> PageShapes.hits(document, page, query, hits).put("incomplete", found.incomplete())));
    }

    private static ResponseEntity<Object> answer(Answer<?> answer) {
        return switch (answer) {
            case Given<?>(var value) -> json(value);
            case Refused<?>(var why, String sentence) -> refusal(why, sentence);
        };
    }

    private static ResponseEntity<Object> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(value);
    }

    private static ResponseEntity<Object> refusal(Why why, String sentence) {
        HttpStatus status = switch (why) {
            case NO_SUCH_PAGE, NO_ORIGINAL -> HttpStatus.NOT_FOUND;
            case NOT_PAGED, UNREADABLE -> HttpStatus.CONFLICT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        ResponseEntity.BodyBuilder refusal = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        if (why == Why.BUSY) {
            refusal.header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        }
        return refusal.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
