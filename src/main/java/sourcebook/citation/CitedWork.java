package sourcebook.citation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// The bibliographic data of a work at one moment, without their evidence: what a reference needs, kept with the
/// citation so that it outlives edits and the removal of the document. Immutable.
///
/// @param creators as the record has them, in order: `Family, Given`, `Given Family`, or an institution's name
/// @param path where the original lay, inside a container behind `!/`
public record CitedWork(
        @Nullable String title,
        List<String> creators,
        @Nullable PartialDate date,
        @Nullable String source,
        @Nullable String url,
        @Nullable String type,
        @Nullable String language,
        String path) {

    /// Endings of formats that flow: the "page 1" that their one stretch of text counts as says nothing to a reader.
    private static final Set<String> FLOWING = Set.of(
            "html",
            "htm",
            "xhtml",
            "mht",
            "mhtml",
            "txt",
            "text",
            "md",
            "markdown",
            "eml",
            "msg",
            "mbox",
            "csv",
            "tsv",
            "json",
            "xml",
            "epub",
            "srt",
            "vtt",
            "doc",
            "docx",
            "odt",
            "rtf",
            "xls",
            "xlsx",
            "ods");

    public CitedWork {
        creators = List.copyOf(creators);
    }

    /// What `record` says now.
    public static CitedWork of(DocumentRecord record, String path) {
        return new CitedWork(
                record.titleText(),
                record.creators().stream().map(Evidenced::value).toList(),
                value(record.date()),
                record.sourceText(),
                value(record.url()),
                value(record.type()),
                value(record.language()),
                path);
    }

    /// The title, or the file's name in its place.
    public String displayTitle() {
        if (title != null && !title.isBlank()) {
            return title;
        }
        String name = fileName();
        return name.isBlank() ? "Untitled" : name;
    }

    /// Whether the format has pages of its own, as far as the file's name tells.
    public boolean hasPages() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot < 0 || !FLOWING.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static <T> @Nullable T value(@Nullable Evidenced<T> evidenced) {
        return evidenced == null ? null : evidenced.value();
    }
}
