package sourcebook.description.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What an element's tag, role, class and id say about its being the article or the page around it.
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

    /// These hold the page, an article, or what belongs to one (an embedded message is a quotation),
    /// whatever they are
    /// called.
    private static final Set<String> NEVER_FURNITURE =
            Set.of("html", "body", "main", "article", "blockquote", "pre", "figure", "td", "tr", "tbody", "h1");

    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

    private Hints() {}

    /// Has it no text for a reader at all, or is it hidden by its own attributes?
    static boolean unseen(Element element) {
        if (NO_TEXT_TAGS.contains(element.normalName())) {
            return true;
        }
        return element.hasAttr("hidden")
                || (element.hasAttr("style")
                        && HIDDEN_STYLE.matcher(element.attr("style")).find());
    }

    /// Is the region furniture by its tag, role or name?
    static boolean furniture(Element element) {
        String tag = element.normalName();
        if (NEVER_FURNITURE.contains(tag)) {
            return false;
        }
        if (FURNITURE_TAGS.contains(tag)) {
            return !(tag.equals("footer") && element.closest(Selectors.of("blockquote, figure")) != null);
        }
        String role = element.attr("role");
        if (!role.isEmpty() && FURNITURE_ROLES.contains(role.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return Names.furniture(element);
    }

    /// Does the region speak of something else than the article: teasers, comments, menus?
    static boolean aside(Element element) {
        return switch (element.normalName()) {
            case "nav", "select", "dialog" -> true;
            case "footer" -> element.closest(Selectors.of("article")) == null;
            case "html", "body", "main", "article", "blockquote", "h1" -> false;
            default -> Names.aside(element);
        };
    }

    /// Does it say that it holds the article's text?
    static boolean body(Element element) {
        return element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody") || Names.body(element);
    }
}
