package sourcebook.description;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Evidenced;

/// Ways to a document's title.
final class TitleRules {
    private static final int LONGEST = 400;

    private static final List<Rule> RULES = List.of(
            Rule.high("front matter", c -> c.front().first("title", "headline", "name")),
            Rule.high("citation_title", c -> c.meta("citation_title")),
            Rule.high("mail subject", c -> c.message() ? c.field("dc:subject", "dc:title", "subject") : null),
            Rule.high("only h1", Headline::only),
            Rule.high("headline (JSON-LD)", c -> c.linked("headline")),
            Rule.high("headline on the page", Headline::above),
            Rule.medium("og:title", c -> c.meta("og:title", "twitter:title")),
            Rule.medium(
                    "DC.title", c -> c.meta("dc.title", "dcterms.title", "title", "sailthru.title", "parsely-title")),
            Rule.medium(
                    "title element",
                    c -> c.page() == null ? null : c.page().document().title()),
            Rule.medium("h1", c -> c.element("h1")),
            Rule.medium("dc:title, shown on page one", PrintedPage::embeddedTitle),
            Rule.medium("dc:title, printed by a browser", BrowserPrint::title),
            Rule.medium("largest text of page one", PrintedPage::title),
            Rule.medium("dc:title", PrintedPage::statedTitle),
            Rule.medium("Markdown heading", TitleRules::markdownHeading),
            Rule.medium("underlined heading", TitleLines::underlined),
            Rule.medium("subject line", TitleLines::subject),
            Rule.medium("first line", TitleLines::first),
            Rule.low("first line of page one", PrintedPage::firstLine));

    private TitleRules() {}

    static @Nullable Evidenced<String> title(Clues clues) {
        return Rule.first(clues, RULES, raw -> clean(raw, clues));
    }

    private static @Nullable String clean(String raw, Clues clues) {
        String title = TitleText.clean(raw);
        if (clues.page() != null || clues.plain()) {
            String bare = TitleText.withoutSite(title, clues);
            boolean pasted = clues.plain() && bare.length() < title.length();
            title = pasted ? SECTION.matcher(bare).replaceFirst("") : bare;
        }
        return title.isEmpty() || title.length() > LONGEST || TitleText.meaningless(title) ? null : title;
    }

    /// What a site writes between the headline and its own name.
    private static final Pattern SECTION = Pattern.compile(
            "(?iu)\\s+[|–—-]\\s+(?:analys[ei]s|análisis|análise|analisi|analyse|op-?ed|opinion|opinión|commentary|comment|essay|interview|news|review|report|feature|kommentar|meinung|анализ|мнение)$");

    private static final LinePattern HEADING = LinePattern.of("(?m)^#{1,2}\\s+(.{3,300}?)\\s*#*\\s*$");

    private static @Nullable String markdownHeading(Clues clues) {
        if (!clues.is("text/") || clues.page() != null) {
            return null;
        }
        boolean markdown = clues.is("text/markdown")
                || clues.is("text/x-web-markdown")
                || clues.fileName().toLowerCase(Locale.ROOT).endsWith(".md");
        var match = HEADING.first(clues.head());
        return match != null && (markdown || match.start() < 300) ? match.group(1) : null;
    }
}
