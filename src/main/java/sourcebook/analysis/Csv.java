package sourcebook.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/// Lines of CSV as RFC 4180 has them. A cell that a spreadsheet would take for a formula gets an apostrophe before it:
/// file names, titles and texts are whatever somebody chose to write.
public final class Csv {
    /// What makes a spreadsheet read a file as UTF-8; for programs it is best left out.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    public static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String line(Collection<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && safe.equals(safe.strip());
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
