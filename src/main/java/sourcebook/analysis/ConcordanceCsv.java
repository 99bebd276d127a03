package sourcebook.analysis;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A concordance as CSV, line by line.
final class ConcordanceCsv {
    private static final List<String> COLUMNS = List.of(
            "document",
            "title",
            "date",
            "source",
            "countries",
            "page",
            "layer",
            "before",
            "hit",
            "after",
            "start",
            "end",
            "path");

    private final Appendable out;
    private final boolean grouped;

    ConcordanceCsv(Appendable out, boolean grouped) {
        this.out = out;
        this.grouped = grouped;
    }

    long write(Concordance concordance, ConcordanceRequest request, Work work) {
        put("group", COLUMNS);
        if (out instanceof Flushable beginning) { // the head goes out before anything is searched
            try {
                beginning.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return concordance.forEach(request, this::row, work);
    }

    private void row(ConcordanceRow row) {
        put(
                row.group(),
                List.of(
                        row.document().value(),
                        row.title(),
                        row.date() == null ? "" : row.date(),
                        row.source() == null ? "" : row.source(),
                        String.join("; ", row.countries()),
                        Integer.toString(row.page()),
                        row.layer().name().toLowerCase(Locale.ROOT),
                        row.before(),
                        row.hit(),
                        row.after(),
                        Integer.toString(row.start()),
                        Integer.toString(row.end()),
                        row.path()));
    }

    private void put(@Nullable String group, List<String> cells) {
        List<String> all = new ArrayList<>();
        if (grouped) {
            all.add(group == null ? "" : group);
        }
        all.addAll(cells);
        try {
            out.append(Csv.line(all));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
