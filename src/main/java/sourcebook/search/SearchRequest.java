package sourcebook.search;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One question to the archive. Immutable; `withX` gives a changed copy.
///
/// @param query as typed; empty matches every document
/// @param anyWord true: any of the words may match (ranked retrieval); false: all must
/// @param refinements chosen values by facet; values of one facet are alternatives, facets are combined.
///     [Facet#UNKNOWN] chooses documents without a value
/// @param years chosen range of years, combined with `refinements`; documents without a date only match
///     if YEAR's
///     refinements hold [Facet#UNKNOWN]
/// @param offset results to skip
/// @param limit results to give, 0 for totals and facets alone
/// @param snippets most snippets for a result
/// @param countHits whether the exact number of hits over all matching documents is wanted
/// @param facets whether facets are counted
/// @param stories true: copies of one story count as one, in totals, results, facets and hit counts
///     alike; false: each
///     copy counts
/// @param like only what is like this document or passage, itself and its copies left out, the likest
///     first by
///     relevance; combined with all else. Null for everything
/// @param patience how long the costly parts of a search may take: patterns that stand for very many
///     words, words near
///     each other that are everywhere. Then it is answered with what was found until then, and says so in
///     [SearchResult#incomplete]
public record SearchRequest(
        String query,
        boolean anyWord,
        Map<Facet, Set<String>> refinements,
        @Nullable YearRange years,
        Sort sort,
        int offset,
        int limit,
        int snippets,
        boolean countHits,
        boolean facets,
        boolean stories,
        @Nullable Like like,
        Duration patience) {

    /// Longer than anything that is not costly takes, and as long as a person waits.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public SearchRequest {
        refinements = Map.copyOf(refinements);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("Offset and limit are not negative: " + offset + ", " + limit);
        }
    }

    /// A request that asks for nothing like anything.
    public SearchRequest(
            String query,
            boolean anyWord,
            Map<Facet, Set<String>> refinements,
            @Nullable YearRange years,
            Sort sort,
            int offset,
            int limit,
            int snippets,
            boolean countHits,
            boolean facets,
            boolean stories) {
        this(
                query,
                anyWord,
                refinements,
                years,
                sort,
                offset,
                limit,
                snippets,
                countHits,
                facets,
                stories,
                null,
                PATIENCE);
    }

    public static SearchRequest of(String query) {
        return new SearchRequest(query, false, Map.of(), null, Sort.RELEVANCE, 0, 10, 3, false, true, false);
    }

    /// Whether anything beside the query narrows what is found: a filter, a range of years, a likeness.
    public boolean narrowed() {
        return years != null
                || like != null
                || refinements.values().stream()
                        .anyMatch(values -> values.stream().anyMatch(value -> !value.isEmpty()));
    }

    public SearchRequest withQuery(String to) {
        return with(changed -> changed.query = to);
    }

    public SearchRequest withAnyWord(boolean to) {
        return with(changed -> changed.anyWord = to);
    }

    public SearchRequest withRefinements(Map<Facet, Set<String>> to) {
        return with(changed -> changed.refinements = to);
    }

    public SearchRequest withYears(@Nullable YearRange to) {
        return with(changed -> changed.years = to);
    }

    public SearchRequest withSort(Sort to) {
        return with(changed -> changed.sort = to);
    }

    public SearchRequest withPage(int toOffset, int toLimit) {
        return with(changed -> {
            changed.offset = toOffset;
            changed.limit = toLimit;
        });
    }

    public SearchRequest withSnippets(int to) {
        return with(changed -> changed.snippets = to);
    }

    public SearchRequest withCountHits(boolean to) {
        return with(changed -> changed.countHits = to);
    }

    public SearchRequest withFacets(boolean to) {
        return with(changed -> changed.facets = to);
    }

    public SearchRequest withStories(boolean to) {
        return with(changed -> changed.stories = to);
    }

    public SearchRequest withLike(@Nullable Like to) {
        return with(changed -> changed.like = to);
    }

    public SearchRequest withPatience(Duration to) {
        return with(changed -> changed.patience = to);
    }

    private SearchRequest with(Consumer<Changed> change) {
        Changed changed = new Changed(this);
        change.accept(changed);
        return changed.request();
    }

    /// A request that is being changed.
    private static final class Changed {
        private String query;
        private boolean anyWord;
        private Map<Facet, Set<String>> refinements;
        private @Nullable YearRange years;
        private Sort sort;
        private int offset;
        private int limit;
        private int snippets;
        private boolean countHits;
        private boolean facets;
        private boolean stories;
        private @Nullable Like like;
        private Duration patience;

        Changed(SearchRequest of) {
            query = of.query;
            anyWord = of.anyWord;
            refinements = of.refinements;
            years = of.years;
            sort = of.sort;
            offset = of.offset;
            limit = of.limit;
            snippets = of.snippets;
            countHits = of.countHits;
            facets = of.facets;
            stories = of.stories;
            like = of.like;
            patience = of.patience;
        }

        SearchRequest request() {
            return new SearchRequest(
                    query,
                    anyWord,
                    refinements,
                    years,
                    sort,
                    offset,
                    limit,
                    snippets,
                    countHits,
                    facets,
                    stories,
                    like,
                    patience);
        }
    }
}
