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
import sourcebook.search.Furniture;
import sourcebook.search.Hit;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;
import sourcebook.search.lucene.QueryTranslation.Translated;

/// One request answered from one snapshot.
final class Search {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Question question;

    Search(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        this.snapshot = snapshot;
        this.request = snapshot.columns().named(request);
        question = new Question(snapshot, request);
    }

    SearchResult result() throws IOException {
        long start = System.nanoTime();
        boolean ranked = request.sort() == Sort.RELEVANCE && request.limit() > 0;
        Query match = ranked ? question.scored() : new Unscored(question.match());
        @Nullable StoryIndex stories = snapshot.stories();
        Found found = request.stories() && stories != null
                ? new StorySearch(snapshot, request, stories).find(match, ranked)
                : new CopySearch(snapshot, request, match).find();
        @Nullable Long hitCount = request.countHits() ? Long.valueOf(hitCount(found.shown())) : null;
        List<SearchResult.Result> results = results(found);
        return new SearchResult(
                request.query(),
                question.parsed().understoodAs(),
                question.notes(),
                request.stories() ? found.stories() : found.copies(),
                found.copies(),
                found.stories(),
                inFurniture(),
                hitCount,
                Duration.ofNanos(System.nanoTime() - start),
                results,
                found.facets(),
                found.months(),
                question.likeWords());
    }

    private long hitCount(@Nullable FixedBitSet shown) throws IOException {
        HitFinder text = question.textHits();
        HitFinder furniture = question.furnitureHits();
        if (shown != null) {
            long count = 0;
            for (int document = StoryIndex.first(shown);
                    StoryIndex.more(document);
                    document = StoryIndex.next(shown, document)) {
                count += text.in(document).size() + furniture.in(document).size();
            }
            return count;
        }
        boolean everywhere = question.onlyHits() && request.refinements().isEmpty() && request.years() == null;
        if (everywhere) {
            return text.count();
        }
        Query matching = FacetTable.refined(question.match(), request);
        return text.countIn(matching) + furniture.countIn(matching);
    }

    /// How many documents or stories would be found in the furniture instead.
    private @Nullable Long inFurniture() throws IOException {
        Optional<sourcebook.search.Query> asked = Furniture.of(question.parsed().query());
        if (asked.isEmpty()) {
            return null;
        }
        if (snapshot.getIndexReader().getDocCount(IndexSchema.FURNITURE) == 0) {
            return 0L;
        }
        Query match = QueryTranslation.translate(asked.get(), snapshot.getIndexReader())
                .match();
        Query refined = FacetTable.refined(new Unscored(question.narrowed(match)), request);
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
                QueryTranslation.translate(Question.parsed(query, snapshot).query(), snapshot.getIndexReader());
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
        return Question.hits(
                new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits()).in(number),
                new HitFinder(snapshot, IndexSchema.FURNITURE, translated.furnitureHits()).in(number),
                pageStarts);
    }

    private List<SearchResult.Result> results(Found found) throws IOException {
        ResultReader reader = new ResultReader(
                snapshot.storedFields(),
                question.textHits(),
                question.furnitureHits(),
                question.titleMarks(),
                StoryTable.of(snapshot, found.matching(), found.documents()),
                request.snippets());
        List<SearchResult.Result> results = new ArrayList<>(found.documents().size());
        for (ScoreDoc document : found.documents()) {
            results.add(reader.read(document.doc, score(request, document)));
        }
        return results;
    }

    static double score(SearchRequest request, ScoreDoc document) {
        return request.sort() == Sort.RELEVANCE
                        && document instanceof FieldDoc scored
                        && scored.fields[0] instanceof Float score
                ? score
                : 0;
    }
}
