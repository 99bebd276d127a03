package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchRequest;

/// Answers a request that counts each document. The query is asked once: what is counted of it beside the results is
/// counted from the documents it found.
final class CopySearch {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Query match;
    private final boolean everything;

    /// @param match which documents match, before anything is chosen
    /// @param everything whether these are all there are
    CopySearch(IndexSnapshot snapshot, SearchRequest request, Query match, boolean everything) {
        this.snapshot = snapshot;
        this.request = request;
        this.match = match;
        this.everything = everything;
    }

    Found find() throws IOException {
        @Nullable Refinements chosen = request.facets() ? Refinements.of(snapshot, request) : null;
        Matched matched = matched(chosen);
        FixedBitSet documents = matched.documents();
        long copies = documents.cardinality();
        @Nullable StoryIndex stories = snapshot.stories();
        List<ScoreDoc> first = request.limit() == 0 ? List.of() : ResultOrder.stretch(matched.first(), request);
        long differing = stories == null ? copies : stories.count(documents);
        if (chosen == null) {
            return new Found(copies, differing, first, documents, null, Map.of(), List.of());
        }
        FacetTable.Counts counts = counts(chosen, matched);
        Set<Facet> facets = FacetTable.counted(snapshot.columns(), request);
        Map<Facet, List<FacetValue>> table = FacetTable.table(facets, counts, request);
        return new Found(copies, differing, first, documents, null, table, Months.table(request, counts));
    }

    private Matched matched(@Nullable Refinements chosen) throws IOException {
        if (everything && FacetTable.refining(request).isEmpty()) {
            ScoreDoc @Nullable [] first = request.limit() == 0
                    ? new ScoreDoc[0]
                    : FirstOfAll.of(snapshot.getIndexReader(), request.sort(), ResultOrder.wanted(snapshot, request));
            if (first != null) {
                return Matched.of(snapshot.everything(), first);
            }
        }
        return snapshot.search(
                chosen == null ? FacetTable.refined(match, request) : match,
                Matched.collecting(
                        snapshot,
                        chosen == null ? null : chosen.all(),
                        request.limit() == 0 ? null : ResultOrder.collecting(snapshot, request)));
    }

    private FacetTable.Counts counts(Refinements chosen, Matched matched) throws IOException {
        @Nullable FacetNames names = snapshot.facetNames();
        if (names == null) {
            return _ -> List.of();
        }
        CopyFacets narrowed = new CopyFacets(names, matched.documents());
        return facet -> FacetTable.chosenIn(facet, request)
                ? new CopyFacets(names, chosen.without(facet, matched.unchosen())).of(facet)
                : narrowed.of(facet);
    }
}
