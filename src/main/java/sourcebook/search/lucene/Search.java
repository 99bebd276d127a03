package sourcebook.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Asker;
import sourcebook.search.Furniture;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// One request answered from one snapshot.
final class Search {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Asker asker;
    private final Deadline deadline;
    private final Question question;

    Search(IndexSnapshot snapshot, SearchRequest request, Asker asker) throws IOException {
        this.snapshot = snapshot;
        this.asker = asker;
        this.request = snapshot.columns().named(request);
        deadline = Deadline.in(request.patience(), asker);
        question = new Question(snapshot, request, deadline);
    }

    SearchResult result() throws IOException {
        long start = System.nanoTime();
        Found found = found(question);
        deadline.wanted();
        boolean broken = deadline.passed();
        Deadline further = broken ? Deadline.in(request.patience(), asker) : deadline;
        Question shown = broken ? new Question(snapshot, request, further) : question;
        @Nullable Long hitCount = request.countHits() ? Long.valueOf(hitCount(shown, found)) : null;
        List<SearchResult.Result> results = results(shown, found);
        @Nullable Long inFurniture = broken ? null : inFurniture();
        further.wanted();
        long total = request.stories() ? found.stories() : found.copies();
        boolean incomplete = broken || further.passed();
        return new SearchResult(
                request.query(),
                question.parsed().understoodAs(),
                question.notes(),
                total,
                found.copies(),
                found.stories(),
                inFurniture,
                hitCount,
                Duration.ofNanos(System.nanoTime() - start),
                results,
                found.facets(),
                found.months(),
                question.likeWords(),
                question.remarks(),
                question.parsed().chips(),
                incomplete ? brokenOff() : null,
                total > 0 || incomplete ? List.of() : new Offers(snapshot, request, asker).all(inFurniture));
    }

    private String brokenOff() {
        return brokenOff(request.patience()) + " All numbers are at least.";
    }

    /// What is said of a search that took longer than it may.
    static String brokenOff(Duration patience) {
        long seconds = Math.max(1, patience.toSeconds());
        return "The search was broken off after " + seconds + (seconds == 1 ? " second" : " seconds")
                + ": some parts of the query stand for too many words.";
    }

    /// How many documents, or stories, match; 0 if that takes too long.
    static long total(IndexSnapshot snapshot, SearchRequest request, Asker asker) throws IOException {
        Search search = new Search(snapshot, request.withPage(0, 0).withFacets(false), asker);
        Found found = search.found(search.question);
        search.deadline.wanted();
        return search.deadline.passed() ? 0 : request.stories() ? found.stories() : found.copies();
    }

    private Found found(Question asked) throws IOException {
        boolean ranked = request.sort() == Sort.RELEVANCE && request.limit() > 0;
        @Nullable StoryIndex stories = snapshot.stories();
        try {
            if (stories == null && numbersAlone()) {
                long counted = asked.counted();
                if (counted >= 0) {
                    return Found.counted(counted);
                }
            }
            return request.stories() && stories != null
                    ? new StorySearch(snapshot, request, stories).find(match(asked, ranked), ranked)
                    : new CopySearch(snapshot, request, match(asked, ranked), asked.everything()).find();
        } catch (CollectionTerminatedException broken) { // before anything was collected
            return Found.NOTHING;
        }
    }

    private static Query match(Question asked, boolean ranked) throws IOException {
        return ranked ? asked.scored() : new Unscored(asked.match());
    }

    /// Whether nothing is chosen and nothing wanted but how much there is.
    private boolean numbersAlone() {
        return request.limit() == 0
                && !request.facets()
                && request.years() == null
                && request.refinements().isEmpty();
    }

    private long hitCount(Question asked, Found found) throws IOException {
        HitFinder text = asked.textHits();
        @Nullable FixedBitSet counted = found.shown();
        if (counted == null) {
            boolean everywhere = asked.onlyHits() && request.refinements().isEmpty() && request.years() == null;
            if (everywhere) {
                return text.count();
            }
            counted = found.matching();
        }
        return counted == null ? 0 : text.count(counted) + asked.furnitureHits().count(counted);
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
        Query match = QueryTranslation.translate(asked.get(), snapshot.getIndexReader(), deadline)
                .match();
        Query refined = FacetTable.refined(new Unscored(question.narrowed(match)), request);
        @Nullable StoryIndex stories = snapshot.stories();
        FixedBitSet documents =
                snapshot.search(refined, Matched.collecting(snapshot, false)).documents();
        if (deadline.passed()) {
            return null;
        }
        return !request.stories() || stories == null ? (long) documents.cardinality() : stories.count(documents);
    }

    private List<SearchResult.Result> results(Question asked, Found found) throws IOException {
        if (found.documents().isEmpty()) {
            return List.of();
        }
        ResultReader reader = new ResultReader(
                snapshot.kept(),
                asked.textHits(),
                asked.furnitureHits(),
                asked.titleMarks(),
                StoryTable.of(snapshot, found.matching(), found.documents()),
                request.snippets(),
                asked.alike());
        SearchResult.Result[] results =
                new SearchResult.Result[found.documents().size()];
        for (int rank : ascending(found.documents())) {
            ScoreDoc document = found.documents().get(rank);
            results[rank] = reader.read(document.doc, score(request, document));
        }
        return List.of(results);
    }

    /// The ranks in the order of documents in the index, in which they are read.
    private static int[] ascending(List<ScoreDoc> documents) {
        return IntStream.range(0, documents.size())
                .boxed()
                .sorted(Comparator.comparingInt(rank -> documents.get(rank).doc))
                .mapToInt(rank -> rank)
                .toArray();
    }

    static double score(SearchRequest request, ScoreDoc document) {
        return request.sort() == Sort.RELEVANCE ? document.score : 0;
    }
}
