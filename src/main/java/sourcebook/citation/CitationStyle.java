package sourcebook.citation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A style of the Citation Style Language, as citeproc-java can follow it.
///
/// The processor takes the conditions `disambiguate` and `locator` for always and never true. They are replaced by
/// conditions on variables that it knows: `citation-label`, which these styles print nowhere and which is set here on
/// works that need their title to be told apart, and the locator itself.
enum CitationStyle {
    CHICAGO("chicago-author-date"),
    APA("apa"),
    MLA("modern-language-association");

    private final String file;
    private final String text;

    CitationStyle(String file) {
        this.file = file;
        this.text = read(file)
                .replace("disambiguate=\"true\"", "variable=\"citation-label\"")
                .replace("locator=\"line page timestamp\"", "variable=\"locator\"");
    }

    static CitationStyle of(ExportFormat format) {
        return switch (format) {
            case CHICAGO -> CHICAGO;
            case APA -> APA;
            case MLA -> MLA;
            case BIBTEX, RIS, CSL_JSON -> throw new IllegalArgumentException(format.label() + " is not a style");
        };
    }

    /// The style as XML.
    String text() {
        return text;
    }

    /// Whether works with equal in-text citations are told apart by a letter behind the year, rather than by title.
    boolean byYear() {
        return this != MLA;
    }

    private static String read(String file) {
        try (InputStream in = CitationStyle.class.getResourceAsStream("/" + file + ".csl")) {
            if (in == null) {
                throw new IllegalStateException("The style is not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
