package sourcebook.citation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// References as RIS, in UTF-8 with CR LF: one tag a line and no continued lines, so that nothing in a title or note
/// can begin a tag of its own. Each quote and each line of a note is an `N1`; the first passage's pages are `SP`, `EP`.
final class RisWriter {
    private static final String LINE_END = "\r\n";

    private RisWriter() {}

    static String write(List<Reference> references) {
        StringBuilder out = new StringBuilder();
        for (Reference reference : references) {
            entry(out, reference);
        }
        return out.toString();
    }

    private static void entry(StringBuilder out, Reference reference) {
        WorkKind kind = reference.kind();
        tag(out, "TY", kind.ris());
        tag(out, "ID", reference.key());
        tag(out, "TI", reference.title());
        reference.creators().forEach(name -> tag(out, "AU", name.inverted()));
        tag(
                out,
                kind.insideSource() ? "T2" : "PB",
                PlainText.line(reference.work().source()));
        date(out, reference.work().date());
        if (!reference.pages().isEmpty()) {
            String[] fromTo = reference.pages().getFirst().split("–", 2);
            tag(out, "SP", fromTo[0]);
            tag(out, "EP", fromTo[fromTo.length - 1]);
        }
        tag(out, "UR", reference.url());
        tag(out, "LA", PlainText.line(reference.work().language()));
        reference.notes().forEach(line -> tag(out, "N1", line));
        out.append("ER  - ").append(LINE_END);
    }

    private static void date(StringBuilder out, @Nullable PartialDate date) {
        if (date == null) {
            return;
        }
        tag(out, "PY", String.format(Locale.ROOT, "%04d", date.year()));
        if (date.month() != null) {
            // year/month/day/other: unknown parts stay empty between their slashes
            String day = date.day() == null ? "" : String.format(Locale.ROOT, "%02d", date.day());
            tag(out, "DA", String.format(Locale.ROOT, "%04d/%02d/%s/", date.year(), date.month(), day));
        }
    }

    private static void tag(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append("  - ").append(value).append(LINE_END);
        }
    }
}
