package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.ingest.Originals;

/// The bytes as they were received: always as a file to save, never as a page of this server, since nobody knows what
/// is
/// in them (the room `access` sets the headers that keep it so, for all of /api). Which file that is, the catalogue
/// says; nothing of the request becomes part of a path.
@RestController
@Tag(name = "Documents")
final class OriginalController {
    private final FoundDocuments documents;
    private final Originals originals;

    OriginalController(FoundDocuments documents, Originals originals) {
        this.documents = documents;
        this.originals = originals;
    }

    @GetMapping("/api/documents/{id}/original")
    @Operation(
            summary = "The original, unchanged, as a file to save",
            description = "Ranges of bytes can be asked for.")
    ResponseEntity<Resource> original(@PathVariable("id") String id) throws IOException {
        CataloguedDocument document = documents.document(id);
        Path file = originals
                .of(document)
                .orElseThrow(() -> new NotThere("The original of "
                        + document.id().shortForm() + " is gone, or was changed since it was read."));
        return ResponseEntity.ok()
                .contentType(mediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(document), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .eTag("\"" + document.id().value() + "\"")
                .body(new FileSystemResource(file));
    }

    private static String fileName(CataloguedDocument document) {
        String shortForm = document.id().shortForm();
        return document.locations().isEmpty()
                ? shortForm
                : FileName.safe(document.locations().getFirst().name(), shortForm);
    }

    private static MediaType mediaType(String text) {
        try {
            return MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException unreadable) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
