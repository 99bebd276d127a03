package sourcebook.description;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Ways to the date of publication. What was made, changed or retrieved on a day says little about when it
/// came out,
/// and stands last.
final class DateRules {
    private static final PartialDate EPOCH = new PartialDate(1970, 1, 1);

    private static final List<Rule> RULES = List.of(
            Rule.high("front matter", DateRules::frontMatter),
            Rule.high(
                    "mail Date",
                    c -> c.message() ? c.field("dcterms:created", "Message:Raw-Header:Date", "Date") : null),
            Rule.high("datePublished (JSON-LD)", c -> c.linked("datePublished")),
            Rule.high(
                    "published (meta)",
                    c -> c.meta(
                            "article:published_time",
                            "og:article:published_time",
                            "og:published_time",
                            "citation_online_date",
                            "citation_publication_date",
                            "citation_date",
                            "dc.date.issued",
                            "dcterms.issued",
                            "dc.issued",
                            "datepublished",
                            "pubdate",
                            "publishdate",
                            "publish-date",
                            "publish_date",
                            "published",
                            "publication_date",
                            "publication-date",
                            "published-date",
                            "parsely-pub-date",
                            "sailthru.date",
                            "article.published",
                            "prism.publicationdate",
                            "rnews:datepublished",
                            "originalpublicationdate",
                            "article:published",
                            "release_date",
                            "displaydate")),
            Rule.high(
                    "date (meta)",
                    c -> c.meta(
                            "dc.date.created",
                            "dcterms.created",
                            "dc.date",
                            "dcterms.date",
                            "date",
                            "datecreated",
                            "ptime")),
            Rule.high("datePublished on the page", PageDates::marked),
            Rule.medium("address", c -> inAddress(c)),
            Rule.medium("dateCreated (JSON-LD)", c -> c.linked("dateCreated", "uploadDate")),
            Rule.medium("time element", PageDates::timeElement),
            Rule.medium("line by the headline", PageDates::nearHeadline),
            Rule.medium("datePublished in a script", PageDates::inScript),
            Rule.medium("line on page one", PrintedPage::date),
            Rule.low(
                    "PDF made",
                    c -> c.pdf() ? c.field("dcterms:created", "pdf:docinfo:created", "xmp:CreateDate") : null),
            Rule.medium("dateline", DateRules::dateline),
            Rule.medium("first lines", DateRules::firstLines),
            Rule.low("phrase", PageDates::phrase),
            Rule.low("last lines", DateRules::lastLines),
            Rule.low("other meta", PageDates::otherMeta),
            Rule.low(
                    "date changed",
                    c -> c.meta(
                            "article:modified_time",
                            "og:updated_time",
                            "dc.date.modified",
                            "last-modified",
                            "datemodified",
                            "revised",
                            "lastmod")),
            Rule.low("dateModified (JSON-LD)", c -> c.linked("dateModified")),
            Rule.low(
                    "date made",
                    c -> c.page() != null || c.plain()
                            ? null
                            : c.field(
                                    "dcterms:created",
                                    "pdf:docinfo:created",
                                    "xmp:CreateDate",
                                    "meta:creation-date",
                                    "Creation-Date",
                                    "dcterms:modified")),
            Rule.low("file name", c -> c.page() != null ? null : fileName(c)),
            Rule.low("month in the address", DateRules::monthInAddress),
            Rule.low("copyright line", c -> c.page() != null ? null : copyright(c)));

    private DateRules() {}

    /// The date by the most trusted rule; when that one knows the month or year only, a later rule that
    /// agrees with it
    /// and knows the day. A day in the address that is next to a stated one is preferred: stamps are in
    /// another
    ///     time zone.
    static @Nullable Evidenced<PartialDate> date(Clues clues) {
        boolean monthFirst = monthFirst(clues);
        Evidenced<PartialDate> found = Rule.first(clues, RULES, raw -> read(raw, monthFirst, clues));
        if (found == null) {
            return null;
        }
        if (found.value().day() != null || clues.pdf()) {
            Evidenced<PartialDate> local = address(clues);
            boolean nextTo = local != null
                    && Math.abs(ChronoUnit.DAYS.between(
                                    local.value().earliest(), found.value().earliest()))
                            == 1;
            return nextTo ? local : found;
        }
        PartialDate coarse = found.value();
        Evidenced<PartialDate> finer = Rule.first(clues, RULES, raw -> {
            PartialDate date = read(raw, monthFirst, clues);
            boolean agrees = date != null
                    && date.day() != null
                    && date.year() == coarse.year()
                    && (coarse.month() == null || coarse.month().equals(date.month()));
            return agrees ? date : null;
        });
        return finer == null ? found : finer;
    }

    private static @Nullable PartialDate read(String raw, boolean monthFirst, Clues clues) {
        return DateText.parse(raw, monthFirst)
                .filter(date -> plausible(date, clues.today()))
                .orElse(null);
    }

