package sourcebook.description;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Evidenced;

/// Ways to the address a document was saved from.
final class UrlRules {
    private static final Pattern SAVED_FROM = Pattern.compile(
            "<!--\\s*(?:saved from url=\\(\\d+\\)|Page saved with SingleFile\\s+url:\\s*|Mirrored from\\s+)(\\S{4,2000})",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4000;

    private static final List<Rule> RULES = List.of(
            Rule.high("front matter", c -> c.front().first("url", "source_url", "link", "permalink", "canonical_url")),
            Rule.high("canonical link", c -> attribute(c, "link[rel=canonical]", "href")),
            Rule.high("og:url", c -> c.meta("og:url", "twitter:url", "parsely-link")),
            Rule.high("saved-from comment", UrlRules::savedFrom),
            Rule.medium("url (JSON-LD)", c -> c.linked("url", "mainEntityOfPage")),
            Rule.medium(
                    "citation_public_url",
                    c -> c.meta("citation_public_url", "citation_fulltext_html_url", "dc.identifier")),
            Rule.medium("printed by a browser", Clues::printedAddress),
            Rule.low(
                    "alternate link",
                    c -> attribute(c, "link[rel=shortlink], link[rel=alternate][hreflang], link[rel=amphtml]", "href")),
            Rule.low("base element", c -> attribute(c, "base[href]", "href")),
            Rule.low(
                    "feed link",
                    c -> attribute(c, "link[type=application/rss+xml], link[rel=search], link[rel=pingback]", "href")));

    private UrlRules() {}

    static @Nullable Evidenced<String> url(Clues clues) {
        return Rule.first(clues, RULES.subList(0, 7), UrlRules::web);
    }

    /// The host in any address the page states for itself or its site, without `www.`; empty when there is
    /// none.
    static String host(Clues clues) {
        Evidenced<String> found = Rule.first(clues, RULES, UrlRules::web);
        return found == null ? "" : hostOf(found.value());
    }

    static String hostOf(String url) {
        try {
            String host = new URI(url.replace(' ', '+').replace("|", "%7C")).getHost();
            if (host == null) {
                return "";
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (URISyntaxException malformed) {
            Matcher match =
                    Pattern.compile("(?i)^https?://(?:www\\.)?([^/:?#\\s]+)").matcher(url);
            return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : "";
        }
    }

    /// The part of a host that names the site: `economist` of `www.economist.com`, `bbc` of `news.bbc.co.uk`.
    static String siteOf(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length < 2) {
            return host;
        }
        int at = parts.length - 2;
        boolean second = at > 0
                && parts[parts.length - 1].length() == 2
                && parts[at].length() <= 3
                && List.of("co", "com", "org", "gov", "ac", "net", "edu", "gob", "go", "or", "gv", "gouv")
                        .contains(parts[at]);
        return second ? parts[at - 1] : parts[at];
    }

    private static @Nullable String web(String raw) {
        String url = raw.strip();
        if (url.startsWith("//")) {
            url = "https:" + url;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://") || lower.startsWith("https://"))
                        && !hostOf(url).isEmpty()
                        && url.length() <= 2000
                ? url
                : null;
    }

    private static @Nullable String attribute(Clues clues, String selector, String attribute) {
        if (clues.page() == null) {
            return null;
        }
        for (var element : clues.page().select(selector)) {
            String value = element.attr(attribute);
            if (web(value) != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String savedFrom(Clues clues) {
        String html = clues.material().html();
        if (html == null) {
            return null;
        }
        String head = html.substring(0, Math.min(HEAD, html.length()));
        int comment = head.indexOf("<!--");
        Matcher match = SAVED_FROM.matcher(head);
        return comment >= 0 && match.find(comment) ? match.group(1) : null;
    }
}
