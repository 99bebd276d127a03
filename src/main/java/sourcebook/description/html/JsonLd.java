package sourcebook.description.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON-LD of a page, as schema.org's vocabulary is used in it: all objects, nested ones included, in
/// order.
final class JsonLd {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /// Types of which there is one to a page; objects of other types (a breadcrumb, a related item)
    /// describe something
    /// else.
    private static final Set<String> WORKS = Set.of(
            "article",
            "newsarticle",
            "blogposting",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "liveblogposting",
            "scholarlyarticle",
            "techarticle",
            "report",
            "satiricalarticle",
            "advertisercontentarticle",
            "socialmediaposting",
            "discussionforumposting",
            "review",
            "book",
            "thesis",
            "legislation",
            "presentationdigitaldocument",
            "podcastepisode",
            "videoobject",
            "recipe",
            "howto",
            "faqpage",
            "interview",
            "dataset",
            "creativework");
    private static final Set<String> PAGES =
            Set.of("webpage", "itempage", "aboutpage", "profilepage", "collectionpage");

    private final List<JsonNode> works = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final List<JsonNode> all = new ArrayList<>();

    JsonLd(Document document) {
        for (Element script : document.select("script[type=application/ld+json]")) {
            String json = script.data().strip();
            if (json.startsWith("<!--") || json.startsWith("//<![CDATA[") || json.startsWith("/*")) {
                int brace = json.indexOf('{');
                json = brace < 0 ? "" : json.substring(brace, json.lastIndexOf('}') + 1);
            }
            if (!json.isEmpty()) {
                try {
                    collect(MAPPER.readTree(json));
                } catch (JacksonException _) {
                    // The page's author wrote no JSON: there is nothing to learn from it, other evidence
                    // remains.
                }
            }
        }
    }

    private void collect(JsonNode root) {
        Deque<JsonNode> todo = new ArrayDeque<>();
        todo.add(root);
        while (!todo.isEmpty()) {
            JsonNode node = todo.removeFirst();
            if (node.isObject()) {
                all.add(node);
                String type = type(node);
                if (WORKS.contains(type)) {
                    works.add(node);
                } else if (PAGES.contains(type)) {
                    pages.add(node);
                }
            }
            if (node.isArray() || node.isObject()) {
                node.forEach(child -> {
                    if (child.isContainer()) {
                        todo.addLast(child);
                    }
                });
            }
        }
    }

    static String type(JsonNode node) {
        JsonNode type = node.path("@type");
        JsonNode one = type.isArray() && !type.isEmpty() ? type.get(0) : type;
        return one.isString() ? one.stringValue().toLowerCase(Locale.ROOT) : "";
    }

    /// The type of the work, lower case; null when none is stated.
    @Nullable
    String workType() {
        return works.isEmpty() ? null : type(works.getFirst());
    }

    /// Texts of a property of the work (`headline`), then of the page; names of objects where the value is
    /// an object.
    List<String> texts(String property) {
        List<String> found = new ArrayList<>();
        for (List<JsonNode> group : List.of(works.isEmpty() ? works : works.subList(0, 1), pages)) {
            for (JsonNode work : group) {
                add(work.path(property), found);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /// Names of objects of one of these types, anywhere.
    List<String> names(Set<String> types) {
        List<String> found = new ArrayList<>();
        for (JsonNode node : all) {
            if (types.contains(type(node))) {
                add(node.path("name"), found);
            }
        }
        return found;
    }

    private void add(JsonNode value, List<String> to) {
        if (value.isString() && !value.stringValue().isBlank()) {
            to.add(value.stringValue().strip());
        } else if (value.isNumber()) {
            to.add(value.asString());
        } else if (value.isArray()) {
            value.forEach(each -> add(each.isArray() ? each.path(0) : each, to));
        } else if (value.isObject()) {
            JsonNode name = value.path("name");
            if (name.isMissingNode() && value.has("@id")) {
                String id = value.path("@id").asString();
                for (JsonNode other : all) {
                    if (other != value
                            && other.has("name")
                            && other.path("@id").asString().equals(id)) {
                        name = other.path("name");
                        break;
                    }
                }
            }
            JsonNode one = name.isArray() && !name.isEmpty() ? name.get(0) : name;
            if (one.isString() && !one.stringValue().isBlank()) {
                to.add(one.stringValue().strip());
            }
        }
    }
}
