package sourcebook.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;
import sourcebook.search.Query.Days;

/// Reads `2014`, `2014-03`, `2014-03-10` and ranges of them: `2014-03..2014-05-10`, `2014-03..`, `..2014`.
final class QueryDates {
    static final LocalDate FIRST = LocalDate.of(QueryParser.FIRST_YEAR, 1, 1);
    static final LocalDate LAST = LocalDate.of(QueryParser.LAST_YEAR, 12, 31);

    /// A sentence for a person where no date stands.
    static final String EXPECTED =
            "After “date:” a date or a range such as 2014-03..2014-05-10 was expected; it was read as words.";

    private static final String DATE = "\\d{4}(?:[-‐‑–/.]\\d{1,2}(?:[-‐‑–/.]\\d{1,2})?)?";
    private static final Pattern FORM =
            Pattern.compile("(?<from>" + DATE + ")?(?<to>(?:\\.{2,3}|…)(?<last>" + DATE + ")?)?[^\\p{L}\\p{N}.]*");

    private QueryDates() {}

    /// A range that runs backward is turned round.
    static Optional<Days> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group("from") == null && form.group("last") == null)) {
            return Optional.empty();
        }
        Optional<PartialDate> from = date(form.group("from"));
        Optional<PartialDate> last = date(form.group("last"));
        if ((form.group("from") != null && from.isEmpty()) || (form.group("last") != null && last.isEmpty())) {
            return Optional.empty();
        }
        if (form.group("to") == null) {
            return from.map(only -> new Days(only.earliest(), latest(only)));
        }
        if (from.isPresent() && last.isPresent() && from.get().earliest().isAfter(latest(last.get()))) {
            return Optional.of(new Days(last.get().earliest(), latest(from.get())));
        }
        return Optional.of(new Days(
                from.map(PartialDate::earliest).orElse(FIRST),
                last.map(QueryDates::latest).orElse(LAST)));
    }

    private static Optional<PartialDate> date(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split("[-‐‑–/.]");
        StringBuilder iso = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            iso.append(parts[i].length() == 1 ? "-0" : "-").append(parts[i]);
        }
        return PartialDate.parse(iso.toString());
    }

    /// The last day a date can mean.
    static LocalDate latest(PartialDate date) {
        if (date.month() == null) {
            return LocalDate.of(date.year(), 12, 31);
        }
        return date.day() == null ? YearMonth.of(date.year(), date.month()).atEndOfMonth() : date.earliest();
    }

    /// As it would be typed.
    static String print(Days days) {
        String from = days.from().equals(FIRST) ? "" : days.from().toString();
        String to = days.to().equals(LAST) ? "" : days.to().toString();
        for (PartialDate whole : new PartialDate[] {
            PartialDate.ofYear(days.from().getYear()),
            new PartialDate(days.from().getYear(), days.from().getMonthValue(), null),
            PartialDate.of(days.from())
        }) {
            if (whole.earliest().equals(days.from()) && latest(whole).equals(days.to())) {
                return whole.toString();
            }
        }
        return from + ".." + to;
    }
}