    static boolean plausible(PartialDate date, LocalDate today) {
        return date.year() >= DateText.EARLIEST_YEAR
                && !date.earliest().isAfter(today.plusDays(1))
                && !date.equals(EPOCH);
    }

    static boolean monthFirst(Clues clues) {
        if (clues.page() == null) {
            return false;
        }
        String lang = clues.page().document().select("html").attr("lang").toLowerCase(Locale.ROOT);
        return lang.startsWith("en-us") || (lang.equals("en") && clues.host().endsWith(".com"));
    }

    private static @Nullable String frontMatter(Clues clues) {
        String known = clues.front()
                .first(
                        "date",
                        "doc_date",
                        "published",
                        "publication_date",
                        "pubdate",
                        "date_published",
                        "issued",
                        "created",
                        "year");
        if (known != null) {
            return known;
        }
        for (var entry : clues.front().values().entrySet()) {
            String key = entry.getKey();
            if (key.contains("date")
                    && !key.contains("mod")
                    && !key.contains("access")
                    && !key.contains("update")
                    && !entry.getValue().isEmpty()) {
                return entry.getValue().getFirst();
            }
        }
        return null;
    }

    private static final Pattern IN_PATH = Pattern.compile(
            "[/=_.-]((?:19|20)\\d\\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\\d|3[01])(?=[/_.?&-]|$|\\D)");
    private static final Pattern IN_PATH_COMPACT =
            Pattern.compile("[/_=-]((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern MONTH_IN_PATH = Pattern.compile("/((?:19|20)\\d\\d)/(0?[1-9]|1[0-2])/");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("[/_ .-]((?:19|20)\\d\\d)(?=[_ .-])");

    private static @Nullable Evidenced<PartialDate> address(Clues clues) {
        String raw = inAddress(clues);
        PartialDate date = raw == null ? null : read(raw, false, clues);
        return raw == null || date == null || date.day() == null
                ? null
                : Evidenced.of(date, "address", raw, Confidence.HIGH);
    }

    private static @Nullable String inAddress(Clues clues) {
        Evidenced<String> url = UrlRules.url(clues);
        return url == null ? null : inPath(url.value());
    }

    private static @Nullable String inPath(String path) {
        Matcher match = IN_PATH.matcher(path);
        if (match.find()) {
            return match.group(1) + "-" + match.group(2) + "-" + match.group(3);
        }
        Matcher compact = IN_PATH_COMPACT.matcher(path);
        return compact.find() ? compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3) : null;
    }

    private static @Nullable String monthInAddress(Clues clues) {
        Evidenced<String> url = UrlRules.url(clues);
        Matcher match = MONTH_IN_PATH.matcher(url == null ? "" : url.value());
        return match.find() ? match.group(1) + "-" + (match.group(2).length() == 1 ? "0" : "") + match.group(2) : null;
    }

    private static @Nullable String fileName(Clues clues) {
        String name = "/" + clues.fileName();
        String day = inPath(name);
        Matcher year = YEAR_IN_NAME.matcher(name);
        return day != null ? day : year.find() ? year.group(1) : null;
    }

    /// "Canberra, 25 August 1971", at the head of a letter or a cable.
    private static @Nullable String dateline(Clues clues) {
        if (clues.page() != null) {
            return null;
        }
        String text = clues.text().text();
        return Dateline.find(text)
                .map(line -> text.substring(
                        line.start(),
                        Math.min(text.length(), line.start() + line.place().length() + 30)))
                .filter(line -> !DateText.find(line, false).isEmpty())
                .orElse(null);
    }

    private static @Nullable String firstLines(Clues clues) {
        String head = clues.head();
        String text = head.substring(0, Math.min(head.length(), clues.pdf() ? 2500 : 600));
        return firstPlausible(text, clues);
    }

    private static @Nullable String lastLines(Clues clues) {
        String text = clues.text().text();
        int end = text.length();
        int start = Math.max(0, end - 120);
        return clues.page() == null || end < 300 ? null : firstPlausible(text.substring(start), clues);
    }

    /// The first date to the day, else to the month; of web pages only to the day.
    private static @Nullable String firstPlausible(String text, Clues clues) {
        List<DateText.Found> found = new ArrayList<>(DateText.find(text, monthFirst(clues)));
        found.removeIf(date -> !plausible(date.date(), clues.today()));
        for (DateText.Found date : found) {
            if (date.toTheDay()) {
                return text.substring(date.start(), date.end());
            }
        }
        return found.isEmpty() || clues.page() != null
                ? null
                : text.substring(found.getFirst().start(), found.getFirst().end());
    }

    private static final Pattern COPYRIGHT =
            Pattern.compile("(?:©|\\(c\\)|Copyright)\\D{0,20}((?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static @Nullable String copyright(Clues clues) {
        String text = clues.text().text();
        for (String place : List.of(clues.head(), text.substring(Math.max(0, text.length() - 2000)))) {
            Matcher match = COPYRIGHT.matcher(place);
            if (match.find()) {
                return match.group(1);
            }
        }
        return null;
    }
}
