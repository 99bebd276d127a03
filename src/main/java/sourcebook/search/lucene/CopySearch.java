package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.ConcurrentDrillSidewaysResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchRequest;

/// Answers a request that counts each document.
final class CopySearch {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Query match;
    private final @Nullable StoryIndex stories;

    /// @param match which documents match, before anything is chosen
    CopySearch(IndexSnapshot snapshot, SearchRequest request, Query match) throws IOException {
        this.snapshot = snapshot;
        this.request = request;
        this.match = match;
        stories = snapshot.stories();
    }

    Found find() throws IOException {
        DrillDownQuery query = FacetTable.refined(match, request);
        if (request.limit() == 0) {
            return found(
                    query,
                    new TotalHitCountCollectorManager(snapshot.getSlices()),
                    count -> (long) count,
                    _ -> List.of());
        }
        return found(
                query,
                ResultOrder.collecting(snapshot, request),
                (TopFieldDocs top) -> top.totalHits.value(),
                top -> ResultOrder.stretch(top.scoreDocs, request));
    }

    @FunctionalInterface
    private interface Part<T, P> {
        P of(T collected);
    }

    private <T> Found found(
            DrillDownQuery query,
            CollectorManager<?, T> collectors,
            Part<T, Long> total,
            Part<T, List<ScoreDoc>> documents)
            throws IOException {
        if (stories == null) {
            Counted<T> counted = counted(query, collectors);
            long copies = total.of(counted.result);
            return new Found(copies, copies, documents.of(counted.result), null, null, counted.facets, counted.months);
        }
        Counted<Object[]> counted =
                counted(query, new MultiCollectorManager(collectors, Matched.collecting(snapshot, false)));
        @SuppressWarnings("unchecked") // the results come in the order of the collectors
        T result = (T) counted.result[0];
        Matched matched = (Matched) counted.result[1];
        return new Found(
                total.of(result),
                stories.count(matched.documents()),
                documents.of(result),
                matched.documents(),
                null,
                counted.facets,
                counted.months);
    }

    private record Counted<T>(T result, Map<Facet, List<FacetValue>> facets, List<FacetValue> months) {}

    private <T> Counted<T> counted(DrillDownQuery query, CollectorManager<?, T> collectors) throws IOException {
        if (!request.facets()) {
            return new Counted<>(snapshot.search(query, collectors), Map.of(), List.of());
        }
        Set<Facet> facets = FacetTable.counted(snapshot.columns(), request);
        @Nullable SortedSetDocValuesReaderState state = snapshot.facetState();
        if (state == null) {
            return new Counted<>(
                    snapshot.search(query, collectors),
                    FacetTable.table(facets, _ -> Map.of(), request),
                    Months.table(request, Map::of));
        }
        ConcurrentDrillSidewaysResult<T> sideways =
                new DrillSideways(snapshot, IndexSchema.FACETS, state).search(query, collectors);
        FacetTable.Counts counts = FacetTable.counts(sideways.facets);
        return new Counted<>(
                sideways.collectorResult,
                FacetTable.table(facets, counts, request),
                Months.table(request, () -> months(counts, state)));
    }

    private Map<String, Long> months(FacetTable.Counts counts, SortedSetDocValuesReaderState state) throws IOException {
        if (FacetTable.chosen(Facet.MONTH, request).isEmpty()) {
            return counts.of(Facet.MONTH);
        }
        FacetsCollector all = snapshot.search(
                FacetTable.refined(new Unscored(match), request, Facet.MONTH), new FacetsCollectorManager());
        return FacetTable.counts(new SortedSetDocValuesFacetCounts(state, all)).of(Facet.MONTH);
    }
}
