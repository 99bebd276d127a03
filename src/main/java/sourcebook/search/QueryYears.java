package sourcebook.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.search.Query.Days;

/// Reads `2014`, `2012..2017`, `2012..`, `..2017`, and the dashes people type instead of two points.
final class QueryYears {
    private static final Pattern FORM = Pattern.compile(
            "\\p{Punct}*?(?<from>\\d{1,4})?(?<to>(?:\\.{2,3}|…|[-‐‑–—])(?<last>\\d{1,4})?)?[^\\p{L}\\p{N}]*");

    /// A sentence for a person where no year stands.
    static final String EXPECTED =
            "After “year:” a year or a range such as 2012..2017 was expected; it was read as words.";

    /// A month or a day, which have a year and more: `2014-03`. `2014-17` is none, and a short way to write years.
    private static final Pattern IN_YEAR =
            Pattern.compile("\\d{4}[-‐‑–/.](?:0?[1-9]|1[0-2])(?:[-‐‑–/.]\\d{1,2})?[^\\p{L}\\p{N}.]*");

    private QueryYears() {}

    /// What names a part of a year.
    static Optional<Days> partOfYear(String text) {
        return IN_YEAR.matcher(text).matches() ? QueryDates.read(text) : Optional.empty();
    }

    /// A sentence for a person if the range in `text` runs downward.
    static Optional<String> turned(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group("from") == null || form.group("last") == null) {
            return Optional.empty();
        }
        int from = Integer.parseInt(form.group("from"));
        int to = Integer.parseInt(form.group("last"));
        return from <= to
                ? Optional.empty()
                : Optional.of("The years " + from + ".." + to + " were turned round: " + to + ".." + from + ".");
    }

    /// Years run from 1 to 9999; a range that runs downward is turned round.
    static Optional<YearRange> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group("from") == null && form.group("to") == null)) {
            return Optional.empty();
        }
        int from = form.group("from") == null ? QueryParser.FIRST_YEAR : Integer.parseInt(form.group("from"));
        int to;
        if (form.group("to") == null) {
            to = from;
        } else {
            to = form.group("last") == null ? QueryParser.LAST_YEAR : Integer.parseInt(form.group("last"));
        }
        return from < QueryParser.FIRST_YEAR || to < QueryParser.FIRST_YEAR
                ? Optional.empty()
                : Optional.of(new YearRange(Math.min(from, to), Math.max(from, to)));
    }
}
