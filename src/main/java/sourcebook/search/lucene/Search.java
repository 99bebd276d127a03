package sourcebook.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.ConcurrentDrillSidewaysResult;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.ParsedQuery;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;
import sourcebook.search.lucene.QueryTranslation.Translated;

/// One request answered from one snapshot.
final class Search {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final ParsedQuery parsed;
    private final Translated translated;

    Search(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        this.snapshot = snapshot;
        this.request = request;
        parsed = request.anyWord() ? anyWord(request.query()) : QueryParser.parse(request.query());
        translated = QueryTranslation.translate(parsed.query(), snapshot.getIndexReader());
    }

    private static ParsedQuery anyWord(String query) {
        ParsedQuery typed = QueryParser.parse(AnyWord.quiet(query));
        return ParsedQuery.of(AnyWord.loosened(typed.query()), typed.notes());
    }

    SearchResult result() throws IOException {
        long start = System.nanoTime();
        boolean ranked = request.sort() == Sort.RELEVANCE && request.limit() > 0;
        Query match = ranked ? translated.scored() : new Unscored(translated.match());
        Found found = found(FacetTable.refined(match, request));
        @Nullable Long hitCount = request.countHits() ? Long.valueOf(hitCount()) : null;
        List<SearchResult.Result> results = results(found.documents);
        List<String> notes = new ArrayList<>(parsed.notes());
        notes.addAll(translated.notes());
        return new SearchResult(
                request.query(),
                parsed.understoodAs(),
                notes,
                found.total,
                found.total,
                found.total,
                null,
                hitCount,
                Duration.ofNanos(System.nanoTime() - start),
                results,
                found.facets);
    }

    private long hitCount() throws IOException {
        boolean everywhere = parsed.query() instanceof sourcebook.search.Query.Leaf
                && request.refinements().isEmpty()
                && request.years() == null;
        return everywhere ? places().count() : places().countIn(FacetTable.refined(translated.match(), request));
    }

    /// All hits of a query in one document; none if it does not match.
    static List<Hit> hits(IndexSnapshot snapshot, DocumentId document, String query) throws IOException {
        Translated translated =
                QueryTranslation.translate(QueryParser.parse(query).query(), snapshot.getIndexReader());
        TopDocs found = snapshot.search(new TermQuery(new Term(IndexSchema.ID, document.value())), 1);
        if (found.scoreDocs.length == 0) {
            return List.of();
        }
        int number = found.scoreDocs[0].doc;
        if (!snapshot.explain(translated.match(), number).isMatch()) {
            return List.of();
        }
        List<Integer> pageStarts = IndexSchema.unpacked(snapshot.storedFields()
                .document(number, Set.of(IndexSchema.STORED_PAGES))
                .getBinaryValue(IndexSchema.STORED_PAGES));
        return new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits())
                .in(number).stream()
                        .map(range ->
                                new Hit(range.start(), range.end(), DocumentText.pageAt(pageStarts, range.start())))
                        .toList();
    }

    private record Found(long total, List<ScoreDoc> documents, Map<Facet, List<FacetValue>> facets) {}

    private Found found(DrillDownQuery query) throws IOException {
        if (request.limit() == 0) {
            Counted<Integer> counted = counted(query, new TotalHitCountCollectorManager(snapshot.getSlices()));
            return new Found(counted.result, List.of(), counted.facets);
        }
        long wanted = (long) request.offset() + request.limit();
        int most = (int)
                Math.clamp(wanted, 1, Math.max(1, snapshot.getIndexReader().maxDoc()));
        Counted<TopFieldDocs> counted =
                counted(query, new TopFieldCollectorManager(order(), most, null, Integer.MAX_VALUE));
        ScoreDoc[] documents = counted.result.scoreDocs;
        return new Found(
                counted.result.totalHits.value(),
                Arrays.asList(documents).subList(Math.min(request.offset(), documents.length), documents.length),
                counted.facets);
    }

    private record Counted<T>(T result, Map<Facet, List<FacetValue>> facets) {}

    private <T> Counted<T> counted(DrillDownQuery query, CollectorManager<?, T> collectors) throws IOException {
        if (!request.facets()) {
            return new Counted<>(snapshot.search(query, collectors), Map.of());
        }
        @Nullable SortedSetDocValuesReaderState state = snapshot.facetState();
        if (state == null) {
            return new Counted<>(snapshot.search(query, collectors), FacetTable.table(null, request));
        }
        ConcurrentDrillSidewaysResult<T> sideways =
                new DrillSideways(snapshot, IndexSchema.FACETS, state).search(query, collectors);
        return new Counted<>(sideways.collectorResult, FacetTable.table(sideways.facets, request));
    }

    private org.apache.lucene.search.Sort order() {
        SortField byId = new SortField(IndexSchema.ID, SortField.Type.STRING);
        return switch (request.sort()) {
            case RELEVANCE -> new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, byId);
            case NEWEST -> new org.apache.lucene.search.Sort(byDay(true, Long.MIN_VALUE), byId);
            case OLDEST -> new org.apache.lucene.search.Sort(byDay(false, Long.MAX_VALUE), byId);
        };
    }

    private static SortField byDay(boolean newestFirst, long undated) {
        return new SortField(IndexSchema.DAY, SortField.Type.LONG, newestFirst, undated);
    }

    private HitFinder places() throws IOException {
        return new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits());
    }

    private List<SearchResult.Result> results(List<ScoreDoc> documents) throws IOException {
        ResultReader reader = new ResultReader(
                snapshot.storedFields(),
                places(),
                new HitFinder(snapshot, IndexSchema.TITLE, translated.titleMarks()),
                request.snippets());
        List<SearchResult.Result> results = new ArrayList<>(documents.size());
        for (ScoreDoc document : documents) {
            results.add(reader.read(document.doc, score(document)));
        }
        return results;
    }

    private double score(ScoreDoc document) {
        return request.sort() == Sort.RELEVANCE
                        && document instanceof FieldDoc scored
                        && scored.fields[0] instanceof Float score
                ? score
                : 0;
    }
}
