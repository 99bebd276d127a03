package sourcebook.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import sourcebook.citation.ExportFormat;

/// The ways in which the records of a result set leave the archive: as tables, or as citations do. All are UTF-8.
public enum RecordFormat {
    CSV("csv", "CSV (spreadsheets)", "text/csv", "csv"),
    JSONL("jsonl", "JSON lines (programs)", "application/jsonl", "jsonl"),
    BIBTEX(ExportFormat.BIBTEX),
    RIS(ExportFormat.RIS);

    private final String key;
    private final String label;
    private final String mediaType;
    private final String extension;

    RecordFormat(String key, String label, String mediaType, String extension) {
        this.key = key;
        this.label = label;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /// A format of references, as citations have it.
    RecordFormat(ExportFormat references) {
        this(references.key(), references.label(), references.mediaType(), references.fileExtension());
    }

    /// The word for it in addresses and on the command line.
    public String key() {
        return key;
    }

    /// The words for a person.
    public String label() {
        return label;
    }

    /// Without a character set.
    public String mediaType() {
        return mediaType;
    }

    /// Of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// The format with this key, case aside.
    public static Optional<RecordFormat> ofKey(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.key.equals(wanted))
                .findFirst();
    }
}
