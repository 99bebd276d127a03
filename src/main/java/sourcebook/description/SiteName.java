package sourcebook.description;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a saved page's site calls itself where no metadata says it: in the alternative text of its
/// logo, in the part of the title that its host spells, in the host itself. Pure.
final class SiteName {
    private static final Pattern GAP = Pattern.compile("\\s+[|\\u2013\\u2014\\u00B7\\u2022«»:-]+\\s+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|\\s*\\([^)]*\\)\\s*$|[^\\p{L}\\p{N}!.)]+$");
    private static final Pattern LOGO_WORDS = Pattern.compile(
            "(?iu)(?:^|\\s|[-–|:,(])+(?:the\\s+)?(?:site\\s+|header\\s+|website\\s+)?(?:logo(?:type)?|homepage|home\\s*page|startseite|zur startseite|home|accueil|inicio|логотип|logo\\s+(?:of|von|de|der|des)|[ab]rand)(?=$|\\s|[-–|:,)])");

    /// Words that name no site, and networks whose signs stand beside a logo.
    private static final Set<String> NOT_A_SITE = Set.of(
            "",
            "image",
            "photo",
            "picture",
            "banner",
            "header",
            "menu",
            "search",
            "facebook",
            "twitter",
            "x",
            "instagram",
            "youtube",
            "rss",
            "whatsapp",
            "telegram",
            "linkedin",
            "print",
            "email",
            "back",
            "zuruck",
            "retour",
            "blog",
            "news",
            "website",
            "advertisement",
            "anzeige",
            "wordpress",
            "creative commons license",
            "avatar");

    private static final int LONGEST = 60;

    /// A host's label shorter than this is spelt by too many words.
    private static final int SHORTEST_LABEL = 4;

    private static final String LOGOS =
            "header a[href=/] img[alt], a[rel=home] img[alt], a[class*=logo] img[alt], [id*=logo] img[alt],"
                    + " [class*=logo] img[alt], img[class*=logo][alt], img[id*=logo][alt], img[src*=logo][alt]";

    private SiteName() {}

    /// The alternative text of the first image that is the site's logo, where the host spells it or a
    /// table knows it.
    static @Nullable String logo(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (var image : clues.page().select(LOGOS)) {
            String words = LOGO_WORDS.matcher(image.attr("alt")).replaceAll(" ");
            String name = EDGES.matcher(GAP.split(words.strip(), 2)[0]).replaceAll("");
            String folded = Countries.fold(name);
            if (name.length() <= LONGEST
                    && !NOT_A_SITE.contains(folded)
                    && (spells(name, clues.host())
                            || Outlets.name(name, clues.host()).isPresent())) {
                return name;
            }
        }
        return null;
    }

    /// "Bridges of the north | The Fjord Herald" at `fjordherald.example`.
    static @Nullable String inTitle(Clues clues) {
        String title = clues.element("title");
        if (title == null || clues.host().isEmpty()) {
            return null;
        }
        String[] parts = GAP.split(title, -1);
        for (int i = parts.length - 1; i >= 0 && parts.length > 1; i--) {
            String part = parts[i].strip();
            if (part.length() <= LONGEST && spells(part, clues.host())) {
                return part;
            }
        }
        return null;
    }

    /// A short `title` element that is no part of the headline, where the page begins with the same words.
    static @Nullable String aboveAll(Clues clues) {
        String title = clues.element("title");
        String heading = clues.element("h1");
        if (title == null || heading == null || clues.page() == null) {
            return null;
        }
        String name = title.strip();
        String folded = Countries.fold(name);
        boolean apart = !Countries.fold(heading).contains(folded);
        boolean may = apart && name.length() <= LONGEST && !NOT_A_SITE.contains(folded);
        return may && begins(clues.page().document().body().text(), folded) ? name : null;
    }

    /// Whether a page's text begins with words. Of a long text only the beginning is folded, up to a blank: there is a
    /// blank in the folded text as well.
    private static boolean begins(String text, String folded) {
        int blank = text.indexOf(' ', 2 * LONGEST);
        String beginning = blank < 0 ? "" : Countries.fold(text.substring(0, blank));
        return beginning.length() > Math.max("the".length(), folded.length())
                ? (beginning + ' ').startsWith(folded + ' ')
                : Countries.fold(text).startsWith(folded + ' ');
    }

    /// The outlet a known host belongs to.
    static @Nullable String knownHost(Clues clues) {
        return Outlets.nameOfHost(clues.host()).orElse(null);
    }

    /// A host as it is; words where hyphens part them: "der-freie-bote.example" is "Der Freie Bote".
    static @Nullable String host(Clues clues) {
        String host = clues.host();
        String label = UrlRules.siteOf(host);
        if (label.indexOf('-') <= 0 || label.startsWith("xn--")) {
            return host.isEmpty() ? null : host;
        }
        StringBuilder words = new StringBuilder();
        for (String word : label.split("-", -1)) {
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return words.toString();
    }

    /// Whether a host's label is this name written together, with or without its article and its end.
    static boolean spells(String name, String host) {
        String label = UrlRules.siteOf(host).replace("-", "");
        String joined = Countries.fold(name.toLowerCase(Locale.ROOT)).replace(" ", "");
        if (label.length() < SHORTEST_LABEL || joined.length() < SHORTEST_LABEL) {
            return false;
        }
        String whole = host.replace("-", "").replace(".", "");
        return joined.equals(label)
                || joined.equals("the" + label)
                || joined.equals(whole)
                || label.equals("the" + joined)
                || joined.length() <= 2 * label.length() && (joined.startsWith(label) || joined.endsWith(label))
                || label.length() <= 2 * joined.length() && (label.startsWith(joined) || label.endsWith(joined));
    }
}
