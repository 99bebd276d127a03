package sourcebook.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;

/// What a concordance is made of.
///
/// @param search whose hits; its stretch, snippets and facets do not matter
/// @param group the lines stand by the values of this facet, in the facet's order; null for no groups
/// @param only one value of `group`, whose lines alone are given; null for all
public record ConcordanceRequest(
        SearchRequest search,
        ConcordanceSort sort,
        Context context,
        @Nullable Facet group,
        @Nullable String only) {

    public ConcordanceRequest {
        search = search.withPage(0, 0).withSnippets(0).withFacets(false).withCountHits(false);
        if (only != null) {
            Objects.requireNonNull(group, "A value is one of a facet");
        }
    }

    public static ConcordanceRequest of(SearchRequest search) {
        return new ConcordanceRequest(search, ConcordanceSort.DOCUMENT, Context.USUAL, null, null);
    }

    public ConcordanceRequest withSort(ConcordanceSort to) {
        return new ConcordanceRequest(search, to, context, group, only);
    }

    public ConcordanceRequest withContext(Context to) {
        return new ConcordanceRequest(search, sort, to, group, only);
    }

    /// @param value null for all values
    public ConcordanceRequest withGroup(@Nullable Facet to, @Nullable String value) {
        return new ConcordanceRequest(search, sort, context, to, value);
    }
}
