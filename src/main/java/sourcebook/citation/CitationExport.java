package sourcebook.citation;

import java.util.List;
import sourcebook.catalogue.DocumentId;

/// Citations for other programs and for the page that is being written.
///
/// A work is one entry, however many of its passages were cited; its quotes, pages and notes are all with it. Text is
/// UTF-8 and safe as it is: whatever a title holds, BibTeX, RIS and JSON stay well-formed and HTML is escaped.
///
/// Immutable and thread-safe.
public final class CitationExport {

    /// A whole list: a file of the format, or a bibliography followed by the passages with their in-text citations.
    public String export(List<Citation> citations, ExportFormat format) {
        List<Reference> references = Reference.of(citations);
        return switch (format) {
            case BIBTEX -> BibTexWriter.write(references);
            case RIS -> RisWriter.write(references);
            case CSL_JSON -> CslItems.write(references);
            case CHICAGO, APA, MLA -> styled(references, format);
        };
    }

    /// One work's entry in a format for programs, without passages. Entries can be put one behind the other: the key
    /// ends with the document's first digits and so is the same in every export.
    ///
    /// @throws IllegalArgumentException when the format is a style, or one whose entries need a frame
    public String entry(DocumentId document, CitedWork work, ExportFormat format) {
        Reference reference = new Reference(CitationKey.of(work, document), work, List.of());
        return switch (format) {
            case BIBTEX -> BibTexWriter.write(List.of(reference)) + "\n";
            case RIS -> RisWriter.write(List.of(reference)) + "\r\n";
            case CSL_JSON, CHICAGO, APA, MLA ->
                throw new IllegalArgumentException(format.label() + " has no entries that stand alone.");
        };
    }

    /// One citation's entry, for the clipboard: its line of the bibliography, or its record in a format for programs.
    ///
    /// @param html whether a styled entry is wanted as HTML (a `div`, escaped, safe to insert) rather than text
    public String formatted(Citation citation, ExportFormat format, boolean html) {
        if (!format.styled()) {
            return export(List.of(citation), format);
        }
        List<String> entries =
                new StyledReferences(Reference.of(List.of(citation)), CitationStyle.of(format), html).bibliography();
        return String.join("\n", entries);
    }

    /// What stands behind a quote, with the page: `(Kimani 2014, 12)`.
    ///
    /// @throws IllegalArgumentException when the format is not a style
    public String inText(Citation citation, ExportFormat style) {
        List<Reference> references = Reference.of(List.of(citation));
        return new StyledReferences(references, CitationStyle.of(style), false)
                .inText(references.getFirst().key(), citation.locator());
    }

    private static String styled(List<Reference> references, ExportFormat format) {
        if (references.isEmpty()) {
            return "";
        }
        StyledReferences styled = new StyledReferences(references, CitationStyle.of(format), false);
        StringBuilder out = new StringBuilder();
        styled.bibliography().forEach(entry -> out.append(entry).append("\n\n"));
        StringBuilder passages = new StringBuilder();
        for (Reference reference : references) {
            for (Citation citation : reference.citations()) {
                passage(passages, citation, styled.inText(reference.key(), citation.locator()));
            }
        }
        if (!passages.isEmpty()) {
            out.append("Passages and notes\n\n").append(passages);
        }
        return out.toString();
    }

    private static void passage(StringBuilder out, Citation citation, String inText) {
        Passage passage = citation.passage();
        if (passage == null && citation.note().isBlank()) {
            return;
        }
        if (passage != null) {
            out.append('“').append(PlainText.line(passage.quote())).append("” ");
        }
        out.append(inText).append('\n');
        PlainText.lines(citation.note())
                .forEach(line -> out.append("    ").append(line).append('\n'));
        out.append('\n');
    }
}
