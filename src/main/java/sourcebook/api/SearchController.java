package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;
import tools.jackson.databind.node.ObjectNode;

/// Searching.
@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search")
final class SearchController {
    private static final int MOST_RESULTS = 1_000; // in one answer; further ones by offset
    private static final int MOST_SNIPPETS = 100;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;
    private static final Pattern LIKE = Pattern.compile("([0-9a-f]{1,64})(?::(\\d{1,9})-(\\d{1,9}))?");

    /// Beside those of the facets.
    private static final Set<String> NAMES = Set.of(
            "q",
            "count",
            "yearFrom",
            "yearTo",
            "month",
            "like",
            "sort",
            "match",
            "offset",
            "limit",
            "snippets",
            "countHits",
            "facets");

    private final SearchEngine engine;

    SearchController(SearchEngine engine) {
        this.engine = engine;
    }

    @GetMapping
    @Operation(
            summary = "Search the archive",
            description =
                    "An empty query matches every document. Totals, facets and hit counts are exact. Values of one "
                            + "facet are alternatives, facets are combined; the value `unknown` chooses documents without one. "
                            + "`copies` and `stories` are both given, `total` is the one that is counted; `inFurniture` is "
                            + "the total of the same query in the text around the works, null if it asks for no words.")
    @Parameter(in = QUERY, name = "q", description = "The query, in the query language")
    @Parameter(
            in = QUERY,
            name = "country",
            description = "ISO 3166 code, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "publishedIn",
            description = "ISO 3166 code, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "source",
            description = "Outlet or publisher, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "language",
            description = "ISO 639 code, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "type",
            description = "Kind of document, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "year",
            description = "Year, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "month",
            description = "Month such as 2014-03, repeatable; together with its year",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "x.NAME",
            description =
                    "A value of the facet NAME, which the archive's settings make of a sidecar's column; repeatable",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            in = QUERY,
            name = "like",
            description = "Only what is like this document: its id, or how it begins; with :START-END behind it like "
                    + "that passage of its text. It and its copies are left out; by relevance the likest come first")
    @Parameter(in = QUERY, name = "yearFrom", description = "First year of a range", schema = @Schema(type = "integer"))
    @Parameter(in = QUERY, name = "yearTo", description = "Last year of a range", schema = @Schema(type = "integer"))
    @Parameter(
            in = QUERY,
            name = "sort",
            schema =
                    @Schema(
                            allowableValues = {"relevance", "newest", "oldest"},
                            defaultValue = "relevance"))
    @Parameter(
            in = QUERY,
            name = "match",
            description = "Whether all words must match or any may",
            schema =
                    @Schema(
                            allowableValues = {"all", "any"},
                            defaultValue = "all"))
    @Parameter(
            in = QUERY,
            name = "count",
            description = "Whether each copy of a story counts, or all of them as one: in totals, results, facets and "
                    + "hit counts alike. For a story the earliest dated of its matching copies is given",
            schema =
                    @Schema(
                            allowableValues = {"copies", "stories"},
                            defaultValue = "copies"))
    @Parameter(in = QUERY, name = "offset", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = QUERY,
            name = "limit",
            description = "0 gives totals and facets alone",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "10"))
    @Parameter(
            in = QUERY,
            name = "snippets",
            description = "Most snippets for a result",
            schema = @Schema(type = "integer", minimum = "0", maximum = "100", defaultValue = "3"))
    @Parameter(
            in = QUERY,
            name = "countHits",
            description = "Count the hits over all matching documents",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(in = QUERY, name = "facets", schema = @Schema(type = "boolean", defaultValue = "true"))
    ObjectNode search(@Parameter(hidden = true) HttpServletRequest request) {
        List<Facet> facets = engine.facets();
        Parameters given = Parameters.of(request, names(facets));
        SearchRequest asked = SearchRequest.of(given.text("q", ""))
                .withAnyWord(given.oneOf("match", "all", List.of("all", "any"), word -> word)
                        .equals("any"))
                .withStories(given.oneOf("count", "copies", List.of("copies", "stories"), word -> word)
                        .equals("stories"))
                .withRefinements(refinements(given, facets))
                .withYears(years(given))
                .withLike(like(given))
                .withSort(given.oneOf("sort", Sort.RELEVANCE, List.of(Sort.values()), JsonShapes::lower))
                .withPage(given.number("offset", 0, 0, Integer.MAX_VALUE), given.number("limit", 10, 0, MOST_RESULTS))
                .withSnippets(given.number("snippets", 3, 0, MOST_SNIPPETS))
                .withCountHits(given.flag("countHits", false))
                .withFacets(given.flag("facets", true));
        return JsonShapes.result(engine.search(asked));
    }

    private static Map<Facet, Set<String>> refinements(Parameters given, List<Facet> facets) {
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        Stream.concat(facets.stream(), Stream.of(Facet.MONTH)).forEach(facet -> {
            List<String> values = given.all(facet.parameter());
            if (!values.isEmpty()) {
                chosen.put(facet, new LinkedHashSet<>(values));
            }
        });
        for (String year : chosen.getOrDefault(Facet.YEAR, Set.of())) {
            if (!year.matches("\\d{1,4}") && !year.equals(Facet.UNKNOWN)) {
                throw new BadRequest("The parameter year is a year or “" + Facet.UNKNOWN + "”, not “" + year + "”.");
            }
        }
        for (String month : chosen.getOrDefault(Facet.MONTH, Set.of())) {
            if (!month.matches("\\d{4}-\\d{2}") && !month.equals(Facet.UNKNOWN)) {
                throw new BadRequest("The parameter month is a month such as 2014-03 or “" + Facet.UNKNOWN + "”, not “"
                        + month + "”.");
            }
        }
        return chosen;
    }

    /// `ID` or, of a passage, `ID:START-END`.
    private @Nullable Like like(Parameters given) {
        String text = given.text("like", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = LIKE.matcher(text);
        if (!form.matches()) {
            throw new BadRequest("The parameter like is a document's id, with :START-END behind it for a passage, not “"
                    + text + "”.");
        }
        DocumentId document = engine.find(form.group(1))
                .orElseThrow(
                        () -> new BadRequest("No document's id begins with “" + form.group(1) + "”, or several do."));
        if (form.group(2) == null) {
            return Like.of(document);
        }
        try {
            return new Like(document, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        } catch (IllegalArgumentException reversed) {
            BadRequest wrong =
                    new BadRequest("The passage of the parameter like ends before it begins: “" + text + "”.");
            wrong.initCause(reversed);
            throw wrong;
        }
    }

    private static @Nullable YearRange years(Parameters given) {
        if (given.text("yearFrom", "").isBlank() && given.text("yearTo", "").isBlank()) {
            return null;
        }
        int from = given.number("yearFrom", FIRST_YEAR, FIRST_YEAR, LAST_YEAR);
        int to = given.number("yearTo", LAST_YEAR, FIRST_YEAR, LAST_YEAR);
        if (from > to) {
            throw new BadRequest("The parameter yearFrom is after yearTo: " + from + " and " + to + ".");
        }
        return new YearRange(from, to);
    }

    private static Set<String> names(List<Facet> facets) {
        Set<String> names = new HashSet<>(NAMES);
        facets.forEach(facet -> names.add(facet.parameter()));
        return names;
    }
}
