package sourcebook.description;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Ways to the date of publication. What was made, changed or retrieved on a day says little about when
/// it came out, and stands last.
final class DateRules {
    private static final PartialDate EPOCH = new PartialDate(1970, 1, 1);

    private static final String[] PUBLISHED = {
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
        "og:pubdate",
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
        "displaydate"
    };
    private static final String[] DATE = {"dc.date", "dcterms.date", "date", "ptime"};
    private static final String[] CREATED = {"dc.date.created", "dcterms.created", "datecreated"};
    private static final String[] CHANGED = {
        "article:modified_time",
        "og:updated_time",
        "dc.date.modified",
        "dcterms.modified",
        "last-modified",
        "datemodified",
        "revised",
        "lastmod"
    };

    /// Ways that go before what the page shows by its headline.
    private static final List<Rule> STATED = List.of(
            Rule.high("front matter", DateRules::frontMatter),
            Rule.high(
                    "mail Date",
                    c -> c.message() ? c.field("dcterms:created", "Message:Raw-Header:Date", "Date") : null),
            Rule.high("datePublished (JSON-LD)", c -> c.linked("datePublished")),
            Rule.high("published (meta)", c -> c.meta(PUBLISHED)),
            Rule.high("datePublished on the page", PageDates::marked),
            Rule.high("date (meta)", c -> c.meta(DATE)),
            Rule.medium("address", AddressDates::inAddress),
            Rule.medium("time element", PageDates::timeElement));

    private static final List<Rule> FURTHER = List.of(
            Rule.medium("datePublished in a script", PageDates::inScript),
            Rule.medium("dateCreated (JSON-LD)", c -> c.linked("dateCreated", "uploadDate")),
            Rule.medium("created (meta)", c -> c.meta(CREATED)),
            Rule.medium("published (XMP)", c -> c.pdf() ? c.field("prism:publicationDate", "dcterms:issued") : null),
            Rule.medium("line on page one", PrintedDates::line),
            Rule.medium("publication line", PrintedDates::imprint),
            Rule.medium("issue line", PrintedDates::issue),
            Rule.medium("month in the printed address", c -> c.pdf() ? AddressDates.monthInAddress(c) : null),
            Rule.low("copyright line", PrintedDates::copyright),
            Rule.low("last day named", PrintedDates::lastDayNamed),
            Rule.low("PDF made", PrintedDates::made),
            Rule.medium("dateline", DateRules::dateline),
            Rule.low("phrase", PageDates::phrase),
            Rule.medium("first lines", DateRules::firstLines),
            Rule.low("last lines", DateRules::lastLines),
            Rule.low("other meta", PageDates::otherMeta),
            Rule.low("date changed", c -> c.meta(CHANGED)),
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
            Rule.low("file name", c -> c.page() != null ? null : AddressDates.fileName(c)),
            Rule.low("month in the address", AddressDates::monthInAddress),
            Rule.low("copyright line", c -> c.page() != null ? null : PrintedDates.copyrightYear(c)),
            Rule.low("named in a sentence", DateRules::told));

    private DateRules() {}

    /// The date by the most trusted rule; when that one knows the month or year only, a later rule that
    /// agrees with it and knows the day. What the page's address or the lines by its headline say may
    /// stand against a stated day.
    static @Nullable Evidenced<PartialDate> date(Clues clues) {
        ShownDates shown = new ShownDates(clues);
        List<Rule> rules = new ArrayList<>(STATED);
        rules.add(Rule.medium("line by the headline", c -> shown.best()));
        rules.addAll(FURTHER);
        boolean monthFirst = monthFirst(clues);
        Evidenced<PartialDate> found = Rule.first(clues, rules, raw -> read(raw, monthFirst, clues));
        if (found == null || clues.pdf()) {
            return found;
        }
        if (found.value().day() != null) {
            return clues.page() == null ? found : confirmed(found, shown, clues);
        }
        PartialDate coarse = found.value();
        Evidenced<PartialDate> finer = Rule.first(clues, rules, raw -> {
            PartialDate date = read(raw, monthFirst, clues);
            boolean agrees = date != null
                    && date.day() != null
                    && date.year() == coarse.year()
                    && (coarse.month() == null || coarse.month().equals(date.month()));
            return agrees ? date : null;
        });
        return finer == null ? found : finer;
    }

