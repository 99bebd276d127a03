package sourcebook.description.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What an element's tag, role, class and id say about its being the article or the page around it. Authors name these
/// things much alike; the words here are those that are common on the web, not those of one site.
final class Hints {
    private static final Set<String> FURNITURE_TAGS =
            Set.of("nav", "footer", "aside", "menu", "dialog", "button", "select", "textarea", "fieldset", "label");
    private static final Set<String> NO_TEXT_TAGS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "head",
            "map",
            "math",
            "option",
            "datalist",
            "input",
            "source",
            "track",
            "link",
            "meta");
    private static final Set<String> FURNITURE_ROLES = Set.of(
            "navigation",
            "complementary",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "alert",
            "tooltip",
            "button");
    private static final Set<String> MAIN_TAGS = Set.of("html", "body", "main", "article");

    /// Words (between hyphens, underscores, blanks or humps) that name furniture.
    private static final Pattern FURNITURE_NAME = Pattern.compile(
            "(?:^|[ _-])(?:comment(?:s|ar|are|list|form|body)?|kommentare?|comentarios|disqus|respond|reply|share(?:s|d|bar)?|sharing|social|"
                    + "sociable|addthis|addtoany|shariff|related|relatedposts|jp|yarpp|recommend(?:ed|ation|ations)?|teasers?|sidebar|side|"
                    + "widgets?|footer|fusszeile|foot|header|masthead|kopf|banner|navi?|navigation|navbar|menu|menue|submenu|breadcrumbs?|pagination|pager|"
                    + "paging|pagenav|newsletter|subscribe|subscription|signup|login|register|registration|cookies?|consent|gdpr|privacy|"
                    + "popup|modal|overlay|lightbox|promo|promos|promotion|advert|adverts|advertisement|advertising|ads?|adsense|adslot|sponsor|sponsored|sponsors|werbung|anzeige|"
                    + "outbrain|taboola|tags?|tagcloud|taglist|tagged|keywords|schlagworte|categories|postmeta|meta|metadata|entry-meta|byline|"
                    + "author(?:box|bio|info)?|bio|copyright|impressum|disclaimer|legal|toolbar|tools|toolbox|utility|"
                    + "skip|skiplink|hidden|hide|sr-only|visually|screenreader|screen-reader-text|noprint|no-print|search|suche|"
                    + "rating|ratings|vote|voting|poll|feedback|trending|popular|mostread|most-read|latest|more|moreon|readmore|mehr|"
                    + "next|prev|previous|archive|archives|calendar|carousel|slider|gallery-nav|toc|inhaltsverzeichnis|infobox-nav|"
                    + "rss|feed|print|drucken|email|whatsapp|facebook|twitter|pinterest|instagram|linkedin|"
                    + "livefyre|fb-root|cta|donate|donation|paywall|shop|cart|basket|warenkorb|language|lang|switcher|"
                    + "mw-editsection|editsection|navbox|catlinks|jump-link|siteSub|printfooter|noprint|reflist-nav)(?=$|[ _-])");

    /// Names of the element around the article's own text.
    private static final Pattern BODY_NAME = Pattern.compile(
            "(?:^|[ _-])(?:article-?body|articlebody|articletext|article-?text|article-?content|articlecontent|story-?body|storybody|story-?content|"
                    + "storytext|story-text|post-?body|postbody|post-?content|postcontent|post-?text|entry-?content|entrycontent|entry-?text|entry-body|"
                    + "body-?copy|bodytext|body-text|body-content|content-?body|contentbody|main-?text|news-?text|newstext|"
                    + "artikel-?text|artikeltext|artikel-?inhalt|blog-?content|blog-?text|single-content|text-content|mw-parser-output|"
                    + "article__body|article__content|post__content|entry__content|story__body|field--name-body|field-name-body|rich-?text|richtext)(?=$|[ _-])");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

    private Hints() {}

    /// Has it no text for a reader at all?
    static boolean withoutText(Element element) {
        return NO_TEXT_TAGS.contains(element.normalName());
    }

    /// Is it hidden from the reader by its own attributes?
    static boolean hidden(Element element) {
        return element.hasAttr("hidden")
                || HIDDEN_STYLE.matcher(element.attr("style")).find();
    }

    /// Is the region furniture by its tag, role or name? Elements that hold the page or an article are not, whatever
    /// their name.
    static boolean furniture(Element element) {
        String tag = element.normalName();
        if (MAIN_TAGS.contains(tag)) {
            return false;
        }
        if (FURNITURE_TAGS.contains(tag)) {
            return !(tag.equals("footer") && element.closest("blockquote, figure") != null);
        }
        if (FURNITURE_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return true;
        }
        String names = names(element);
        return !names.isEmpty()
                && FURNITURE_NAME.matcher(names).find()
                && !BODY_NAME.matcher(names).find();
    }

    /// Does its name say that it holds the article's text?
    static boolean body(Element element) {
        if (element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody")) {
            return true;
        }
        String names = names(element);
        return !names.isEmpty() && BODY_NAME.matcher(names).find();
    }

    private static String names(Element element) {
        String id = element.id();
        String classes = element.className();
        if (id.isEmpty() && classes.isEmpty()) {
            return "";
        }
        return HUMP.matcher(id + " " + classes).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
