package sourcebook.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document to be saved for the first time.
///
/// @param size of the original, in bytes
/// @param inferred the record as the describer made it
/// @param described the same, overruled by a sidecar; equal to `inferred` where there is none
public record NewDocument(
        DocumentId id,
        String mediaType,
        long size,
        DocumentRecord inferred,
        DocumentRecord described,
        DocumentText text,
        @Nullable String withoutText,
        boolean textFromOcr,
        List<String> warnings) {
    /// The reason of a document that has pages but no text yet, because no program was there to recognise it.
    public static final String NEEDS_OCR = "needs OCR";
}
