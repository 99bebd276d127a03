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
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;

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
                .withYears(years.isMissingNode() || years.isNull() ? null : years(years))
                .withStories(json.path("count").asString("copies").equals("stories"))
                .withSort(sort(sort))
                .withLike(like.isMissingNode() || like.isNull() ? null : like(like))
                .withFacets(false);
    }

    private static YearRange years(JsonNode years) {
        int from = number(years.path("from"), FIRST_YEAR);
        int to = number(years.path("to"), LAST_YEAR);
        if (!years.isObject() || from < FIRST_YEAR || to > LAST_YEAR || from > to) {
            throw new IllegalArgumentException("The years " + years + " are no range: they run upward from "
                    + FIRST_YEAR + " to " + LAST_YEAR + " at most.");
        }
        return new YearRange(from, to);
    }

    private static Like like(JsonNode like) {
        String document = like.path("document").asString("");
        int start = number(like.path("start"), 0);
        int end = number(like.path("end"), 0);
        if (!document.matches("[0-9a-f]{64}") || start < 0 || end < start) {
            throw new IllegalArgumentException("What documents are to be like, " + like + ", is no passage.");
        }
        return new Like(new DocumentId(document), start, end);
    }

    /// -1 for what is no whole number.
    private static int number(JsonNode json, int otherwise) {
        return json.isMissingNode() || json.isNull() ? otherwise : json.canConvertToInt() ? json.asInt(-1) : -1;
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
