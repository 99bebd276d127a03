package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.ConcurrentDrillSidewaysResult;
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
    private final @Nullable StoryIndex stories;

    CopySearch(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        this.snapshot = snapshot;
        this.request = request;
        stories = snapshot.stories();
    }

    Found find(Query match) throws IOException {
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
            return new Found(copies, copies, documents.of(counted.result), null, null, counted.facets);
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
                counted.facets);
    }

    private record Counted<T>(T result, Map<Facet, List<FacetValue>> facets) {}

    private <T> Counted<T> counted(DrillDownQuery query, CollectorManager<?, T> collectors) throws IOException {
        if (!request.facets()) {
            return new Counted<>(snapshot.search(query, collectors), Map.of());
        }
        @Nullable SortedSetDocValuesReaderState state = snapshot.facetState();
        if (state == null) {
            return new Counted<>(snapshot.search(query, collectors), FacetTable.table(_ -> Map.of(), request));
        }
        ConcurrentDrillSidewaysResult<T> sideways =
                new DrillSideways(snapshot, IndexSchema.FACETS, state).search(query, collectors);
        return new Counted<>(sideways.collectorResult, FacetTable.table(FacetTable.counts(sideways.facets), request));
    }
}
