package sourcebook.extraction.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.ExtractedDocument.Line;
import sourcebook.extraction.ExtractedDocument.Part;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageWords;

/// What has been read of one document so far. Used by one thread.
final class Draft {
    /// Tika's notes about itself, which say nothing about the document.
    private static final List<String> OF_TIKA = List.of("X-TIKA:", "resourceName", "embedded");

    final Request request;
    final Metadata metadata = new Metadata();
    final List<String> warnings = new ArrayList<>();
    String mediaType;
    List<String> pages = List.of("");
    List<Line> lines = List.of();
    final List<PageWords> words = new ArrayList<>();
    final List<Integer> needOcr = new ArrayList<>();
    List<Part> parts = List.of();

    @Nullable
    String html;

    @Nullable
    String noTextReason;

    boolean textFromOcr;

    Draft(Request request, String mediaType) {
        this.request = request;
        this.mediaType = mediaType;
    }

    void page(String text) {
        pages = List.of(text);
    }

    boolean hasText() {
        return pages.stream().anyMatch(page -> !page.isBlank());
    }

    void take(Spool spool) {
        parts = spool.parts();
        warnings.addAll(spool.warnings());
    }

    ExtractedDocument finished() throws Unreadable {
        List<String> clean = pages.stream().map(CleanText::of).toList();
        if (clean.stream().mapToLong(String::length).sum() > request.maxTextCharacters()) {
            throw tooMuchText(request.maxTextCharacters());
        }
        boolean blank = clean.stream().allMatch(String::isBlank);
        String reason = blank ? (noTextReason != null ? noTextReason : withoutText()) : null;
        return new ExtractedDocument(
                mediaType,
                fields(),
                clean.isEmpty() ? List.of("") : clean,
                html == null ? null : CleanText.of(html),
                lines,
                words,
                needOcr,
                textFromOcr,
                reason,
                parts,
                warnings);
    }

    static Unreadable tooMuchText(long most) {
        return new Unreadable(Kind.TOO_LARGE, "It yields more than %,d characters of text.".formatted(most));
    }

    private String withoutText() {
        return parts.isEmpty() ? "the document has no text" : "it only holds other documents";
    }

    private Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : metadata.names()) {
            if (OF_TIKA.stream().noneMatch(name::startsWith) && !name.equals("Content-Type")) {
                List<String> values = new ArrayList<>();
                for (String value : metadata.getValues(name)) {
                    if (value != null && !value.isBlank()) {
                        values.add(CleanText.of(value));
                    }
                }
                if (!values.isEmpty()) {
                    fields.put(CleanText.of(name), values);
                }
            }
        }
        return fields;
    }
}
