package sourcebook.extraction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read out of one original, without any interpretation.
///
/// @param mediaType detected, without parameters: `application/pdf`
/// @param metadata embedded metadata by Tika's names (`dc:title`, `dcterms:created`, `Message-From`,
/// `pdf:docinfo:title`
///     …), values in the order found; for HTML the meta elements are left to the description, which gets `html`
/// @param pages text by physical page, in reading order; exactly one for formats without pages; never cut
/// @param html the decoded source of an HTML document, null for other formats
/// @param lines lines with their size on the first and last pages of a PDF, in reading order; empty elsewhere
/// @param words where the recognised words stand, for each page whose text was recognised, ascending; empty elsewhere
/// @param needOcr pages (1-based) that are pictures and whose text was not recognised, because it was not asked for or
///     no engine with a fitting language is installed: they are worth another try; empty elsewhere
/// @param textFromOcr true when at least one page's text was recognised from an image
/// @param noTextReason why there is no text, null when there is some: "needs OCR", "the document is empty" …
/// @param parts what a container or a message holds, each an original of its own; empty elsewhere
/// @param warnings sentences for a person about what could not be read, or parts that were not opened
public record ExtractedDocument(
        String mediaType,
        Map<String, List<String>> metadata,
        List<String> pages,
        @Nullable String html,
        List<Line> lines,
        List<PageWords> words,
        List<Integer> needOcr,
        boolean textFromOcr,
        @Nullable String noTextReason,
        List<Part> parts,
        List<String> warnings) {

    public ExtractedDocument {
        pages = List.copyOf(pages);
        lines = List.copyOf(lines);
        words = List.copyOf(words);
        needOcr = List.copyOf(needOcr);
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    /// A line as printed: its page (1-based), text, dominant font size in points, and top-left corner in points from
    /// the page's top left.
    public record Line(int page, String text, float fontSize, boolean bold, float x, float y) {}

    /// A part of a container, unpacked.
    ///
    /// @param name its path inside the container, as stored there, made safe: relative, no `..`, `/` between names
    /// @param file the unpacked bytes in the caller's spool folder; null when it was not unpacked
    /// @param problem why it was not unpacked (too large, encrypted, too many), null when it was
    public record Part(
            String name,
            java.nio.file.@Nullable Path file,
            @Nullable String problem) {}

    /// Is it only a box around others (zip, tar, mbox), with no text of its own?
    public boolean onlyContainer() {
        return !parts.isEmpty() && pages.stream().allMatch(String::isBlank);
    }
}
