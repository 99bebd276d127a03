package sourcebook.citation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ways citations leave the archive: for reference managers, or as text to paste.
///
/// Chicago is the author-date variant, whose in-text form, like that of APA and MLA, stands behind a quote as it is.
public enum ExportFormat {
    BIBTEX("bibtex", "BibTeX", "application/x-bibtex", "bib"),
    RIS("ris", "RIS (Zotero, EndNote)", "application/x-research-info-systems", "ris"),
    CSL_JSON("csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json"),
    CHICAGO("chicago", "Chicago (author-date)", "text/plain", "txt"),
    APA("apa", "APA", "text/plain", "txt"),
    MLA("mla", "MLA", "text/plain", "txt");

    private final String key;
    private final String label;
    private final String mediaType;
    private final String fileExtension;

    ExportFormat(String key, String label, String mediaType, String fileExtension) {
        this.key = key;
        this.label = label;
        this.mediaType = mediaType;
        this.fileExtension = fileExtension;
    }

    /// The word for it in addresses and on the command line.
    public String key() {
        return key;
    }

    /// The word for a person.
    public String label() {
        return label;
    }

    /// Without a character set: every format is UTF-8.
    public String mediaType() {
        return mediaType;
    }

    /// Without the dot.
    public String fileExtension() {
        return fileExtension;
    }

    /// Whether it is text in a citation style, rather than data for another program.
    public boolean styled() {
        return switch (this) {
            case CHICAGO, APA, MLA -> true;
            case BIBTEX, RIS, CSL_JSON -> false;
        };
    }

    /// The format with this key, case aside.
    public static Optional<ExportFormat> ofKey(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.key.equals(wanted))
                .findFirst();
    }
}
