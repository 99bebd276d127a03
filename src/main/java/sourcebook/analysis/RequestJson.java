package sourcebook.analysis;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a search asks, as JSON in the words of the REST interface's parameters. The stretch of results that a page
/// shows, and what is counted beside, are no part of it.
final class RequestJson {
    private RequestJson() {}

    static void write(ObjectNode json, SearchRequest request) {
        json.put("query", request.query());
        json.put("match", request.anyWord() ? "any" : "all");
        ObjectNode filters = json.putObject("filters");
        new TreeMap<>(request.refinements()).forEach((facet, values) -> {
            ArrayNode array = filters.putArray(facet.parameter());
            new TreeSet<>(values).forEach(array::add);
        });
        YearRange years = request.years();
        if (years != null) {
            json.putObject("years").put("from", years.from()).put("to", years.to());
        }
        json.put("count", request.stories() ? "stories" : "copies");
        json.put("sort", request.sort().name().toLowerCase(Locale.ROOT));
        Like like = request.like();
        if (like != null) {
            json.putObject("like")
                    .put("document", like.document().value())
                    .put("start", like.start())
                    .put("end", like.end());
        }
    }

    /// @throws IllegalArgumentException with a sentence when this is no search
    static SearchRequest read(JsonNode json) {
        Map<Facet, Set<String>> refinements = new TreeMap<>();
        for (Map.Entry<String, JsonNode> filter : json.path("filters").properties()) {
            Facet facet = Facet.ofParameter(filter.getKey())
                    .orElseThrow(() -> new IllegalArgumentException("There is no filter “" + filter.getKey() + "”."));
            Set<String> values = new LinkedHashSet<>();
            filter.getValue().forEach(value -> values.add(value.asString()));
            refinements.put(facet, values);
        }
        JsonNode years = json.path("years");
        JsonNode like = json.path("like");
        String sort = json.path("sort").asString("relevance");
        return SearchRequest.of(json.path("query").asString(""))
                .withAnyWord(json.path("match").asString("all").equals("any"))
                .withRefinements(refinements)
                .withYears(
                        years.isObject()
                                ? new YearRange(
                                        years.path("from").asInt(1),
                                        years.path("to").asInt(9_999))
                                : null)
                .withStories(json.path("count").asString("copies").equals("stories"))
                .withSort(sort(sort))
                .withLike(
                        like.isObject()
                                ? new Like(
                                        new DocumentId(like.path("document").asString("")),
                                        like.path("start").asInt(0),
                                        like.path("end").asInt(0))
                                : null)
                .withFacets(false);
    }

    private static Sort sort(String word) {
        for (Sort sort : Sort.values()) {
            if (sort.name().equalsIgnoreCase(word)) {
                return sort;
            }
        }
        throw new IllegalArgumentException("There is no order “" + word + "”.");
    }
}
