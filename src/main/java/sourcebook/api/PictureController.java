package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.reading.CleanPage;
import sourcebook.reading.PageImage;

/// The pictures in a document without printed pages, and those that a browser saved beside a web page.
/// What they are is told by their bytes; the number alone comes from the request.
@RestController
@Tag(name = "Pages")
final class PictureController {
    private final FoundDocuments documents;
    private final CleanPage clean;

    PictureController(FoundDocuments documents, CleanPage clean) {
        this.documents = documents;
        this.clean = clean;
    }

    @GetMapping("/api/documents/{id}/pictures/{number}")
    @Operation(
            summary = "A picture in the document's text",
            description = "1-based. Of documents of office programs, e-books, messages and saved web pages; only kinds "
                    + "that browsers show, such as PNG and JPEG, and never one from another host.")
    ResponseEntity<byte[]> picture(@PathVariable("id") String id, @PathVariable("number") int number) {
        CataloguedDocument document = documents.document(id);
        PageImage picture = clean.picture(document, number)
                .orElseThrow(() -> new NotThere(
                        "There is no picture " + number + " in " + document.id().shortForm() + "."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + picture.tag() + "\"")
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(picture.bytes());
    }
}
