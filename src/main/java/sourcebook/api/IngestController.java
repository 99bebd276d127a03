package sourcebook.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import sourcebook.catalogue.Ledger;
import sourcebook.ingest.Ingest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Giving files to the archive, and following what becomes of them.
@RestController
@RequestMapping(path = "/api/ingest", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ingest")
final class IngestController {
    private static final Logger LOG = LoggerFactory.getLogger(IngestController.class);

    private final Ingest ingest;
    private final Ledger ledger;
    private final AtomicBoolean rescanWaits = new AtomicBoolean();

    IngestController(Ingest ingest, Ledger ledger) {
        this.ingest = ingest;
        this.ledger = ledger;
    }

    @GetMapping
    @Operation(summary = "How far a running ingest is, with the ledger's sums")
    ObjectNode progress() {
        return ApiShapes.progress(ingest.progress(), ledger.totals());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Upload files",
            description =
                    "One or several parts named `file`. They are stored in the archive's `uploads` folder and read "
                            + "in the background; the ledger tells what became of them.")
    ObjectNode upload(@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        if (files == null || files.isEmpty()) {
            throw new BadRequest("The upload has no part named file.");
        }
        ObjectNode answer = JsonShapes.object();
        ArrayNode stored = answer.putArray("stored");
        ArrayNode refused = answer.putArray("refused");
        String reason = "";
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (InputStream bytes = file.getInputStream()) {
                stored.add(ingest.upload(name, bytes));
            } catch (IllegalArgumentException unsuitable) {
                reason = String.valueOf(unsuitable.getMessage());
                refused.addObject().put("name", name).put("reason", reason);
            }
        }
        if (stored.isEmpty()) {
            throw new BadRequest(reason);
        }
        return answer;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Look through the archive's folder again", description = "`{\"rescan\": true}`")
    ObjectNode rescan(@RequestBody JsonNode json) {
        if (!Body.of(json, Set.of("rescan")).flag("rescan")) {
            throw new BadRequest("The body is to be {\"rescan\": true}, or an upload of files.");
        }
        // one that waits for its turn sees whatever a second one would
        if (rescanWaits.compareAndSet(false, true)) {
            Thread.ofPlatform().name("rescan").daemon().start(this::rescan);
        }
        return progress();
    }

    private void rescan() {
        rescanWaits.set(false);
        try {
            ingest.rescan();
        } catch (IOException | InterruptedException stopped) {
            LOG.warn("The rescan stopped: {}", stopped.getMessage());
        }
    }

    @DeleteMapping
    @Operation(summary = "Cancel the ingest under way", description = "What was read stays; the rest can be retried.")
    ObjectNode cancel() {
        ingest.cancel();
        return progress();
    }

    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Read again what failed or was cancelled",
            description = "The answer gives the number of files.")
    ObjectNode retry() {
        return JsonShapes.object().put("files", ingest.retryFailed());
    }
}
