package sourcebook.description;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Ways to the outlet or publisher.
final class SourceRules {
    private static final int LONGEST = 120;

    private static final List<Rule> RULES = List.of(
            Rule.high(
                    "front matter",
                    c -> c.front()
                            .first(
                                    "source",
                                    "publisher",
                                    "publication",
                                    "outlet",
                                    "journal",
                                    "vol_full_title",
                                    "vol_title")),
            Rule.high(
                    "citation_journal_title",
                    c -> c.meta("citation_journal_title", "prism.publicationname", "citation_conference_title")),
            Rule.high("og:site_name", c -> c.meta("og:site_name")),
            Rule.high("publisher (JSON-LD)", c -> c.linked("publisher")),
            Rule.medium(
                    "publisher (meta)",
                    c -> c.meta(
                            "dc.publisher",
                            "dcterms.publisher",
                            "publisher",
                            "citation_publisher",
                            "application-name",
                            "apple-mobile-web-app-title")),
            Rule.medium("site (JSON-LD)", SourceRules::site),
            Rule.medium("host name", SiteName::knownHost),
            Rule.medium("logo", SiteName::logo),
            Rule.medium("site in the title", SiteName::inTitle),
            Rule.medium("title element", SiteName::aboveAll),
            Rule.medium(
                    "dc:publisher",
                    c -> c.page() != null
                            ? null
                            : c.field("dc:publisher", "extended-properties:Company", "meta:company")),
            Rule.medium("end of the first line", SourceRules::firstLine),
            Rule.medium("imprint line", ImprintLine::source),
            Rule.medium("publisher line", Imprint::publisher),
            Rule.medium("end of the embedded title", Imprint::titleSuffix),
            Rule.medium("body as author", Imprint::bodyAsAuthor),
            Rule.medium("named on top", Imprint::onTop),
            Rule.medium("copyright line", Imprint::copyright),
            Rule.low("end of the printed page's title", BrowserPrint::site),
            Rule.low("host name", SiteName::host),
            Rule.low("named on first and last page", Imprint::known),
            Rule.low("address on first and last page", Imprint::host));

    private SourceRules() {}

    /// @param title of the record, null when it has none
    static @Nullable Evidenced<String> source(Clues clues, @Nullable String title, SourceNames names) {
        var own = names.nameOfHost(clues.host());
        if (own.isPresent()) {
            return Evidenced.of(own.get(), SourceNames.FILE_NAME, clues.host(), Confidence.HIGH);
        }
        return Rule.first(clues, RULES, raw -> {
            String source = Tagline.without(TitleText.clean(raw), clues.host());
            source = names.name(source, clues.host()).orElse(source);
            return source.length() > LONGEST
                            || TitleText.meaningless(source)
                            || address(source)
                            || title(raw, title, clues)
                    ? null
                    : source;
        });
    }

    private static @Nullable String site(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        List<String> names = clues.page().linkedNames(Set.of("website", "newsmediaorganization", "organization"));
        return names.isEmpty() ? null : names.getFirst();
    }

    /// "A new report says yes – Analysis – Eurasia Review": saved as text, with the site's name behind
    /// the title.
    private static @Nullable String firstLine(Clues clues) {
        if (!clues.plain()) {
            return null;
        }
        String line = clues.head().strip().lines().findFirst().orElse("");
        int gap = Math.max(line.lastIndexOf(" – "), Math.max(line.lastIndexOf(" - "), line.lastIndexOf(" | ")));
        return gap < 0 ? null : Outlets.name(line.substring(gap + 3)).orElse(null);
    }

    /// Some programs put the document's title, with or without the site's name, or the bare host, where the
    /// site's name belongs. A page's `title` element that does not hold the document's title may be the
    /// site's name.
    private static boolean title(String raw, @Nullable String own, Clues clues) {
        String folded = Countries.fold(raw);
        String title = own == null ? "" : Countries.fold(own);
        if (folded.equals(title)) {
            return true;
        }
        for (String whole : Arrays.asList(clues.element("title"), clues.meta("og:title"), clues.headline())) {
            if (whole != null && Countries.fold(whole).equals(folded) && folded.contains(title)) {
                return true;
            }
        }
        String host = Countries.fold(clues.host());
        return !host.isEmpty() && (folded.equals("www " + host) || folded.equals(host)) && !raw.equals(clues.host());
    }

    /// "publisher" is also used for the address of a page in a network.
    private static boolean address(String source) {
        return source.startsWith("http:") || source.startsWith("https:") || source.startsWith("@");
    }
}
