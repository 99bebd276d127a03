package sourcebook.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lines of CSV as RFC 4180 has them. A cell that a spreadsheet would take for a formula gets an apostrophe before it:
/// file names are whatever somebody chose to call a file.
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && safe.equals(safe.strip());
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