    private static Evidenced<PartialDate> confirmed(Evidenced<PartialDate> found, ShownDates shown, Clues clues) {
        Evidenced<PartialDate> local = AddressDates.day(clues);
        if (local != null) {
            long apart = Math.abs(ChronoUnit.DAYS.between(
                    local.value().earliest(), found.value().earliest()));
            if (apart <= 1) {
                return apart == 0 ? found : local;
            }
        }
        ShownDates.Shown against = shown.against(found.value(), statedDays(clues));
        return against == null
                ? found
                : Evidenced.of(against.date(), "line by the headline", against.text(), Confidence.HIGH);
    }

    /// All days that the page's data state as its own, whatever they call them.
    private static Set<PartialDate> statedDays(Clues clues) {
        List<String> stated = new ArrayList<>();
        for (String[] names : List.of(PUBLISHED, DATE, CREATED, CHANGED)) {
            for (String name : names) {
                stated.addAll(clues.metas(name));
            }
        }
        if (clues.page() != null) {
            for (String property : List.of("datePublished", "dateModified", "dateCreated")) {
                stated.addAll(clues.page().linked(property));
            }
        }
        Set<PartialDate> days = new HashSet<>();
        for (String raw : stated) {
            PartialDate day = read(raw, monthFirst(clues), clues);
            if (day != null && day.day() != null) {
                days.add(day);
            }
        }
        return days;
    }

    static @Nullable PartialDate read(String raw, boolean monthFirst, Clues clues) {
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
        String lang = clues.page().document().children().attr("lang").toLowerCase(Locale.ROOT);
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

    /// Above this much text beside its day a line of a web page tells of a day; unless it begins with
    /// it.
    private static final int BESIDE = 60;

    /// A day that a sentence tells of, in a text without markup: it came out then or later.
    private static @Nullable String told(Clues clues) {
        return clues.page() == null ? firstPlausible(top(clues), clues) : null;
    }

    private static String top(Clues clues) {
        String head = clues.head();
        return head.substring(0, Math.min(head.length(), clues.pdf() ? 2500 : 600));
    }

    private static @Nullable String firstLines(Clues clues) {
        String head = clues.head();
        if (clues.page() == null) {
            return InSentence.firstOutside(top(clues), dates(top(clues), clues));
        }
        for (String line : head.substring(0, Math.min(head.length(), 600)).split("\n", -1)) {
            String day = firstPlausible(line, clues);
            if (day != null && (line.length() - day.length() <= BESIDE || line.indexOf(day) <= 1)) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable String lastLines(Clues clues) {
        String text = clues.text().text();
        int end = text.length();
        int start = Math.max(0, end - 120);
        return clues.page() == null || end < 300 ? null : firstPlausible(text.substring(start), clues);
    }

    /// The first date to the day, else to the month; of web pages only to the day.
    private static @Nullable String firstPlausible(String text, Clues clues) {
        List<DateText.Found> found = dates(text, clues);
        for (DateText.Found date : found) {
            if (date.toTheDay()) {
                return text.substring(date.start(), date.end());
            }
        }
        return found.isEmpty() || clues.page() != null
                ? null
                : text.substring(found.getFirst().start(), found.getFirst().end());
    }

    private static List<DateText.Found> dates(String text, Clues clues) {
        List<DateText.Found> found = new ArrayList<>(DateText.find(text, monthFirst(clues)));
        found.removeIf(date -> !plausible(date.date(), clues.today())
                || clues.page() != null && ShownDates.ofOthers(text.substring(0, date.start())));
        return found;
    }
}
