package sourcebook.api;

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
import org.springframework.stereotype.Component;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Reads what is searched for from the parameters of an address: the same everywhere. [Searching] describes them.
@Component
final class SearchParameters {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;
    private static final Pattern LIKE = Pattern.compile("([0-9a-f]{1,64})(?::(\\d{1,9})-(\\d{1,9}))?");

    /// Beside those of the facets.
    private static final Set<String> NAMES =
            Set.of("q", "count", "yearFrom", "yearTo", "month", "like", "sort", "match");

    private final SearchEngine engine;

    SearchParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /// @param own names that the resource understands beside those of a search
    Parameters of(HttpServletRequest request, Set<String> own) {
        Set<String> names = new HashSet<>(NAMES);
        names.addAll(own);
        engine.facets().forEach(facet -> names.add(facet.parameter()));
        return Parameters.of(request, names);
    }

    /// The search as an address of the page can hold it.
    SearchRequest spelledOut(Parameters given) {
        return engine.spelledOut(request(given));
    }

    /// The search, with no stretch of results chosen.
    SearchRequest request(Parameters given) {
        return SearchRequest.of(given.text("q", ""))
                .withAnyWord(given.oneOf("match", "all", List.of("all", "any"), word -> word)
                        .equals("any"))
                .withStories(given.oneOf("count", "copies", List.of("copies", "stories"), word -> word)
                        .equals("stories"))
                .withRefinements(refinements(given))
                .withYears(years(given))
                .withLike(like(given))
                .withSort(given.oneOf("sort", Sort.RELEVANCE, List.of(Sort.values()), JsonShapes::lower));
    }

    private Map<Facet, Set<String>> refinements(Parameters given) {
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        Stream.concat(engine.facets().stream(), Stream.of(Facet.MONTH)).forEach(facet -> {
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
}
