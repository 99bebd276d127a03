package sourcebook.description.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// One web page, read once: what its head states, its elements, and its text in parts. Not thread-safe; made and used
/// by one call.
public final class WebPage {
    /// Deeper nesting is flattened by the parser: no page needs it, and elements around each block are walked.
    private static final int MAX_DEPTH = 256;

    private final Document document;
    private final Map<String, List<String>> metas = new HashMap<>();
    private final JsonLd linked;

    private WebPage(Document document) {
        this.document = document;
        for (Element meta : document.select("meta[content]")) {
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

    public static WebPage read(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        return new WebPage(parser.parseInput(html, ""));
    }

    public Document document() {
        return document;
    }

    /// Contents of `meta` elements by name, property or itemprop, whatever the case.
    public List<String> meta(String name) {
        return metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
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
        for (Element element : document.select(selector)) {
            String text = element.text().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /// The page's text in parts.
    ///
    /// @param title the work's title as far as it is known; helps to tell the headline from other headings
    public PageText parts(@Nullable String title) {
        Element root = document.body();
        PageText parts = new BodyFinder(root).find(title);
        if (parts.body().isBlank()) {
            StringBuilder whole = new StringBuilder();
            for (Block block : Flow.of(root, Furniture.NONE)) {
                whole.append(whole.isEmpty() ? "" : "\n\n").append(block.text());
            }
            return new PageText("", whole.toString(), "");
        }
        return parts;
    }
}
