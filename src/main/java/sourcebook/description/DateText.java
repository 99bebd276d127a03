package sourcebook.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// Reads dates as people and programs write them: ISO 8601, RFC 5322, day and month in words of many
/// languages, numbers
/// with points, dashes or slashes, and those of Chinese, Japanese and Korean. Pure.
final class DateText {
    /// Years before this are not dates of publication: there was no print.
    static final int EARLIEST_YEAR = 1400;

    private static final int LATEST_YEAR = 2199;

    private static final Pattern ISO = Pattern.compile("(?<![\\d.])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d])");
    private static final Pattern ISO_MONTH = Pattern.compile("(?<![\\d./-])(\\d{4})-(\\d{2})(?![\\d-])");
    private static final Pattern COMPACT = Pattern.compile(
            "(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?:(?=T|\\D|$)|\\d{4,6}(?!\\d))");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s{0,2}[年년]\\s{0,2}(\\d{1,2})\\s{0,2}[月월](?:\\s{0,2}(\\d{1,2})\\s{0,2}[日일号號])?");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d])(\\d{1,2})\\s?(?:st|nd|rd|th|er|re|[.ºª])?,?(?:[\\s-]{1,3}(?:de |of |d['’])?| de )?([\\p{L}\\p{M}]{3,14})\\.?,?[\\s-]{1,3}(?:de |del |din |,)?\\s?(\\d{4})(?!\\d)");
    /// The month by two names, as in the Levant: "5 أيار/مايو 2011"; a name may have two words.
    private static final Pattern TWO_NAMES = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\.?\\s{1,2}([\\p{L}\\p{M}]{3,14}(?: [\\p{L}\\p{M}]{3,14})?) ?/ ?([\\p{L}\\p{M}]{3,14}(?: [\\p{L}\\p{M}]{3,14})?),?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<![\\p{L}\\p{M}])([\\p{L}\\p{M}]{3,14})\\.?[\\s-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,\\s?|[\\s-]{1,2})(?:de )?(\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})[.,]?[\\s-]{1,2}([\\p{L}\\p{M}]{3,14})\\.?[\\s-]{1,2}(\\d{1,2})(?!\\d)");
    private static final Pattern MONTH_YEAR =
            Pattern.compile("(?<![\\p{L}\\p{M}])([\\p{L}\\p{M}]{3,14})\\.?,?\\s{1,2}(?:de |del |of )?(\\d{4})(?!\\d)");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d./-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?((?:1[4-9]|20)\\d\\d(?![\\d:])|\\d{2}(?=\\d\\d:\\d\\d)|\\d{2}(?![\\d]))(?![./-]\\d)");
    private static final Pattern WITH_TIME = Pattern.compile(
            "(?<![\\p{L}\\p{M}])([\\p{L}]{3,9})\\.? (\\d{1,2}),? \\d{1,2}:\\d{2}(?::\\d{2})?(?: [AaPp][Mm])?(?: [A-Z]{2,5}(?:[+-]\\d{1,2}:?\\d{0,2})?)? (\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");

    /// No date has its digits further from its beginning, its end, or each other.
    private static final int NEAR = 40;

    private DateText() {}

    /// A date found in a text: offsets in UTF-16 units of the text searched.
    record Found(PartialDate date, int start, int end) {
        boolean toTheDay() {
            return date.day() != null;
        }
    }

    /// The date that a short text states: the most precise one, and of those the first.
    static Optional<PartialDate> parse(String text) {
        return parse(text, false);
    }

    /// @param monthFirst whether 3/4/2005 is the fourth of March
    static Optional<PartialDate> parse(String text, boolean monthFirst) {
        String digits = latinDigits(text.length() > 200 ? text.substring(0, 200) : text);
        List<Found> found = find(digits, monthFirst);
        Matcher compact = COMPACT.matcher(digits);
        if (found.stream().noneMatch(Found::toTheDay) && compact.find()) {
            return date(compact.group(1), compact.group(2), compact.group(3));
        }
        Optional<PartialDate> best = found.stream()
                .filter(Found::toTheDay)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(Found::date);
        if (best.isPresent()) {
            return best;
        }
        Matcher year = YEAR.matcher(digits);
        return year.find() ? date(year.group(1), null, null) : Optional.empty();
    }

    /// All dates to the day or month in a text, in order of place.
    static List<Found> find(String text, boolean monthFirst) {
        List<Found> found = new ArrayList<>();
        visit(text, monthFirst, found::add);
        return found;
    }

    /// Shows each of them to a visitor, in order of place, until one is told by it to be the last.
    ///
    /// @param visitor whether to go on
    /// @return whether it saw all of them and went on
    static boolean visit(String text, boolean monthFirst, Predicate<Found> visitor) {
        String digits = latinDigits(text);
        for (int from = nextDigit(digits, 0); from < digits.length(); ) {
            int to = from + 1;
            for (int next = nextDigit(digits, to); next - to < 2 * NEAR && next < digits.length(); ) {
                to = next + 1;
                next = nextDigit(digits, to);
            }
            int start = edge(digits, from - NEAR, -1);
            for (Found one : among(digits.substring(start, edge(digits, to + NEAR, 1)), monthFirst)) {
                if (!visitor.test(new Found(one.date(), start + one.start(), start + one.end()))) {
                    return false;
                }
            }
            from = nextDigit(digits, to);
        }
        return true;
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
            at++;
        }
        return at;
    }

    /// The nearest place outside a word, or not much further than this.
    private static int edge(String text, int from, int step) {
        int at = Math.clamp(from, 0, text.length());
        for (int left = NEAR; left > 0 && at > 0 && at < text.length(); left--) {
            if (Character.isWhitespace(text.charAt(step < 0 ? at - 1 : at))) {
                break;
            }
            at += step;
        }
        return at;
    }

    /// The dates in a stretch of text with digits in it: what is far from any holds none, and is most of a long text.
    /// A form is only looked for where the signs stand that it is written with.
    private static List<Found> among(String t, boolean monthFirst) {
        List<Found> found = new ArrayList<>();
        boolean dash = t.indexOf('-') >= 0;
        boolean slash = t.indexOf('/') >= 0;
        boolean parted = dash || slash || t.indexOf('.') >= 0;
        boolean year = hasFourDigits(t);
        if (year && parted) {
            each(ISO, t, found, m -> date(m.group(1), m.group(3), m.group(4)));
        }
        if (year && (t.indexOf('年') >= 0 || t.indexOf('년') >= 0)) {
            each(EAST_ASIAN, t, found, m -> date(m.group(1), m.group(2), m.group(3)));
        }
        if (year && slash) {
            each(TWO_NAMES, t, found, m -> twoNames(m.group(4), m.group(2), m.group(3), m.group(1)));
        }
        if (year) {
            each(DAY_FIRST, t, found, m -> words(m.group(3), m.group(2), m.group(1)));
            each(MONTH_FIRST, t, found, m -> words(m.group(3), m.group(1), m.group(2)));
        }
        if (year && t.indexOf(':') >= 0) {
            each(WITH_TIME, t, found, m -> words(m.group(3), m.group(1), m.group(2)));
        }
        if (year) {
            each(YEAR_FIRST, t, found, m -> words(m.group(1), m.group(2), m.group(3)));
        }
        if (parted) {
            each(NUMBERS, t, found, m -> numbers(m, monthFirst));
        }
        if (year && dash) {
            each(ISO_MONTH, t, found, m -> date(m.group(1), m.group(2), null));
        }
        if (year) {
            each(MONTH_YEAR, t, found, m -> words(m.group(2), m.group(1), null));
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean hasFourDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 4; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == 4;
    }

    private interface Reading {
        Optional<PartialDate> read(Matcher match);
    }

    private static void each(Pattern pattern, String text, List<Found> to, Reading reading) {
        Matcher match = pattern.matcher(text);
        int from = 0;
        while (match.find(from)) {
            Optional<PartialDate> date = reading.read(match);
            int start = match.start();
            int end = match.end();
            boolean taken = to.stream().anyMatch(other -> start < other.end() && other.start() < end);
            if (date.isPresent() && !taken) {
                to.add(new Found(date.get(), start, end));
                from = end;
            } else {
                from = Math.max(start + 1, match.end(1)); // what follows the first part may begin a date of its own
            }
            if (from >= text.length()) {
                return;
            }
        }
    }

    private static Optional<PartialDate> words(String year, String monthName, @Nullable String day) {
        Integer month = MonthNames.month(monthName);
        return month == null ? Optional.empty() : date(year, month.toString(), day);
    }

    /// One name that is known is enough; two that are must mean the same month.
    private static Optional<PartialDate> twoNames(String year, String one, String other, String day) {
        Integer month = MonthNames.month(one);
        Integer same = MonthNames.month(other);
        boolean differ = month != null && same != null && !month.equals(same);
        return differ ? Optional.empty() : words(year, month == null ? other : one, day);
    }

    private static Optional<PartialDate> numbers(Matcher m, boolean monthFirst) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        String year = m.group(4);
        if (year.length() == 2) {
            year = (Integer.parseInt(year) < 70 ? "20" : "19") + year; // as POSIX has it
        }
        boolean swap = second > 12 || monthFirst && !m.group(2).equals(".") && first <= 12;
        return swap ? date(year, m.group(1), m.group(3)) : date(year, m.group(3), m.group(1));
    }

    static Optional<PartialDate> date(String year, @Nullable String month, @Nullable String day) {
        try {
            int y = Integer.parseInt(year);
            if (y < EARLIEST_YEAR || y > LATEST_YEAR) {
                return Optional.empty();
            }
            return Optional.of(new PartialDate(
                    y, month == null ? null : Integer.valueOf(month), day == null ? null : Integer.valueOf(day)));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /// The same text with digits of other scripts as ASCII ones; offsets stay.
    private static String latinDigits(String text) {
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F && Character.isDigit(c)) {
                copy = copy == null ? new StringBuilder(text) : copy;
                copy.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return copy == null ? text : copy.toString();
    }
}
