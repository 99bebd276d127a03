package sourcebook.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document as the catalogue knows it.
///
/// @param sequence of its last change
/// @param size of the original, in bytes
/// @param record as it holds now: inferred, overruled by a sidecar, overruled by people
/// @param withoutText why it has no text, null if it has
/// @param warnings sentences about what could not be read
/// @param locations where its original was seen and still is, the one that counts as indexed first
/// @param story id of the story whose copy it is, null while it is the only one
/// @param present false when no location is left
public record CataloguedDocument(
        DocumentId id,
        long sequence,
        String mediaType,
        long size,
        Instant added,
        DocumentRecord record,
        int pages,
        @Nullable String withoutText,
        boolean textFromOcr,
        List<String> warnings,
        List<Location> locations,
        @Nullable String story,
        boolean present) {

    /// The title, or the file's name in its place.
    public String displayTitle() {
        String title = record.titleText();
        if (title != null && !title.isBlank()) {
            return title;
        }
        return locations.isEmpty() ? id.shortForm() : locations.getFirst().name();
    }
}
