package sourcebook.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Cleans titles of what programs and web sites add to them. Pure.
final class TitleText {
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,80}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u00A0\\u200B\\uFEFF\\u2028\\u2029]+");
    private static final Pattern MADE_WITH =
            Pattern.compile("^(?:Microsoft (?:Word|PowerPoint|Excel)|Word|Print|Slide \\d+)\\s+-\\s+");
    private static final Pattern FILE_ENDING =
            Pattern.compile("(?i)\\.(?:docx?|pptx?|xlsx?|pdf|odt|odp|indd|rtf|txt|qxd|pages|ai|tex|dvi|ps)$");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)^(?:untitled.*|no title|title|unknown|document\\d*|presentation\\d*|powerpoint presentation|slide \\d+|home|homepage|startseite|index|.{1,2}|[\\p{Punct}\\d\\s]+|\\(?null\\)?|undefined|microsoft word|dokument\\d*|page \\d+)$");
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|»«·•–—:\\-/~]+\\s+|\\s*\\|\\s*|\\s+[›>]\\s+|\\s*::\\s*");

    /// Shorter headings of lower levels are names of sections and sites; counted in letters.
    private static final int LONG_HEADING = 16;

    private static final int MOST_HEADINGS = 60;

    private TitleText() {}

    static String clean(String raw) {
        String unescaped = raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false);
        String title = BLANKS.matcher(MARKUP.matcher(unescaped).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        title = MADE_WITH.matcher(title).replaceFirst("");
        return FILE_ENDING.matcher(title).replaceFirst("").strip();
    }

    static boolean meaningless(String title) {
        return NOTHING.matcher(title).matches();
    }

    /// The title without the site's name before or after it. A part is taken for the site's name when
    /// it is stated as such, when the host spells it, or when the page's headline lacks it.
    static String withoutSite(String title, Clues clues) {
        List<String> sites = new ArrayList<>(clues.metas("og:site_name", "application-name", "twitter:site"));
        if (clues.page() != null) {
            sites.addAll(clues.page().linked("publisher"));
        }
        String host = clues.host();
        List<int[]> gaps = new ArrayList<>();
        var match = SEPARATOR.matcher(title);
        while (match.find()) {
            gaps.add(new int[] {match.start(), match.end()});
        }
        if (gaps.isEmpty()) {
            return title;
        }
        Set<String> headings = headings(clues);
        for (int[] gap : gaps) {
            String before = title.substring(0, gap[0]).strip();
            if (before.length() > 3 && headings.contains(squeeze(before)) && !namesSite(before, clues)) {
                return before;
            }
            String after = title.substring(gap[1]).strip();
            if (after.length() > 3 && headings.contains(squeeze(after)) && !namesSite(after, clues)) {
                return after;
            }
        }
        for (int[] gap : gaps) {
            if (site(title.substring(gap[1]), sites, host) && gap[0] > 3) {
                return title.substring(0, gap[0]).strip();
            }
        }
        int[] first = gaps.getFirst();
        String beginning = title.substring(0, first[0]);
        boolean named = namesSite(beginning, clues) || Outlets.name(beginning).isPresent();
        if ((named || stated(beginning, sites)) && title.length() - first[1] > 3) {
            return title.substring(first[1]).strip();
        }
        int[] last = gaps.getLast();
        if (site(title.substring(last[1]), sites, host) && last[0] > 3) {
            return title.substring(0, last[0]).strip();
        }
        return title;
    }

    /// The first heading of the page, and those of lower levels that are longer than a section's.
    private static Set<String> headings(Clues clues) {
        Set<String> headings = new HashSet<>();
        headings.add(squeeze(String.valueOf(clues.element("h1"))));
        if (clues.page() != null) {
            for (var heading : clues.page().select("h2, h3")) {
                String text = squeeze(heading.text());
                if (text.length() >= LONG_HEADING && headings.size() < MOST_HEADINGS) {
                    headings.add(text);
                }
            }
        }
        return headings;
    }

    /// Is the text the name of the page's site and no more?
    static boolean namesSite(String text, Clues clues) {
        String name = squeeze(text);
        List<String> sites = new ArrayList<>(clues.metas("og:site_name", "application-name", "twitter:site"));
        if (clues.page() != null) {
            sites.addAll(clues.page().linked("publisher"));
        }
        String host = clues.host();
        sites.add(host);
        sites.add(UrlRules.siteOf(host));
        return !name.isEmpty()
                && (sites.stream().anyMatch(site -> squeeze(site).equals(name))
                        || Outlets.name(text).isPresent());
    }

    private static boolean site(String part, List<String> sites, String host) {
        String name = squeeze(part);
        if (name.isEmpty()) {
            return false;
        }
        if (Outlets.name(part).isPresent()) {
            return true;
        }
        if (stated(part, sites)) {
            return true;
        }
        String bare = squeeze(host);
        return name.length() > 2
                && !bare.isEmpty()
                && (bare.contains(name)
                        || name.length() < 40
                                && bare.length() > 3
                                && name.contains(squeeze(UrlRules.siteOf(host)))
                                && squeeze(UrlRules.siteOf(host)).length() > 3);
    }

    private static boolean stated(String part, List<String> sites) {
        String name = squeeze(part);
        for (String site : sites) {
            String known = squeeze(site);
            if (known.length() > 2
                    && (name.equals(known)
                            || known.length() > 4 && name.startsWith(known)
                            || name.length() > 4 && known.startsWith(name))) {
                return true;
            }
        }
        return false;
    }

    private static String squeeze(String text) {
        return Countries.fold(text.toLowerCase(Locale.ROOT)).replace(" ", "");
    }
}
