package sourcebook.description;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// When a printed document was published, by its first pages, its imprint and, last, its making. Pure.
final class PrintedDates {
    /// How many lines at the head of page one are looked at for a date of their own.
    private static final int HEAD_LINES = 60;

    /// A line with no more than this beside its date is a date line.
    private static final int ALONE = 25;

    /// The same for a line that says what its date is.
    private static final int SAID = 60;

    private static final int IMPRINT_CHARS = 4000;

    private static final Pattern SAYS = Pattern.compile(
            "(?iu).*\\b(?:date|dated|published|released?|created|posted|updated|revised|issued|stand|datum|by|publié|publicado|fecha|data|дата|опубликован\\w*)\\b.*");

    /// Days that say when a work was handed in, not when it came out.
    private static final Pattern OTHER_DAY = Pattern.compile(
            "(?iu)\\b(?:received|accepted|submitted|retrieved|accessed|downloaded|printed|eingegangen|eingereicht|abgerufen|consulté|reçu|accepté|recibido|aceptado|consultado|born|geboren)\\b");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?imu)^\\W{0,6}(?:this \\p{L}{3,20} was |it was )?(?:first published|published(?: online)?|publication date|date of publication|date of issue|issued|released|veröffentlicht|erschienen|redaktionsschluss|date de publication|publié|dépôt légal|fecha de publicación|publicado|pubblicato|data de publicação|gepubliceerd|опубликовано|подписано в печать|出版日期|発行日?)\\b[^\\n\\d]{0,40}?"
                    + "((?:\\p{L}{3,12}\\.? )?\\d[^\\n]{0,24})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Telltale COPYRIGHT = Telltale.of(
            Pattern.compile(
                    "(?iu)(?:©|\\(c\\)|copyright)[^\\n\\d]{0,60}((?:19|20)\\d\\d)(?:[\\s\\u00A0]?[-–,/][\\s\\u00A0]?((?:19|20)\\d\\d))?"),
            "©",
            "(c)",
            "copyright");
    private static final Pattern ISSUE = Pattern.compile(
            "(?iu)\\b(?:vol(?:ume|\\.)?|jahrgang|jg\\.|tome|tomo)\\s*\\.?\\s*[\\divxlc]{1,5}\\b[^\\n]{0,40}?\\b((?:\\p{L}{3,12}\\.? )?(?:19|20)\\d\\d)\\b");

    /// A page that was printed from the web so long after the last day it names was published near to
    /// that day.
    private static final int MONTHS_LATE = 6;

    /// Fewer days in a text say little about its own.
    private static final int ENOUGH_DAYS = 3;

    private PrintedDates() {}

    private static boolean printed(Clues clues) {
        return clues.page() == null
                && !clues.plain()
                && !clues.message()
                && !clues.material().pages().isEmpty();
    }

    /// A line on the first page that is little more than a date, or says that it dates the work; dates
    /// in words go before numbers, which browsers print as well, and years alone.
    static @Nullable String line(Clues clues) {
        if (!printed(clues)) {
            return null;
        }
        Set<String> stamps = stamps(clues);
        String numeric = null;
        String year = null;
        int seen = 0;
        for (String line :
                (Iterable<String>) clues.material().pages().getFirst().lines()::iterator) {
            String text = line.strip();
            if (text.isEmpty() || stamps.contains(text) || ++seen > HEAD_LINES) {
                continue;
            }
            for (DateText.Found found : DateText.find(text, false)) {
                int other = text.length() - (found.end() - found.start());
                boolean alone =
                        other <= ALONE || (other <= SAID && SAYS.matcher(text).matches());
                if (alone
                        && !OTHER_DAY.matcher(text.substring(0, found.start())).find()
                        && DateRules.plausible(found.date(), clues.today())) {
                    String date = text.substring(found.start(), found.end());
                    if (date.chars().anyMatch(Character::isLetter)) {
                        return date;
                    }
                    numeric = numeric == null ? date : numeric;
                }
            }
            if (year == null && YEAR.matcher(text).matches()) {
                year = text;
            }
        }
        // a browser's stamp is a number as well
        return numeric != null && !BrowserPrint.is(clues) ? numeric : year;
    }

    /// Lines that a browser prints around a page, with the day of printing.
    private static Set<String> stamps(Clues clues) {
        return BrowserPrint.is(clues)
                ? clues.text()
                        .furniture()
                        .lines()
                        .map(String::strip)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    /// "First published in May 2011", on the first two pages or the last.
    static @Nullable String imprint(Clues clues) {
        if (!printed(clues)) {
            return null;
        }
        for (String page : places(clues)) {
            Matcher match = PUBLISHED.matcher(page);
            while (match.find()) {
                String raw = match.group(1);
                List<DateText.Found> found = DateText.find(raw, false);
                if (!found.isEmpty() && found.getFirst().start() <= 2) {
                    return raw.substring(
                            found.getFirst().start(), found.getFirst().end());
                }
                Matcher year = YEAR.matcher(raw);
                if (year.lookingAt()) {
                    return year.group();
                }
            }
        }
        return null;
    }

    /// "Vol. 12, No. 3, March 2017", at the head of an article.
    static @Nullable String issue(Clues clues) {
        if (!printed(clues)) {
            return null;
        }
        String first = clues.material().pages().getFirst();
        Matcher match = ISSUE.matcher(first.substring(0, Math.min(first.length(), IMPRINT_CHARS)));
        return match.find() ? match.group(1) : null;
    }

    /// The year of the copyright line, where the file was made in a later year.
    static @Nullable String copyright(Clues clues) {
        String made = made(clues);
        String year = printed(clues) && !BrowserPrint.is(clues) ? copyrightYear(clues) : null;
        return year != null && made != null && made.length() >= 4 && year.compareTo(made.substring(0, 4)) < 0
                ? year
                : null;
    }

    /// The last year of the copyright lines on the first two pages and the last.
    static @Nullable String copyrightYear(Clues clues) {
        String latest = null;
        for (String page : places(clues)) {
            Matcher match = COPYRIGHT.matcher(page);
            while (match.find()) {
                String year = match.group(2) == null ? match.group(1) : match.group(2);
                latest = latest == null || year.compareTo(latest) > 0 ? year : latest;
            }
        }
        return latest;
    }

    /// The last day that a page names which a browser printed long after it.
    static @Nullable String lastDayNamed(Clues clues) {
        String made = made(clues);
        if (made == null || !BrowserPrint.is(clues)) {
            return null;
        }
        PartialDate printed = DateText.parse(made).orElse(null);
        if (printed == null) {
            return null;
        }
        Set<PartialDate> days = new HashSet<>();
        boolean longBefore = DateText.visit(clues.text().text(), false, found -> {
            if (!found.date().earliest().isBefore(printed.earliest())) {
                return true;
            }
            days.add(found.date());
            return !isNear(found.date(), printed);
        });
        if (!longBefore || days.size() < ENOUGH_DAYS) {
            return null;
        }
        PartialDate last = Collections.max(days, Comparator.comparing(PartialDate::earliest));
        return String.format(Locale.ROOT, "%d", last.year());
    }

    /// Whether a day before that of printing is too near to it: then the last day named is, too.
    private static boolean isNear(PartialDate day, PartialDate printed) {
        return day.year() == printed.year()
                || !day.earliest().plusMonths(MONTHS_LATE).isBefore(printed.earliest());
    }

    /// When the file was made, or the page was printed, which is not when the work came out.
    static @Nullable String made(Clues clues) {
        String stated = clues.pdf() ? clues.field("dcterms:created", "pdf:docinfo:created", "xmp:CreateDate") : null;
        if (stated != null || !BrowserPrint.is(clues)) {
            return stated;
        }
        for (String stamp : stamps(clues)) {
            for (DateText.Found found : DateText.find(stamp, false)) {
                if (DateRules.plausible(found.date(), clues.today())) {
                    return stamp.substring(found.start(), found.end());
                }
            }
        }
        return null;
    }

    /// The beginnings of the first two pages, and the end of the last.
    private static List<String> places(Clues clues) {
        List<String> pages = clues.material().pages();
        List<String> places = new ArrayList<>();
        for (String page : pages.subList(0, Math.min(2, pages.size()))) {
            places.add(page.substring(0, Math.min(IMPRINT_CHARS, page.length())));
        }
        if (!pages.isEmpty()) {
            String last = pages.getLast();
            int from = Math.max(pages.size() == 1 ? IMPRINT_CHARS : 0, last.length() - IMPRINT_CHARS);
            places.add(last.substring(Math.min(from, last.length())));
        }
        return places;
    }
}
