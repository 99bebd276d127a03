package sourcebook.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A calendar date known to the day, the month or only the year, as ISO 8601 writes them with reduced precision:
/// `2020-12-10`, `2020-12`, `2020`. A day is never present without a month.
///
/// Ordered by the first day it can mean, the less precise first.
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("Year out of range: " + year);
        }
        if (day != null && month == null) {
            throw new IllegalArgumentException("A day needs a month");
        }
        if (month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("Month out of range: " + month);
        }
        if (month != null
                && day != null
                && (day < 1 || day > YearMonth.of(year, month).lengthOfMonth())) {
            throw new IllegalArgumentException("Day out of range: " + day);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, null, null);
    }

    /// Reads exactly one of the three ISO forms; anything else, or a day that does not exist, is empty.
    public static Optional<PartialDate> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(
                    Integer.parseInt(form.group(1)),
                    form.group(2) == null ? null : Integer.valueOf(form.group(2)),
                    form.group(3) == null ? null : Integer.valueOf(form.group(3))));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /// The first day this date can mean.
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    @Override
    public int compareTo(PartialDate other) {
        int byDay = earliest().compareTo(other.earliest());
        return byDay != 0
                ? byDay
                : Integer.compare(toString().length(), other.toString().length());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(10);
        append(text, year, 4);
        if (month != null) {
            append(text.append('-'), month, 2);
            if (day != null) {
                append(text.append('-'), day, 2);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder to, int number, int digits) {
        String plain = Integer.toString(number);
        to.repeat('0', Math.max(0, digits - plain.length())).append(plain);
    }
}
