package sourcebook.search;

import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;

/// All that the index keeps of a document.
///
/// @param record as it holds now: inferred, overruled by the sidecar, overruled by people
/// @param path of its first location
/// @param story id of the story whose copy it is, null while it is the only one
/// @param withoutText why it has no text ("needs OCR"), null if it has
/// @param ocr whether its text was recognised in an image
public record IndexedDocument(
        DocumentId id,
        DocumentRecord record,
        DocumentText text,
        String path,
        @Nullable String story,
        @Nullable String withoutText,
        boolean ocr) {

    /// A document whose text came with it.
    public IndexedDocument(
            DocumentId id,
            DocumentRecord record,
            DocumentText text,
            String path,
            @Nullable String story,
            @Nullable String withoutText) {
        this(id, record, text, path, story, withoutText, false);
    }

    /// A document whose text came with it and that is the only copy of its story.
    public IndexedDocument(
            DocumentId id, DocumentRecord record, DocumentText text, String path, @Nullable String withoutText) {
        this(id, record, text, path, null, withoutText, false);
    }
}
