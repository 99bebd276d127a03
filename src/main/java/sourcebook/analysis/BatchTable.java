package sourcebook.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The table of a list of queries, for spreadsheets.
public final class BatchTable {
    private static final List<String> COLUMNS =
            List.of("id", "query", "total", "copies", "stories", "hits", "understood as", "notes", "complete", "link");
    private static final int[] WIDTHS = {12, 40, 10, 10, 10, 10, 40, 40, 10, 40}; // in characters
    private static final int MOST_CELL = 32_767; // characters that a cell can hold

    private BatchTable() {}

    /// @param link the address of a query's results
    public static void csv(Iterable<BatchRow> rows, Function<BatchRow, String> link, Appendable out)
            throws IOException {
        out.append(Csv.line(COLUMNS));
        for (BatchRow row : rows) {
            out.append(Csv.line(
                    row.id(),
                    row.query(),
                    Long.toString(row.total()),
                    Long.toString(row.copies()),
                    Long.toString(row.stories()),
                    Long.toString(row.hits()),
                    row.understoodAs(),
                    String.join(" ", row.notes()),
                    complete(row),
                    link.apply(row)));
        }
    }

    /// A workbook with one sheet. Cells of text are text: none is a formula.
    ///
    /// @param version of the program, as `2.1`
    public static void xlsx(Iterable<BatchRow> rows, Function<BatchRow, String> link, String version, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Sourcebook", workbookVersion(version))) {
            Worksheet sheet = book.newWorksheet("Queries");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (BatchRow row : rows) {
                text(sheet, line, 0, row.id());
                text(sheet, line, 1, row.query());
                sheet.value(line, 2, row.total());
                sheet.value(line, 3, row.copies());
                sheet.value(line, 4, row.stories());
                sheet.value(line, 5, row.hits());
                text(sheet, line, 6, row.understoodAs());
                text(sheet, line, 7, String.join(" ", row.notes()));
                text(sheet, line, 8, complete(row));
                text(sheet, line, 9, link.apply(row));
                line++;
            }
        }
    }

    private static String complete(BatchRow row) {
        return row.incomplete() ? "no" : "yes";
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, text.length() > MOST_CELL ? text.substring(0, MOST_CELL) : text);
    }

    /// The format knows versions `12.34` alone.
    private static String workbookVersion(String version) {
        return version.matches("\\d{1,2}\\.\\d{1,4}.*") ? version.replaceFirst("^(\\d+\\.\\d{1,4}).*", "$1") : "1.0";
    }
}
