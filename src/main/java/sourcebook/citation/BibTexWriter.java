package sourcebook.citation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// References as BibTeX, in UTF-8.
///
/// Values stand in braces and hold none of their own except those written here, since BibTeX counts even escaped ones.
/// Titles and institutions are braced twice, which keeps their capitals and their commas. Page, quote and note go to
/// `pages` and `note`.
final class BibTexWriter {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private BibTexWriter() {}

    static String write(List<Reference> references) {
        return references.stream().map(BibTexWriter::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Reference reference) {
        StringBuilder out = new StringBuilder();
        WorkKind kind = reference.kind();
        out.append('@').append(kind.bibTex()).append('{').append(reference.key());
        field(out, "title", "{" + escape(reference.title()) + "}");
        field(
                out,
                "author",
                reference.creators().stream().map(BibTexWriter::author).collect(Collectors.joining(" and ")));
        field(out, kind.bibTexSource(), escape(PlainText.line(reference.work().source())));
        date(out, reference.work().date());
        field(
                out,
                "pages",
                reference.pages().stream()
                        .map(pages -> pages.replace("–", "--"))
                        .collect(Collectors.joining(", ")));
        field(out, "url", url(reference.url()));
        field(out, "language", escape(PlainText.line(reference.work().language())));
        field(out, "note", reference.notes().stream().map(BibTexWriter::escape).collect(Collectors.joining("\n    ")));
        return out.append("\n}\n").toString();
    }

    private static void date(StringBuilder out, @Nullable PartialDate date) {
        if (date == null) {
            return;
        }
        field(out, "year", String.format(Locale.ROOT, "%04d", date.year()));
        if (date.month() != null) {
            // a macro, which every style writes in its own language
            out.append(",\n  month = ").append(MONTHS.get(date.month() - 1));
        }
        if (date.day() != null) {
            field(out, "day", Integer.toString(date.day()));
        }
    }

    private static void field(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(",\n  ").append(name).append(" = {").append(value).append('}');
        }
    }

    private static String author(CreatorName name) {
        if (name.literal()) {
            return "{" + escape(name.family()) + "}";
        }
        String last = name.particle().isEmpty() ? name.family() : name.particle() + " " + name.family();
        // BibTeX wants the suffix between the two
        String suffix = name.suffix().isEmpty() ? "" : ", " + escape(name.suffix());
        return escape(last) + suffix + ", " + escape(name.given());
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '{' -> out.append("\\textbraceleft{}");
                case '}' -> out.append("\\textbraceright{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '"' -> out.append("\\textquotedbl{}");
                case '#', '$', '%', '&', '_' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /// Addresses are taken literally by what reads them, so what would break the entry is percent-encoded instead.
    private static String url(String url) {
        return url.replace("\\", "%5C")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace(" ", "%20");
    }
}
