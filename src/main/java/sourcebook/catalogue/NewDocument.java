package sourcebook.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document to be saved for the first time.
///
/// @param size of the original, in bytes
/// @param inferred the record as the describer made it
/// @param described the same, overruled by a sidecar; equal to `inferred` where there is none
/// @param mentions where the text names the countries it is about, ascending
/// @param blocks of a saved web page
/// @param sketch by which near-copies of the text are found; empty for a text too short to have any
/// @param extracted what extraction gave, packed by the room that reads it again when the rules of
///     description change; opaque here, empty if it was not kept
/// @param rules number of the rules that described it; documents of other rules are described again. 0: soon again
/// @param repeated those of its blocks that were known to be repeated on its site when it was described
/// @param needsOcr whether some of its text is still to be recognised from images
public record NewDocument(
        DocumentId id,
        String mediaType,
        long size,
        DocumentRecord inferred,
        DocumentRecord described,
        DocumentText text,
        @Nullable String withoutText,
        boolean textFromOcr,
        List<String> warnings,
        List<Mention> mentions,
        Blocks blocks,
        StorySketch sketch,
        byte[] extracted,
        int rules,
        Set<Long> repeated,
        boolean needsOcr) {
    /// The reason of a document that has pages but no text yet, because no program was there to recognise it.
    public static final String NEEDS_OCR = "needs OCR";

    /// Described by rules that are not followed up; it waits for OCR if that is why it has no text.
    public NewDocument(
            DocumentId id,
            String mediaType,
            long size,
            DocumentRecord inferred,
            DocumentRecord described,
            DocumentText text,
            @Nullable String withoutText,
            boolean textFromOcr,
            List<String> warnings,
            List<Mention> mentions,
            Blocks blocks,
            StorySketch sketch,
            byte[] extracted) {
        this(
                id,
                mediaType,
                size,
                inferred,
                described,
                text,
                withoutText,
                textFromOcr,
                warnings,
                mentions,
                blocks,
                sketch,
                extracted,
                0,
                Set.of(),
                NEEDS_OCR.equals(withoutText));
    }
}
