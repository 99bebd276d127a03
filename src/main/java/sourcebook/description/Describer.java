package sourcebook.description;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.description.html.LatePageException;
import sourcebook.description.html.PageText;
import sourcebook.description.html.WebPage;
import sourcebook.description.print.PrintedText;

/// Makes a document's record and text out of what was extracted. Pure: the same material gives the same
/// description
/// (apart from the day, since nothing is published in the future, and from pages that a parser does not come to the
/// end of in time). Thread-safe; make one and keep it, its
/// tables are
/// read once.
public final class Describer {
    /// Raised when rules change so that they give other values or another text: documents of an archive that were
    /// described under a lower number are described again.
    public static final int VERSION = 1;

    /// Formats in which articles are saved from the web by hand.
    private static final Set<String> PLAIN = Set.of("text/plain", "text/markdown", "text/x-web-markdown");

    /// Pages are parsed in the process of the archive, where nothing else would end it. Five times what extraction
    /// allows itself there, so that a busy machine does not change the description of an honest page.
    private static final Duration LONGEST_PARSE = Duration.ofSeconds(10);

    /// For parsing a page and looking at it, which takes about ten times as long as parsing: of a page of 5 KB less
    /// than
    /// a millisecond.
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private static final String TOO_SLOW = "It takes too long to be read as a web page, so it is described as text,"
            + " without what the page says about itself.";

    private final Clock clock;
    private final Duration longestParse;
    private final Duration longestLook;
    private final LanguageFinder languages;
    private final CountryMentions countries;
    private final SourceNames sources;

    /// With the program's own table of sources.
    public Describer() {
        this(SourceNames.NONE);
    }

    /// With an archive's own names of sources before those of the program.
    public Describer(SourceNames sources) {
        this(sources, Clock.systemUTC());
    }

    Describer(Clock clock) {
        this(SourceNames.NONE, clock);
    }

    Describer(SourceNames sources, Clock clock) {
        this(sources, clock, LONGEST_PARSE, LONGEST_LOOK);
    }

    /// @param longestParse pages that take longer to be parsed are described as text
    /// @param longestLook those that take longer to be parsed and looked at, too
    Describer(SourceNames sources, Clock clock, Duration longestParse, Duration longestLook) {
        this.sources = sources;
        this.clock = clock;
        this.longestParse = longestParse;
        this.longestLook = longestLook;
        this.languages = new LanguageFinder();
        this.countries = new CountryMentions();
    }

    /// Describes one document. Never throws, whatever the material holds; what is not known is left unknown.
    public Description describe(Material material) {
        return describe(material, blocks -> material.repeated());
    }

    /// The same where it is only known from a page of which site it is, and so what the site repeats.
    ///
    /// @param repeated gives hashes of blocks that several other pages of the site hold; asked once, and once more
    ///     for no site where a page takes too long
    public Description describe(Material material, Function<Blocks, Set<Long>> repeated) {
        String html = material.html();
        WebPage page = html == null
                ? null
                : WebPage.read(html, longestParse, longestLook).orElse(null);
        try {
            return describe(material, page, repeated);
        } catch (LatePageException late) {
            return describe(material, null, repeated);
        }
    }

    private Description describe(Material material, @Nullable WebPage page, Function<Blocks, Set<Long>> repeated) {
        LocalDate today = LocalDate.now(clock);
        String html = material.html();
        String whole = material.pages().isEmpty() ? "" : material.pages().getFirst();
        FrontMatter front =
                html == null && material.mediaType().startsWith("text/") ? FrontMatter.read(whole) : FrontMatter.NONE;
        Clues bare = Clues.of(material, page, front, today);
        Clues before = bare.withHost(UrlRules.host(bare));
        Blocks blocks =
                page == null || before.host().isEmpty() ? Blocks.NONE : new Blocks(before.host(), page.fingerprint());
        Set<Long> around = repeated.apply(blocks);
        boolean tooSlow = html != null && page == null;
        DocumentText text = tooSlow
                ? extracted(material)
                : page == null ? printed(material, front) : shown(page, before, material, around);
        Clues clues = before.withText(text);
        var title = TitleRules.title(clues);
        var spoken = new PageLanguages(text);
        var language = languages.find(clues, spoken);
        var source = SourceRules.source(clues, title == null ? null : title.value(), sources);
        var reprint = Reprint.find(clues, source == null ? null : source.value(), sources);
        var date = DateRules.date(clues);
        CountryMentions.Found about = countries.find(
                text,
                title == null ? "" : title.value(),
                language == null ? null : language.value(),
                date == null ? null : date.value().year());
        DocumentRecord record = new DocumentRecord(
                title,
                CreatorRules.creators(clues),
                date,
                source,
                front.countries(about.countries(), "country", "countries", "about"),
                front.countries(
                        PublicationPlace.find(clues, source == null ? "" : source.value(), sources),
                        "published_in",
                        "published in",
                        "place_of_publication"),
                language,
                TypeRules.type(clues, title == null ? null : title.value()),
                UrlRules.url(clues),
                reprint == null ? Map.of() : Map.of(Reprint.FIELD, reprint));
        var pages = LanguageFinder.ofPages(spoken, language == null ? null : language.value());
        return new Description(
                record,
                text.withPageLanguages(pages),
                about.mentions(),
                blocks,
                tooSlow ? List.of(TOO_SLOW) : List.of());
    }

    /// All that was extracted, as it is.
    private static DocumentText extracted(Material material) {
        return new DocumentText(String.join("\n", material.pages()), 0, List.of(0), "");
    }

    private static DocumentText shown(WebPage page, Clues clues, Material material, Set<Long> repeated) {
        var title = TitleRules.title(clues);
        PageText parts = page.parts(title == null ? null : title.value(), repeated);
        String body = parts.body();
        if (body.isBlank()) {
            body = String.join("\n", material.pages()).strip();
        }
        String headline = parts.headline();
        String text = headline.isEmpty() ? body : headline + "\n\n" + body;
        return new DocumentText(text, text.length() - body.length(), List.of(0), parts.furniture());
    }

    private static DocumentText printed(Material material, FrontMatter front) {
        boolean plain = PLAIN.contains(material.mediaType());
        return PrintedText.of(material.pages(), front.end(), plain, PrintedPage.smallLines(material));
    }
}
