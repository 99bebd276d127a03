package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.Match;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// Shows all that matches a request, one after the other.
final class Visit {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final HitFinder text;
    private final HitFinder furniture;
    private final HitFinder nothing;
    private final Question question;
    private final StoredFields stored;

    Visit(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        this.snapshot = snapshot;
        this.request = snapshot.columns().named(request);
        question = new Question(snapshot, request);
        text = question.textHits();
        furniture = question.furnitureHits();
        nothing = new HitFinder(snapshot, IndexSchema.TITLE, null);
        stored = snapshot.storedFields();
    }

    void show(Predicate<Match> visitor) throws IOException {
        boolean ranked = request.sort() == Sort.RELEVANCE;
        SearchRequest all = request.withPage(
                        0, Math.max(1, snapshot.getIndexReader().maxDoc()))
                .withFacets(false);
        @Nullable StoryIndex stories = snapshot.stories();
        Found found = request.stories() && stories != null
                ? new StorySearch(snapshot, all, stories)
                        .find(ranked ? question.scored() : new Unscored(question.match()), ranked)
                : new CopySearch(snapshot, all, ranked ? question.scored() : new Unscored(question.match())).find();
        for (ScoreDoc document : found.documents()) {
            if (!visitor.test(new Shown(found, document))) {
                return;
            }
        }
    }

    private final class Shown implements Match {
        private final Found found;
        private final ScoreDoc document;

        Shown(Found found, ScoreDoc document) {
            this.found = found;
            this.document = document;
        }

        @Override
        public SearchResult.Result result() {
            return reading(() -> new ResultReader(
                            stored,
                            text,
                            furniture,
                            nothing,
                            StoryTable.of(snapshot, found.matching(), List.of(document)),
                            0)
                    .read(document.doc, Search.score(request, document)));
        }

        @Override
        public List<Hit> hits() {
            return reading(() -> {
                List<Integer> pages =
                        IndexSchema.unpacked(stored.document(document.doc, Set.of(IndexSchema.STORED_PAGES))
                                .getBinaryValue(IndexSchema.STORED_PAGES));
                return Question.hits(text.in(document.doc), furniture.in(document.doc), pages);
            });
        }

        @Override
        public String text(Layer layer) {
            String field = layer == Layer.TEXT ? IndexSchema.STORED_TEXT : IndexSchema.STORED_FURNITURE;
            return reading(() -> {
                String whole = stored.document(document.doc, Set.of(field)).get(field);
                return whole == null ? "" : whole;
            });
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
