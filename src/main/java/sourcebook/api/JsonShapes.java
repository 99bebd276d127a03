package sourcebook.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Mention;
import sourcebook.description.Description;
import sourcebook.search.FacetValue;
import sourcebook.search.Like;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;
import sourcebook.search.YearRange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of the REST interface and of the command line: the same shapes for both. Stateless.
///
/// Unknown values are `null`, or an empty array; dates are ISO with the precision known.
public final class JsonShapes {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonShapes() {}

    /// One line, also for readers that take U+0085, U+2028 and U+2029 for line ends: these are escaped.
    public static String line(ObjectNode json) {
        return MAPPER.writeValueAsString(json)
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /// A question as the parameters by which the REST interface is asked it.
    private static ObjectNode parameters(SearchRequest request) {
        ObjectNode json = object();
        json.put("q", request.query());
        json.put("match", request.anyWord() ? "any" : "all");
        json.put("count", request.stories() ? "stories" : "copies");
        new TreeMap<>(request.refinements())
                .forEach((facet, values) -> strings(
                        json.putArray(facet.parameter()),
                        values.stream().sorted().toList()));
        YearRange years = request.years();
        if (years != null) {
            json.put("yearFrom", years.from()).put("yearTo", years.to());
        }
        Like like = request.like();
        if (like != null) {
            json.put("like", like.document().value() + (like.whole() ? "" : ":" + like.start() + "-" + like.end()));
        }
        return json;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// A search result; `hitCount` only when it was asked for. `total` counts what the request
    /// counts, `copies` and `stories` both. `months` only when one year is chosen, `likeWords` only
    /// of a search for what is like something; `incomplete` only where time ran out, and all numbers are
    /// at least; `offers` only where nothing was found, with the `parameters` that ask for each;
    /// `start` and `end` of `remarks` are UTF-16 units of the query. `storyCopies` and `storyCountries`
    /// of a hit are those of its story that match.
    public static ObjectNode result(SearchResult result) {
        ObjectNode json = object();
        json.put("query", result.query());
        json.put("understoodAs", result.understoodAs());
        strings(json.putArray("notes"), result.notes());
        if (!result.remarks().isEmpty()) {
            ArrayNode remarks = json.putArray("remarks");
            result.remarks()
                    .forEach(remark -> remarks.addObject()
                            .put("sentence", remark.sentence())
                            .put("start", remark.from())
                            .put("end", remark.to())
                            .put("error", remark.error()));
        }
        if (result.incomplete() != null) {
            json.put("incomplete", result.incomplete());
        }
        if (!result.offers().isEmpty()) {
            ArrayNode offers = json.putArray("offers");
            result.offers()
                    .forEach(offer -> offers.addObject()
                            .put("kind", offer.kind().name().toLowerCase(Locale.ROOT))
                            .put("sentence", offer.sentence())
                            .put("query", offer.query())
                            .put("total", offer.total())
                            .set("parameters", parameters(offer.request())));
        }
        json.put("total", result.total());
        json.put("copies", result.copies());
        json.put("stories", result.stories());
        json.put("inFurniture", result.inFurniture());
        if (result.hitCount() != null) {
            json.put("hitCount", result.hitCount());
        }
        json.put("tookMillis", result.took().toNanos() / 1e6);
        ArrayNode hits = json.putArray("hits");
        result.results().forEach(one -> hits.add(result(one)));
        ObjectNode facets = json.putObject("facets");
        new TreeMap<>(result.facets()).forEach((facet, values) -> values(facets.putArray(facet.key()), values));
        if (!result.months().isEmpty()) {
            values(json.putArray("months"), result.months());
        }
        if (!result.likeWords().isEmpty()) {
            strings(json.putArray("likeWords"), result.likeWords());
        }
        return json;
    }

    private static void values(ArrayNode array, List<FacetValue> values) {
        values.forEach(value -> array.addObject()
                .put("value", value.value())
                .put("label", value.label())
                .put("count", value.count()));
    }

    private static ObjectNode result(SearchResult.Result one) {
        ObjectNode json = object();
        json.put("id", one.id().value());
        StoryCopies story = one.story();
        json.put("story", story == null ? null : story.id());
        json.put("storyCopies", story == null ? 1 : story.copies());
        json.put("storySources", story == null ? null : story.sources());
        ArrayNode storyCountries = json.putArray("storyCountries");
        if (story != null) {
            strings(storyCountries, story.countries());
        }
        json.put("path", one.path());
        json.put("title", one.title());
        json.put("date", one.date());
        json.put("source", one.source());
        strings(json.putArray("countries"), one.countries());
        json.put("language", one.language());
        json.put("type", one.type());
        json.put("pages", one.pages());
        json.put("withoutText", one.withoutText());
        json.put("score", one.score());
        json.put("hitCount", one.hitCount());
        ArrayNode snippets = json.putArray("snippets");
        for (Snippet snippet : one.snippets()) {
            ObjectNode shape = snippets.addObject();
            shape.put("page", snippet.page());
            shape.put("layer", lower(snippet.layer()));
            shape.put("text", snippet.text());
            shape.put("start", snippet.start());
            shape.put("end", snippet.end());
            ArrayNode marks = shape.putArray("marks");
            snippet.marks()
                    .forEach(
                            mark -> marks.addObject().put("start", mark.start()).put("end", mark.end()));
        }
        return json;
    }

    /// What `describe` prints of one document.
    ///
    /// @param status `described`, `empty` or `failed`
    /// @param reason why it is empty or failed, else null
    public static ObjectNode description(
            Path file,
            String inner,
            @Nullable String id,
            String status,
            @Nullable String reason,
            @Nullable String mediaType,
            @Nullable Description description) {
        ObjectNode json = object();
        json.put("file", inner.isEmpty() ? file.toString() : file + "!/" + inner);
        json.put("id", id);
        json.put("status", status);
        json.put("reason", reason);
        json.put("mediaType", mediaType);
        if (description != null) {
            DocumentRecord record = description.record();
            json.put(
                    "language",
                    record.language() == null ? null : record.language().value());
            json.put("pages", description.text().pages());
            strings(json.putArray("pageLanguages"), description.text().pageLanguages());
            record(json, record);
            json.set("mentions", mentions(description.mentions()));
            json.put("body", description.text().body());
            json.put("furniture", description.text().furniture());
        }
        return json;
    }

    /// Adds the values of a record, each with its evidence.
    public static void record(ObjectNode json, DocumentRecord record) {
        json.set("title", evidenced(record.title()));
        evidenced(json.putArray("creators"), record.creators());
        json.set("date", evidenced(record.date()));
        json.set("source", evidenced(record.source()));
        ObjectNode countries = json.putObject("countries");
        evidenced(countries.putArray("about"), record.about());
        evidenced(countries.putArray("publishedIn"), record.publishedIn());
        json.set("languageEvidence", evidenced(record.language()));
        json.set("type", evidenced(record.type()));
        json.set("url", evidenced(record.url()));
        ObjectNode custom = json.putObject("custom");
        for (Map.Entry<String, Evidenced<String>> entry : record.custom().entrySet()) {
            custom.set(entry.getKey(), evidenced(entry.getValue()));
        }
    }

    /// Places in a text that count towards a country.
    static ArrayNode mentions(List<Mention> mentions) {
        ArrayNode array = MAPPER.createArrayNode();
        mentions.forEach(mention -> array.addObject()
                .put("country", mention.country())
                .put("start", mention.start())
                .put("end", mention.end()));
        return array;
    }

    /// The ledger's sums; `underWay` only while there is some.
    public static ObjectNode totals(LedgerTotals totals) {
        ObjectNode json = object();
        json.put("received", totals.received());
        json.put("indexed", totals.indexed());
        json.put("duplicate", totals.duplicate());
        json.put("skipped", totals.skipped());
        json.put("failed", totals.failed());
        if (totals.underWay() > 0) {
            json.put("underWay", totals.underWay());
        }
        return json;
    }

    /// One entry of the ledger.
    public static ObjectNode entry(LedgerEntry entry) {
        ObjectNode json = object();
        json.put("id", entry.id());
        json.put("path", entry.location().path());
        json.put("inner", entry.location().inner());
        json.put("size", entry.size());
        json.put("modified", entry.modified().toString());
        json.put("document", entry.document() == null ? null : entry.document().value());
        json.put("outcome", entry.outcome().label());
        json.put("reason", entry.reason());
        json.put("received", entry.received().toString());
        json.put("updated", entry.updated().toString());
        return json;
    }

    private static @Nullable ObjectNode evidenced(@Nullable Evidenced<?> value) {
        return value == null ? null : shape(value);
    }

    private static void evidenced(ArrayNode array, List<? extends Evidenced<?>> values) {
        values.forEach(value -> array.add(shape(value)));
    }

    private static ObjectNode shape(Evidenced<?> value) {
        ObjectNode json = object().put("value", value.value().toString());
        evidence(json, value.evidence());
        return json;
    }

    /// Adds where a value comes from: in one line, and the rule, the text it read and how sure it is by themselves.
    static void evidence(ObjectNode json, Evidence evidence) {
        json.put("evidence", evidence.describe());
        json.put("rule", evidence.rule());
        json.put("text", evidence.text());
        json.put("confidence", lower(evidence.confidence()));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
