package sourcebook.description;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who published a printed document, by its first and last pages. Pure.
final class Imprint {
    private static final int PLACE_CHARS = Clues.END_CHARS;

    private static final int TOP_CHARS = 250;

    /// A longer line at the top is text, which may name others.
    private static final int MOST_WORDS = 11;

    private static final Telltale COPYRIGHT = Telltale.of(
            Pattern.compile(
                    "(?:©|\\([cC]\\)|(?i:Copyright)(?: ©)?)\\s*(?:by\\s+)?(?:(?:19|20)\\d\\d(?:\\s*[-–,]\\s*(?:19|20)\\d\\d)?[,.]?\\s*)?(?:by\\s+)?((?!NOTICE|Notice|All )[\\p{Lu}][\\p{L}\\p{N}&.,'’ -]{2,60}?)(?=[.,]? ?(?:A[Ll][Ll]|Alle|Tous|Todos|\\(?(?:19|20)\\d\\d|[\\n|©(]|$))"),
            "©",
            "(c)",
            "copyright");
    private static final Telltale PUBLISHER = Telltale.of(
            Pattern.compile(
                    "(?imu)^\\s*(?:published by|publisher|herausgeber(?:in)?|herausgegeben von|éditeur|publié par|editor(?:ial)?|издатель|出版者?)\\s*:?\\s+(\\p{Lu}[^\\n]{2,80})$"),
            "published",
            "publisher",
            "herausge",
            "éditeur",
            "publié",
            "editor",
            "издатель",
            "出版");
    private static final Pattern HOST = Pattern.compile("(?i)(?:https?://|www\\.|@)([a-z0-9-]+(?:\\.[a-z0-9-]+){1,3})");
    private static final Set<String> NOT_OWN = Set.of(
            "twitter.com",
            "facebook.com",
            "youtube.com",
            "linkedin.com",
            "google.com",
            "wikipedia.org",
            "bit.ly",
            "t.co",
            "gmail.com",
            "yahoo.com",
            "hotmail.com",
            "doi.org",
            "creativecommons.org",
            "adobe.com",
            "w3.org",
            "github.com",
            "instagram.com");
    private static final Pattern BODY = Pattern.compile(
            "(?iu).*\\b(?:inc|ltd|llc|gmbh|plc|corp(?:oration)?|company|institute?|university|ministry|department|agency|council|foundation|association|committee|commission|bank|solutions|center|centre|cert|group|society|press|verlag|e\\.v)\\b.*");

    private Imprint() {}

    private static String place(Clues clues) {
        List<String> pages = clues.material().pages();
        if (pages.isEmpty()) {
            return "";
        }
        String first = pages.getFirst();
        String last = pages.size() > 1 ? pages.getLast() : "";
        return withSingleBlanks(first.substring(0, Math.min(first.length(), PLACE_CHARS)) + "\n"
                + last.substring(Math.max(0, last.length() - PLACE_CHARS)));
    }

    private static String withSingleBlanks(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean another = c == ' ' || c == '\t' || c == '\u00A0';
            if (!another) {
                single.append(c);
            } else if (!blank) {
                single.append(' ');
            }
            blank = another;
        }
        return single.toString();
    }

    /// The part after a separator in the embedded title: "HTran … | Dell SecureWorks".
    static @Nullable String titleSuffix(Clues clues) {
        String title = clues.page() != null ? null : clues.field("dc:title", "pdf:docinfo:title");
        if (title == null) {
            return null;
        }
        int gap = Math.max(
                title.lastIndexOf(" | "),
                Math.max(title.lastIndexOf(" - "), Math.max(title.lastIndexOf(" « "), title.lastIndexOf(" – "))));
        String suffix = gap < 0 ? "" : title.substring(gap + 3).strip();
        return suffix.length() < 3 || suffix.length() > 50
                ? null
                : Outlets.name(suffix).isPresent() || title.charAt(gap + 1) == '|' || title.charAt(gap + 1) == '«'
                        ? suffix
                        : null;
    }

    static @Nullable String copyright(Clues clues) {
        String holder = match(COPYRIGHT, clues);
        return holder == null ? null : written(holder, place(clues));
    }

    /// A name in capitals as the same place writes it otherwise, if it does.
    private static String written(String name, String place) {
        if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.indexOf(' ') < 0) {
            return name;
        }
        Matcher same = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(place);
        while (same.find()) {
            if (!same.group().equals(name)) {
                return same.group();
            }
        }
        return name;
    }

    static @Nullable String publisher(Clues clues) {
        return match(PUBLISHER, clues);
    }

    private static @Nullable String match(Telltale telltale, Clues clues) {
        if (clues.page() != null) {
            return null;
        }
        if (!telltale.shows(clues.ends())) { // none of the signs has a blank
            return null;
        }
        Matcher match = telltale.pattern().matcher(place(clues));
        return match.find() ? match.group(1).strip() : null;
    }

    /// An embedded author that is a body rather than a person.
    static @Nullable String bodyAsAuthor(Clues clues) {
        String author = clues.page() != null ? null : clues.field("dc:creator", "pdf:docinfo:author");
        return author != null
                        && (Outlets.name(author).isPresent()
                                || BODY.matcher(author).matches())
                ? author
                : null;
    }

    /// Whether a name is that of an institution, by its words.
    static boolean institution(String name) {
        return Outlets.name(name).isPresent() || BODY.matcher(name).matches();
    }

    /// A well-known outlet in the embedded title or the first lines.
    static @Nullable String onTop(Clues clues) {
        if (!clues.pdf() || clues.material().pages().isEmpty()) {
            return null;
        }
        String title = clues.field("dc:title", "pdf:docinfo:title");
        String first = clues.material().pages().getFirst();
        return Outlets.mostNamed(title == null ? "" : TitleText.clean(title), 1)
                .or(() -> Outlets.mostNamed(names(first.substring(0, Math.min(first.length(), TOP_CHARS))), 1))
                .orElse(null);
    }

    /// The lines that are no part of running text.
    private static String names(String top) {
        StringBuilder lines = new StringBuilder();
        top.lines()
                .filter(line -> line.strip().split("\\s+", -1).length <= MOST_WORDS)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /// The well-known outlet that the first and last pages name most often.
    static @Nullable String known(Clues clues) {
        if (!clues.pdf()) {
            return null;
        }
        return Outlets.mostNamed(place(clues), 2).orElse(null);
    }

    /// The site whose addresses the first and last pages print most often.
    static @Nullable String host(Clues clues) {
        if (!clues.pdf()) {
            return null;
        }
        Map<String, Integer> counts = new HashMap<>();
        Matcher match = HOST.matcher(place(clues));
        String best = null;
        while (match.find()) {
            String host = match.group(1).toLowerCase(Locale.ROOT);
            host = host.startsWith("www.") ? host.substring(4) : host;
            if (NOT_OWN.stream().noneMatch(host::endsWith) && host.chars().anyMatch(Character::isLetter)) {
                int count = counts.merge(host, 1, Integer::sum);
                best = best == null || count > counts.getOrDefault(best, 0) ? host : best;
            }
        }
        return best != null && counts.getOrDefault(best, 0) > 1 ? best : null;
    }
}
