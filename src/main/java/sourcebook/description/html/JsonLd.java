package sourcebook.description.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON-LD of a page, as schema.org's vocabulary is used in it: all objects, nested ones included,
/// in order.
final class JsonLd {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /// Types of which there is one to a page; objects of other types (a breadcrumb, a related item)
    /// describe something else.
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
    private static final Set<String> PARTS =
            Set.of("videoobject", "podcastepisode", "dataset", "creativework", "review", "faqpage", "howto");
    private static final Set<String> PAGES =
            Set.of("webpage", "itempage", "aboutpage", "profilepage", "collectionpage");

    private final List<JsonNode> works = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final List<JsonNode> all = new ArrayList<>();

    JsonLd(Document document) {
        for (Element script : document.select(Selectors.of("script[type=application/ld+json]"))) {
            String json = script.data().strip();
            if (json.startsWith("<!--") || json.startsWith("//<![CDATA[") || json.startsWith("/*")) {
                int brace = json.indexOf('{');
                int end = json.lastIndexOf('}') + 1;
                json = brace < 0 || end < brace ? "" : json.substring(brace, end);
            }
            if (!json.isEmpty()) {
                try {
                    collect(MAPPER.readTree(json));
                } catch (JacksonException noJson) {
                    collect(plainly(json));
                }
            }
        }
    }

    private static final Pattern TYPE = Pattern.compile("\"@type\"\\s*:\\s*\"(\\w{4,40})\"");
    private static final Pattern TEXT =
            Pattern.compile("\"(datePublished|dateModified|dateCreated|headline)\"\\s*:\\s*\"([^\"\\\\]{4,300})\"");
    private static final Pattern AUTHOR =
            Pattern.compile("\"author\"\\s*:\\s*(?:\\[\\s*)?\\{[^{}]{0,300}?\"name\"\\s*:\\s*\"([^\"\\\\]{2,80})\"");

    /// What can be read of the data when they are no JSON (a quotation mark inside a text is enough):
    /// the first simple texts, if the first object with a known type is a work.
    private static JsonNode plainly(String broken) {
        ObjectNode work = MAPPER.createObjectNode();
        Matcher type = TYPE.matcher(broken);
        while (type.find() && !work.has("@type")) {
            if (WORKS.contains(type.group(1).toLowerCase(Locale.ROOT))) {
                work.put("@type", type.group(1));
            }
        }
        Matcher text = TEXT.matcher(broken);
        while (work.has("@type") && text.find()) {
            if (!work.has(text.group(1))) {
                work.put(text.group(1), text.group(2));
            }
        }
        Matcher author = AUTHOR.matcher(broken);
        if (author.find()) {
            work.put("author", author.group(1));
        }
        return work;
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
        return works.isEmpty() ? null : type(work().getFirst());
    }

    /// The first work that is a text; films and data sets on a page are a part of it, unless there is
    /// nothing else.
    private List<JsonNode> work() {
        for (JsonNode work : works) {
            if (!PARTS.contains(type(work))) {
                return List.of(work);
            }
        }
        return works.isEmpty() ? List.of() : works.subList(0, 1);
    }

    /// Texts of a property of the work (`headline`), then of the page; names of objects where the value
    /// is an object.
    List<String> texts(String property) {
        List<String> found = new ArrayList<>();
        for (List<JsonNode> group : List.of(work(), pages)) {
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
