package sourcebook.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Furniture;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
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
        @Nullable StoryIndex stories = snapshot.stories();
        Found found = request.stories() && stories != null
                ? new StorySearch(snapshot, request, stories).find(match, ranked)
                : new CopySearch(snapshot, request).find(match);
        @Nullable Long hitCount = request.countHits() ? Long.valueOf(hitCount(found.shown())) : null;
        List<SearchResult.Result> results = results(found);
        List<String> notes = new ArrayList<>(parsed.notes());
        notes.addAll(translated.notes());
        return new SearchResult(
                request.query(),
                parsed.understoodAs(),
                notes,
                request.stories() ? found.stories() : found.copies(),
                found.copies(),
                found.stories(),
                inFurniture(),
                hitCount,
                Duration.ofNanos(System.nanoTime() - start),
                results,
                found.facets());
    }

    private long hitCount(@Nullable FixedBitSet shown) throws IOException {
        HitFinder text = places(IndexSchema.TEXT, translated.textHits());
        HitFinder furniture = places(IndexSchema.FURNITURE, translated.furnitureHits());
        if (shown != null) {
            long count = 0;
            for (int document = StoryIndex.first(shown);
                    StoryIndex.more(document);
                    document = StoryIndex.next(shown, document)) {
                count += text.in(document).size() + furniture.in(document).size();
            }
            return count;
        }
        boolean everywhere = parsed.query() instanceof sourcebook.search.Query.Leaf
                && request.refinements().isEmpty()
                && request.years() == null;
        if (everywhere) {
            return text.count();
        }
        Query matching = FacetTable.refined(translated.match(), request);
        return text.countIn(matching) + furniture.countIn(matching);
    }

    /// How many documents or stories would be found in the furniture instead.
    private @Nullable Long inFurniture() throws IOException {
        Optional<sourcebook.search.Query> asked = Furniture.of(parsed.query());
        if (asked.isEmpty()) {
            return null;
        }
        if (snapshot.getIndexReader().getDocCount(IndexSchema.FURNITURE) == 0) {
            return 0L;
        }
        Query match = QueryTranslation.translate(asked.get(), snapshot.getIndexReader())
                .match();
        Query refined = FacetTable.refined(new Unscored(match), request);
        @Nullable StoryIndex stories = snapshot.stories();
        if (!request.stories() || stories == null) {
            return (long) snapshot.count(refined);
        }
        return stories.count(
                snapshot.search(refined, Matched.collecting(snapshot, false)).documents());
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
        List<Hit> hits = new ArrayList<>();
        for (Range range : new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits()).in(number)) {
            hits.add(new Hit(range.start(), range.end(), DocumentText.pageAt(pageStarts, range.start()), Layer.TEXT));
        }
        for (Range range : new HitFinder(snapshot, IndexSchema.FURNITURE, translated.furnitureHits()).in(number)) {
            hits.add(new Hit(range.start(), range.end(), 1, Layer.FURNITURE));
        }
        return hits;
    }

    private HitFinder places(String field, @Nullable Query query) throws IOException {
        return new HitFinder(snapshot, field, query);
    }

    private List<SearchResult.Result> results(Found found) throws IOException {
        ResultReader reader = new ResultReader(
                snapshot.storedFields(),
                places(IndexSchema.TEXT, translated.textHits()),
                places(IndexSchema.FURNITURE, translated.furnitureHits()),
                places(IndexSchema.TITLE, translated.titleMarks()),
                StoryTable.of(snapshot, found.matching(), found.documents()),
                request.snippets());
        List<SearchResult.Result> results = new ArrayList<>(found.documents().size());
        for (ScoreDoc document : found.documents()) {
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
