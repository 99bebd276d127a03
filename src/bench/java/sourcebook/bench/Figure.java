package sourcebook.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One measured line of the report.
///
/// @param row the [Row#name]
/// @param what what was measured, with the unit
/// @param documents of the corpus
/// @param limit what the limit took, null where there is none
/// @param product what Sourcebook took
/// @param value what the target is about: mostly a ratio
/// @param target the value that is wanted, null where none is
/// @param atLeast whether more is better
record Figure(
        String row,
        String what,
        int documents,
        @Nullable Double limit,
        double product,
        double value,
        @Nullable Double target,
        boolean atLeast) {

    /// How much of the limit's speed is reached: work per time, at least `target`.
    static Figure speed(String row, String what, int documents, double limit, double product, @Nullable Double target) {
        return new Figure(row, what, documents, limit, product, product / limit, target, true);
    }

    /// How many times what the limit takes: time or size, at most `target`.
    static Figure cost(String row, String what, int documents, double limit, double product, @Nullable Double target) {
        return new Figure(row, what, documents, limit, product, product / limit, target, false);
    }

    /// A figure without a limit, at most `target`.
    static Figure alone(String row, String what, int documents, double product, @Nullable Double target) {
        return new Figure(row, what, documents, null, product, product, target, false);
    }

    /// Whether the target is reached; null where there is none.
    @Nullable
    Boolean met() {
        return target == null ? null : (atLeast ? value >= target : value <= target);
    }

    /// A line of a Markdown table.
    String line() {
        String wanted = target == null ? "–" : (atLeast ? "≥ " : "≤ ") + number(target);
        String verdict = met() == null ? "" : Boolean.TRUE.equals(met()) ? "met" : "**short**";
        return "| " + row + " | " + what + " | " + String.format(Locale.ROOT, "%,d", documents) + " | "
                + (limit == null ? "–" : number(limit)) + " | " + number(product) + " | " + number(value) + " | "
                + wanted + " | " + verdict + " |";
    }

    static String heading() {
        return "| row | what | documents | limit | Sourcebook | value | target | |\n| --- | --- | --- | --- | --- | --- | --- | --- |";
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
