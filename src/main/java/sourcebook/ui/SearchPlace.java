package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// The search view.
///
/// @param refinements chosen values by facet; a facet without chosen values is absent
/// @param sort null for the usual one: by relevance, or newest first when nothing is asked
/// @param page of results, 1-based
/// @param stories whether copies of one story count as one
/// @param like only what is like this document or passage, null for everything
/// @param map the facet of countries that is shown as a map, null for none
/// @param against address of the search that this one will be compared with, null for none
record SearchPlace(
        String query,
        Map<Facet, Set<String>> refinements,
        @Nullable YearRange years,
        @Nullable Sort sort,
        int page,
        boolean stories,
        @Nullable LikeThis like,
        @Nullable Facet map,
        @Nullable String against) {
    /// Farther than anybody turns; what lies before it can be counted in an `int`.
    private static final int LAST_PAGE = 1_000_000;

    private static final Map<String, Facet> MAPS = Map.of("about", Facet.COUNTRY, "published", Facet.PUBLISHED_IN);
    static final SearchPlace START = new SearchPlace("", Map.of(), null, null, 1, false, null, null, null);

    SearchPlace {
        Map<Facet, Set<String>> kept = new TreeMap<>();
        refinements.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, new TreeSet<>(values));
            }
        });
        refinements = kept;
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    static SearchPlace of(QueryParameters parameters) {
        return of(parameters, "page");
    }

    /// @param pageName of the parameter that holds the page of results
    static SearchPlace of(QueryParameters parameters, String pageName) {
        Map<Facet, Set<String>> refinements = new TreeMap<>();
        parameters
                .getParameters()
                .forEach((name, values) -> Facet.ofParameter(name)
                        .ifPresent(facet -> refinements.put(facet, new LinkedHashSet<>(values))));
        return new SearchPlace(
                parameters.getSingleParameter("q").orElse(""),
                refinements,
                parameters
                        .getSingleParameter("years")
                        .flatMap(Parameters::years)
                        .orElse(null),
                parameters.getSingleParameter("sort").flatMap(Parameters::sort).orElse(null),
                Parameters.number(parameters, pageName).orElse(1),
                parameters.getSingleParameter("count").filter("stories"::equals).isPresent(),
                parameters.getSingleParameter("like").flatMap(LikeThis::of).orElse(null),
                parameters.getSingleParameter("map").map(MAPS::get).orElse(null),
                parameters.getSingleParameter("against").orElse(null));
    }

    /// The order that holds: the chosen one, or the usual one.
    Sort order() {
        if (sort != null) {
            return sort;
        }
        return query.isBlank() && like == null ? Sort.NEWEST : Sort.RELEVANCE;
    }

    boolean chosen(Facet facet, String value) {
        return refinements.getOrDefault(facet, Set.of()).contains(value);
    }

    boolean refined() {
        return years != null || !refinements.isEmpty();
    }

    /// Whether nothing is asked and nothing chosen: the place to begin at.
    boolean asksNothing() {
        return query.isBlank() && !refined() && like == null && sort == null && against == null && page == 1;
    }

    SearchPlace withQuery(String to) {
        return new SearchPlace(to, refinements, years, null, 1, stories, like, map, against);
    }

    /// The query with a further condition.
    ///
    /// @param understood how the query was read
    SearchPlace narrowed(String understood, String condition) {
        return withQuery(understood.isBlank() ? condition : "(" + understood + ") " + condition);
    }

    SearchPlace withYears(@Nullable YearRange to) {
        return new SearchPlace(query, refinements, to, sort, 1, stories, like, map, against);
    }

    SearchPlace withSort(@Nullable Sort to) {
        return new SearchPlace(query, refinements, years, to, 1, stories, like, map, against);
    }

    SearchPlace withPage(int to) {
        return new SearchPlace(query, refinements, years, sort, to, stories, like, map, against);
    }

    SearchPlace withoutRefinements() {
        return new SearchPlace(query, Map.of(), null, sort, 1, stories, like, map, against);
    }

    /// Counts stories, or each copy.
    SearchPlace withStories(boolean to) {
        return new SearchPlace(query, refinements, years, sort, 1, to, like, map, against);
    }

    /// Only what is like a document or a passage; null for everything again.
    SearchPlace withLike(@Nullable LikeThis to) {
        return new SearchPlace(query, refinements, years, to == null ? sort : null, 1, stories, to, map, against);
    }

    /// Shows a facet of countries as a map, null for none.
    SearchPlace withMap(@Nullable Facet to) {
        return new SearchPlace(query, refinements, years, sort, page, stories, like, to, against);
    }

    /// With another search kept, by its address, to compare this one with; null for none.
    SearchPlace withAgainst(@Nullable String to) {
        return new SearchPlace(query, refinements, years, sort, page, stories, like, map, to);
    }

    /// Nothing chosen of this facet.
    SearchPlace without(Facet facet) {
        return choosing(facet, Set.of());
    }

    /// Exactly these values of a facet.
    SearchPlace choosing(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> changed = new TreeMap<>();
        changed.putAll(refinements);
        changed.put(facet, values);
        return new SearchPlace(query, changed, years, sort, 1, stories, like, map, against);
    }

    /// Chooses a value, or takes it back.
    SearchPlace toggled(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(refinements.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return choosing(facet, values);
    }

    /// What this place asks for.
    ///
    /// @param engine that knows the document whose like is wanted by its short id
    SearchRequest request(SearchEngine engine, int perPage, int snippets) {
        return request(perPage, snippets).withLike(like == null ? null : like.in(engine));
    }

    /// The same for a place that asks for nothing like anything.
    SearchRequest request(int perPage, int snippets) {
        return new SearchRequest(
                query,
                false,
                refinements,
                years,
                order(),
                (page - 1) * perPage,
                perPage,
                snippets,
                true,
                true,
                stories);
    }

    /// The place that asks for something else, all of whose words must match.
    SearchPlace asking(SearchRequest other) {
        return new SearchPlace(other.query(), other.refinements(), other.years(), null, 1, stories, like, map, against);
    }

    String address() {
        StringJoiner address = new StringJoiner("&", "?", "").setEmptyValue("");
        describe(address, "page");
        return address.toString();
    }

    /// Writes what this place holds.
    void describe(StringJoiner address, String pageName) {
        if (!query.isEmpty()) {
            Parameters.add(address, "q", query);
        }
        refinements.forEach(
                (facet, values) -> values.forEach(value -> Parameters.add(address, facet.parameter(), value)));
        if (years != null) {
            Parameters.add(address, "years", years.from() + "-" + years.to());
        }
        if (sort != null) {
            Parameters.add(address, "sort", sort.name().toLowerCase(Locale.ROOT));
        }
        if (stories) {
            Parameters.add(address, "count", "stories");
        }
        if (like != null) {
            Parameters.add(address, "like", like.written());
        }
        MAPS.forEach((name, facet) -> {
            if (facet.equals(map)) {
                Parameters.add(address, "map", name);
            }
        });
        if (against != null) {
            Parameters.add(address, "against", against);
        }
        if (page > 1) {
            Parameters.add(address, pageName, Integer.toString(page));
        }
    }
}
