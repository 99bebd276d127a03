package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
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
    private final Deadline deadline;

    /// @param deadline that no time passes, only whoever asks by going away: then everything here ends with a
    ///     [java.util.concurrent.CancellationException]
    Visit(IndexSnapshot snapshot, SearchRequest request, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.request = snapshot.columns().named(request);
        question = new Question(snapshot, request, deadline);
        text = question.textHits();
        furniture = question.furnitureHits();
        nothing = new HitFinder(snapshot, IndexSchema.TITLE, null);
    }

    void show(Predicate<Match> visitor) throws IOException {
        boolean ranked = request.sort() == Sort.RELEVANCE;
        Query match = ranked ? question.scored() : new Unscored(question.match());
        Matched matched = Matched.by(FacetTable.refined(match, request), snapshot, ranked, deadline);
        @Nullable StoryIndex stories = snapshot.stories();
        boolean one = request.stories() && stories != null;
        FixedBitSet shown = one && stories != null ? stories.shown(matched.documents()) : matched.documents();
        VisitOrder.Scores scores = one && stories != null && ranked ? best(matched, stories) : inOrder(matched);
        for (int document : VisitOrder.of(snapshot, request.sort(), matched.documents(), shown, scores)) {
            deadline.wanted();
            if (!visitor.test(new Shown(matched.documents(), document))) {
                return;
            }
        }
    }

    /// The scores as they were collected.
    private static VisitOrder.Scores inOrder(Matched matched) {
        return new VisitOrder.Scores() {
            private int number;

            @Override
            public float of(int document) {
                return matched.score(number++);
            }
        };
    }

    /// The score of a story's best copy.
    private static VisitOrder.Scores best(Matched matched, StoryIndex stories) throws IOException {
        float[] best = StorySearch.best(matched, stories);
        SortedDocValues story = stories.stories();
        VisitOrder.Scores own = inOrder(matched);
        return document -> {
            float score = own.of(document);
            return story.advanceExact(document) ? best[story.ordValue()] : score;
        };
    }

    private final class Shown implements Match {
        private final FixedBitSet matching;
        private final int document;
        private @Nullable ShownRecord record;
        private @Nullable List<Range> textPlaces;
        private @Nullable List<Range> furniturePlaces;

        Shown(FixedBitSet matching, int document) {
            this.matching = matching;
            this.document = document;
        }

        @Override
        public SearchResult.Result result() {
            return reading(() -> new ResultReader(
                            snapshot.kept(),
                            text,
                            furniture,
                            nothing,
                            StoryTable.of(snapshot, matching, List.of(new ScoreDoc(document, 0))),
                            0,
                            false)
                    .read(document, 0, textPlaces(), furniturePlaces(), record()));
        }

        @Override
        public List<Hit> hits() {
            return reading(() -> {
                boolean none = textPlaces().isEmpty() && furniturePlaces().isEmpty();
                return none ? List.<Hit>of() : Question.hits(textPlaces(), furniturePlaces(), record().pageStarts());
            });
        }

        /// What is kept of it but its texts.
        private ShownRecord record() throws IOException {
            ShownRecord read = record;
            if (read == null) {
                read = snapshot.kept().record(document);
                record = read;
            }
            return read;
        }

        private List<Range> textPlaces() throws IOException {
            List<Range> places = textPlaces;
            if (places == null) {
                places = places(text);
                textPlaces = places;
            }
            return places;
        }

        private List<Range> furniturePlaces() throws IOException {
            List<Range> places = furniturePlaces;
            if (places == null) {
                places = places(furniture);
                furniturePlaces = places;
            }
            return places;
        }

        private List<Range> places(HitFinder finder) throws IOException {
            List<Range> places = finder.in(document);
            if (deadline.passed()) {
                deadline.wanted(); // fewer places than there are
            }
            return places;
        }

        @Override
        public String text(Layer layer) {
            return reading(() -> snapshot.kept().text(layer, document).toString());
        }
    }

    /// A visitor cannot be told that the index cannot be read but by an exception that it does not know.
    static final class Unreadable extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        Unreadable(IOException cause) {
            super(cause);
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
            throw new Unreadable(failed);
        }
    }
}
