package sourcebook.ui;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;
import sourcebook.description.Countries;
import sourcebook.description.Languages;
import sourcebook.search.SearchResult;

/// How numbers, dates, countries and languages read on the page. English, like the page itself.
final class Wording {
    static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", LOCALE);

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("text/html", "saved web page"),
            Map.entry("application/xhtml+xml", "saved web page"),
            Map.entry("text/plain", "plain text"),
            Map.entry("text/markdown", "Markdown"),
            Map.entry("text/x-web-markdown", "Markdown"),
            Map.entry("message/rfc822", "e-mail"),
            Map.entry("application/rtf", "RTF"),
            Map.entry("application/epub+zip", "e-book (EPUB)"),
            Map.entry("application/msword", "Word document"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint slides"),
            Map.entry("application/vnd.oasis.opendocument.text", "OpenDocument text"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument table"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "OpenDocument slides"));

    private Wording() {}

    /// 4602 as `4,602`.
    static String number(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    /// `1 hit`, `312 hits`.
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /// `1 story, 7 copies in 5 countries`; outlets where no country is known.
    static String story(SearchResult.StoryCopies story) {
        String copies = "1 story, " + count(story.copies(), "copy", "copies");
        if (!story.countries().isEmpty()) {
            return copies + " in " + count(story.countries().size(), "country", "countries");
        }
        return story.sources() > 0 ? copies + " in " + count(story.sources(), "outlet", "outlets") : copies;
    }

    /// `2014-07-18` as `18 July 2014`; less where less is known.
    static String date(PartialDate date) {
        Integer month = date.month();
        if (month == null) {
            return Integer.toString(date.year());
        }
        String name = java.time.Month.of(month).getDisplayName(TextStyle.FULL, LOCALE);
        return (date.day() == null ? "" : date.day() + " ") + name + " " + date.year();
    }

    static String date(@Nullable String iso) {
        return iso == null
                ? "undated"
                : PartialDate.parse(iso).map(Wording::date).orElse(iso);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    static String country(String code) {
        return Countries.name(code, LOCALE);
    }

    static String countries(List<String> codes) {
        return codes.stream().map(Wording::country).collect(Collectors.joining(" · "));
    }

    static String language(String code) {
        return Languages.name(code, LOCALE);
    }

    /// Languages of pages, neighbours together: `pages 1–3 English, page 4 French`.
    static String pageLanguages(List<String> codes) {
        StringJoiner said = new StringJoiner(", ");
        for (int from = 0; from < codes.size(); ) {
            int to = from;
            while (to + 1 < codes.size() && codes.get(to + 1).equals(codes.get(from))) {
                to++;
            }
            String language = codes.get(from).isEmpty() ? "unknown" : language(codes.get(from));
            said.add((from == to ? "page " + (from + 1) : "pages " + (from + 1) + "–" + (to + 1)) + " " + language);
            from = to + 1;
        }
        return said.toString();
    }

    /// A share as a whole per cent; below the whole it never says 100 %.
    static String percent(double share) {
        return (share >= 1 ? 100 : Math.min(99, Math.round(100 * share))) + " %";
    }

    /// What kind of file a media type is: `PDF`, `Word document`; the media type itself where no word is known.
    static String format(String mediaType) {
        return FORMATS.getOrDefault(mediaType.split(";", 2)[0].strip(), mediaType);
    }

    /// Bytes as `3.2 MB`, in powers of ten as file managers show them.
    static String size(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte", "bytes");
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(LOCALE, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /// `40 seconds`, `12 minutes`, `3 hours`: as much as one wants to know while waiting.
    static String duration(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 90) {
            return count(seconds, "second", "seconds");
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? count(minutes, "minute", "minutes") : count(Math.round(minutes / 60.0), "hour", "hours");
    }

    /// What a refusal says to the person.
    static String sentence(IllegalArgumentException refusal) {
        String said = refusal.getMessage();
        return said == null ? "This value cannot be taken." : said;
    }

    /// What a document is: `article, 22 pages`.
    static String kind(@Nullable String type, int pages) {
        String noun = type == null ? "document" : type;
        return pages > 1 ? noun + ", " + count(pages, "page", "pages") : noun;
    }
}
