package sourcebook.description.html;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// One web page, read once: what its head states, its elements, and its text in parts. Not thread-safe;
/// made and used
/// by one call.
public final class WebPage {
    /// Deeper nesting is flattened by the parser: no page needs it, and elements around each block are
    /// walked.
    private static final int MAX_DEPTH = 256;

    /// Stated texts shorter than this are summaries.
    private static final int SHORTEST_BODY = 250;

    private static final Set<String> DATE_NAMES = Set.of(
            "date",
            "datum",
            "published",
            "publish",
            "pubdate",
            "time",
            "timestamp",
            "posted",
            "byline",
            "meta",
            "info",
            "dateline",
            "fecha",
            "created",
            "publication",
            "authored",
            "submitted",
            "stand",
            "credits");

    private final Document document;
    private final Deadline deadline;
    private final Map<String, List<String>> metas = new LinkedHashMap<>();
    private final JsonLd linked;
    private @Nullable List<Block> blocks;
    private @Nullable Optional<String> statedBody;
    private @Nullable Set<Element> aroundHeadline;
    private @Nullable Element headline;

    private WebPage(Document document, Deadline deadline) {
        this.document = document;
        this.deadline = deadline;
        for (Element meta : document.select(Selectors.of("meta[content]"))) {
            String content = meta.attr("content").strip();
            if (!content.isEmpty()) {
                for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
                    String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                    if (!name.isEmpty()) {
                        metas.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
                    }
                }
            }
        }
        this.linked = new JsonLd(document);
    }

    /// The page of a source; empty when the parser has not come to its end in time.
    ///
    /// @param longestParse looked at whenever the parser asks for more of the source
    /// @param longest from now until nothing more is asked of the page: what is asked later fails with a
    ///     [LatePageException]
    public static Optional<WebPage> read(String html, Duration longestParse, Duration longest) {
        Deadline deadline = new Deadline(longest);
        Document document;
        try {
            document = parser().parseInput(new TimedPage(html, new Deadline(longestParse)), "");
        } catch (UncheckedIOException late) {
            return Optional.empty();
        }
        return Optional.of(new WebPage(document, deadline));
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }

    public Document document() {
        return document;
    }

    /// The elements that a CSS selector finds, in order. Selectors are kept parsed: give constants.
    public Elements select(String selector) {
        deadline.check();
        return document.select(Selectors.of(selector));
    }

    /// Contents of `meta` elements by name, property or itemprop, whatever the case.
    public List<String> meta(String name) {
        return metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// All `meta` elements by name in lower case, in order.
    public Map<String, List<String>> metas() {
        return metas;
    }

    /// Texts of a property of the work in the page's JSON-LD.
    public List<String> linked(String property) {
        return linked.texts(property);
    }

    /// Names of JSON-LD objects of one of these types (lower case).
    public List<String> linkedNames(Set<String> types) {
        return linked.names(types);
    }

    /// The work's type in JSON-LD, lower case.
    public @Nullable String linkedType() {
        return linked.workType();
    }

    /// The text of the first element that a CSS selector finds and that has text.
    public @Nullable String text(String selector) {
        for (Element element : select(selector)) {
            deadline.check();
            String text = element.text().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /// Hashes of the page's blocks, by which it is compared with other pages of its site.
    public Set<Long> fingerprint() {
        return Fingerprint.of(blocks());
    }

    /// The page's text in parts.
    ///
    /// @param title the work's title as far as it is known; helps to tell the headline from other
    ///     headings
    public PageText parts(@Nullable String title) {
        return parts(title, Set.of());
    }

    /// A body that loses more than this to what other pages of the site hold as well is the same text,
    /// saved again.
    private static final double MOST_REPEATED = 0.5;

    /// The page's text in parts; what other pages of its site hold as well goes to the furniture,
    /// unless little would be left of the body: pages are saved twice under two addresses.
    ///
    /// @param repeated hashes of such blocks
    public PageText parts(@Nullable String title, Set<Long> repeated) {
        PageText all = cut(title, blocks());
        if (repeated.isEmpty()) {
            return all;
        }
        List<Block> own = new ArrayList<>();
        boolean some = false;
        for (Block block : blocks()) {
            boolean again = repeated.contains(Fingerprint.of(block.text()));
            own.add(again ? block.asRepeated() : block);
            some |= again;
        }
        if (!some) {
            return all;
        }
        PageText less = cut(title, own);
        return less.body().length() < all.body().length() * (1 - MOST_REPEATED) ? all : less;
    }

    private PageText cut(@Nullable String title, List<Block> from) {
        if (statedBody == null) {
            statedBody = Optional.ofNullable(statedBody());
        }
        String stated = statedBody.orElse(null);
        BodyFinder finder = new BodyFinder(document.body(), from, deadline);
        Element found = finder.container(stated);
        Cut cut = new Cut(
                from, finder.withBeginning(found, new Cut(from, found, title, deadline).headline()), title, deadline);
        headline = cut.headline() < 0 ? null : from.get(cut.headline()).owner();
        aroundHeadline = null;
        PageText parts = cut.text();
        if (stated != null
                && !BodyFinder.holds(parts.body(), stated)
                && stated.length() > parts.body().length() / 2) {
            return new PageText(parts.headline(), stated, join(parts.body(), parts.furniture(), "\n"));
        }
        if (parts.body().isBlank()) {
            StringBuilder whole = new StringBuilder();
            for (Block block : Flow.of(document.body(), Furniture.NONE, deadline)) {
                whole.append(whole.isEmpty() ? "" : "\n\n").append(block.text());
            }
            return new PageText("", whole.toString(), "");
        }
        return parts;
    }

    private static String join(String first, String second, String between) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + between + second;
    }

    /// The article's text as JSON-LD states it, when it is long enough to be one.
    private @Nullable String statedBody() {
        List<String> bodies = linked("articleBody");
        if (bodies.isEmpty() || bodies.getFirst().length() < SHORTEST_BODY) {
            return null;
        }
        String body = bodies.getFirst();
        boolean markup = body.contains("</") || body.contains("&lt;") || body.contains("<p>");
        return markup ? textOf(Parser.unescapeEntities(body, false)) : body;
    }

    /// What the page states of itself is no more to be trusted than the page.
    private String textOf(String html) {
        try {
            return parser().parseInput(new TimedPage(html, deadline), "").text();
        } catch (UncheckedIOException late) {
            throw new LatePageException();
        }
    }

    private List<Block> blocks() {
        if (blocks == null) {
            blocks = Flow.of(document.body(), Furniture.of(document.body(), deadline), deadline);
        }
        return blocks;
    }

    /// A line of a page near its headline.
    ///
    /// @param distance how many blocks after the headline it stands, negative before it; from the
    ///     page's beginning when there is no headline
    /// @param named whether its element is named for a date or a byline
    /// @param aside whether it stands in a teaser, a comment or a menu
    /// @param look what its element is called: lines of one list look alike
    public record NearLine(String text, int distance, boolean named, boolean aside, String look) {}

    /// Short lines of the page in order, without quotations: where dates and bylines stand.
    ///
    /// @param title as for `parts`
    /// @param longest characters of the longest line wanted
    /// @param wanted by its text: what an element is called costs more to find out
    public List<NearLine> lines(@Nullable String title, int longest, Predicate<String> wanted) {
        int start = Math.max(0, new Cut(blocks(), document.body(), title, deadline).headline());
        List<NearLine> lines = new ArrayList<>();
        for (int i = 0; i < blocks().size(); i++) {
            deadline.check();
            Block block = blocks().get(i);
            if (block.text().length() <= longest && block.kind() != Block.Kind.QUOTE && wanted.test(block.text())) {
                Element owner = block.owner();
                lines.add(new NearLine(block.text(), i - start, named(owner), aside(owner), look(owner)));
            }
        }
        return lines;
    }

    /// Is the element part of a teaser, a comment or a menu? Regions around the page's first `h1` are
    /// not, whatever their name.
    public boolean aside(Element element) {
        deadline.check();
        if (aroundHeadline == null) {
            aroundHeadline = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Element at = document.selectFirst(Selectors.of("h1")); at != null; at = at.parent()) {
                aroundHeadline.add(at);
            }
            for (Element at = headline; at != null; at = at.parent()) {
                aroundHeadline.add(at);
            }
        }
        for (Element at = element; at != null && !aroundHeadline.contains(at); at = at.parent()) {
            if (Hints.aside(at)) {
                return true;
            }
        }
        return false;
    }

    private static String look(Element element) {
        Element parent = element.parent();
        String own = element.normalName() + '.' + element.className();
        return parent == null ? own : parent.normalName() + '.' + parent.className() + '>' + own;
    }

    private static boolean named(Element element) {
        Element at = element;
        for (int i = 0; i < 3 && at != null; i++) {
            if (Names.has(at, DATE_NAMES) || at.normalName().equals("time")) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
