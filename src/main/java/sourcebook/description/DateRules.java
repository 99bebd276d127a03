package sourcebook.description;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Ways to the date of publication. What was made, changed or retrieved on a day says little about when it came out,
/// and stands last.
final class DateRules {
    private static final PartialDate EPOCH = new PartialDate(1970, 1, 1);

    private static final Pattern IN_URL = Pattern.compile(
            "[/=_.-]((?:19|20)\\d\\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\\d|3[01])(?=[/_.?&-]|$|\\D)");
    private static final Pattern IN_URL_COMPACT =
            Pattern.compile("[/_=-]((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final List<Rule> RULES = List.of(
            Rule.high("front matter", DateRules::frontMatter),
            Rule.high(
                    "mail Date",
                    c -> c.message() ? c.field("dcterms:created", "Message:Raw-Header:Date", "Date") : null),
            Rule.high("datePublished (JSON-LD)", c -> c.linked("datePublished")),
            Rule.high(
                    "date (meta)",
                    c -> c.meta(
                            "article:published_time",
                            "og:article:published_time",
                            "og:published_time",
                            "citation_publication_date",
                            "citation_date",
                            "citation_online_date",
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
                            "ptime",
                            "cxenseparse:recs:publishtime",
                            "dc.date.created",
                            "dcterms.created",
                            "dc.date",
                            "dcterms.date",
                            "article:published",
                            "rnews:datepublished",
                            "date",
                            "originalpublicationdate",
                            "displaydate",
                            "datecreated",
                            "last-modified-published",
                            "release_date")),
            Rule.high(
                    "datePublished on the page",
                    c -> attribute(
                            c,
                            "[itemprop=datePublished], [itemprop=dateCreated], [property=datePublished], time[pubdate]")),
            Rule.medium("address", DateRules::url),
            Rule.medium("dateCreated (JSON-LD)", c -> c.linked("dateCreated", "uploadDate")),
            Rule.medium(
                    "time element",
                    c -> attribute(
                            c,
                            "article time[datetime], main time[datetime], .entry-date[datetime], header time[datetime]")),
            Rule.medium("date on the page", DateRules::marked),
            Rule.medium("first lines", DateRules::firstLines),
            Rule.low("time element", c -> attribute(c, "time")),
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
            Rule.low("copyright line", DateRules::copyright));

    private DateRules() {}

    static @Nullable Evidenced<PartialDate> date(Clues clues) {
        return Rule.first(
                clues,
                RULES,
                raw -> DateText.parse(raw, monthFirst(clues))
                        .filter(date -> plausible(date, clues.today()))
                        .orElse(null));
    }

    static boolean plausible(PartialDate date, LocalDate today) {
        return date.year() >= DateText.EARLIEST_YEAR
                && !date.earliest().isAfter(today.plusDays(1))
                && !date.equals(EPOCH);
    }

    private static boolean monthFirst(Clues clues) {
        if (clues.page() == null) {
            return false;
        }
        String lang = clues.page().document().select("html").attr("lang").toLowerCase(Locale.ROOT);
        return lang.startsWith("en-us")
                || lang.equals("en") && UrlRules.host(clues).endsWith(".com");
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
            if (entry.getKey().contains("date")
                    && !entry.getKey().contains("mod")
                    && !entry.getKey().contains("access")
                    && !entry.getValue().isEmpty()) {
                return entry.getValue().getFirst();
            }
        }
        return null;
    }

    private static @Nullable String attribute(Clues clues, String selector) {
        if (clues.page() == null) {
            return null;
        }
        for (var element : clues.page().document().select(selector)) {
            for (String value :
                    List.of(element.attr("datetime"), element.attr("content"), element.attr("title"), element.text())) {
                if (!value.isBlank()
                        && value.length() < 80
                        && DateText.parse(value).isPresent()) {
                    return value;
                }
            }
        }
        return null;
    }

    private static @Nullable String url(Clues clues) {
        Evidenced<String> url = UrlRules.url(clues);
        return url == null ? null : inPath(url.value());
    }

    private static @Nullable String inPath(String path) {
        Matcher match = IN_URL.matcher(path);
        if (match.find()) {
            return match.group(1) + "-" + match.group(2) + "-" + match.group(3);
        }
        Matcher compact = IN_URL_COMPACT.matcher(path);
        return compact.find() ? compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3) : null;
    }

    private static @Nullable String fileName(Clues clues) {
        String name = "/" + clues.fileName();
        String day = inPath(name);
        if (day != null) {
            return day;
        }
        Matcher year = Pattern.compile("[/_ .-]((?:19|20)\\d\\d)(?=[_ .-])").matcher(name);
        return year.find() ? year.group(1) : null;
    }

    private static @Nullable String marked(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (String selector : List.of(
                "[class*=publish], [class*=date], [id*=date], [class*=Date], [class*=datum], [class*=time], [class*=byline], [class*=meta], [class*=posted], [class*=info]")) {
            for (var element : clues.page().document().select(selector)) {
                String text = element.text();
                if (text.length() < 200 && !text.isBlank()) {
                    for (var found : DateText.find(text, monthFirst(clues))) {
                        if (found.toTheDay() && plausible(found.date(), clues.today())) {
                            return found.date().toString();
                        }
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String firstLines(Clues clues) {
        String head = clues.head();
        String text = head.substring(0, Math.min(head.length(), clues.pdf() ? 2500 : 600));
        for (var found : DateText.find(text, false)) {
            if (plausible(found.date(), clues.today())) {
                return text.substring(found.start(), found.end());
            }
        }
        return null;
    }

    private static final Pattern COPYRIGHT =
            Pattern.compile("(?:©|\\(c\\)|Copyright)\\D{0,20}((?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static @Nullable String copyright(Clues clues) {
        String text = clues.text().text();
        String around = clues.text().furniture();
        for (String place : List.of(around, text.substring(Math.max(0, text.length() - 2000)), clues.head())) {
            Matcher match = COPYRIGHT.matcher(place);
            if (match.find()) {
                return match.group(1);
            }
        }
        return null;
    }
}
