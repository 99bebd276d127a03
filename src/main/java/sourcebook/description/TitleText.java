package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /// The title without the site's name before or after it. A part is taken for the site's name when it is
    /// stated as
    /// such, when the host spells it, or when the page's headline lacks it.
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
        String headline = squeeze(String.valueOf(clues.element("h1")));
        for (int[] gap : gaps) {
            String before = title.substring(0, gap[0]).strip();
            if (before.length() > 3 && squeeze(before).equals(headline)) {
                return before;
            }
            String after = title.substring(gap[1]).strip();
            if (after.length() > 3 && squeeze(after).equals(headline)) {
                return after;
            }
        }
        for (int[] gap : gaps) {
            if (site(title.substring(gap[1]), sites, host) && gap[0] > 3) {
                return title.substring(0, gap[0]).strip();
            }
        }
        int[] first = gaps.getFirst();
        if (site(title.substring(0, first[0]), sites, host) && title.length() - first[1] > 3) {
            return title.substring(first[1]).strip();
        }
        int[] last = gaps.getLast();
        if (site(title.substring(last[1]), sites, host) && last[0] > 3) {
            return title.substring(0, last[0]).strip();
        }
        return title;
    }

    private static boolean site(String part, List<String> sites, String host) {
        String name = squeeze(part);
        if (name.isEmpty()) {
            return false;
        }
        if (Outlets.name(part).isPresent()) {
            return true;
        }
        for (String site : sites) {
            String known = squeeze(site);
            if (known.length() > 2
                    && (name.equals(known)
                            || known.length() > 4 && name.startsWith(known)
                            || name.length() > 4 && known.startsWith(name))) {
                return true;
            }
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

    private static String squeeze(String text) {
        return Countries.fold(text.toLowerCase(Locale.ROOT)).replace(" ", "");
    }
}
