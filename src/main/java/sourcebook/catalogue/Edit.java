package sourcebook.catalogue;

import java.time.Instant;
import java.util.List;

/// One change of one field of one record by a person. Those made at once share a `batch` and are undone together.
public record Edit(
        long id,
        long batch,
        DocumentId document,
        RecordField field,
        List<String> before,
        List<String> after,
        String who,
        Instant when,
        boolean undone) {}
