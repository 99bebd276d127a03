package sourcebook.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// Phrases of 4 to 6 words with stop words: once the exact total alone, matching and nothing else on both sides, and
/// once the best ten beside it, which Sourcebook gives as results with titles, dates and the number of their hits, and
/// the limit as numbers of documents with scores. Run it with
/// 10,000 and with 100,000 documents to see that they do not grow faster than the text.
final class PhraseRow implements Row {
    private static final int QUESTIONS = 600;
    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 6;
    private static final int RESULTS = 10;
    private static final int LEAST_STOP_WORDS = 2;

    /// The commonest of English, which make up a third of any text.
    private static final Set<String> STOP_WORDS = Set.of(
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on",
            "not", "he", "are", "at", "from", "this", "have", "but", "which", "or", "they", "an", "we", "had", "its",
            "were", "has", "their", "been", "will", "all", "there");

    /// The hits in all documents are compared of one phrase in so many: bare spans take long.
    private static final int HITS_EVERY = 10;

    @Override
    public String name() {
        return "phrases";
    }

    @Override
    public String about() {
        return "phrases of 4 to 6 words with stop words: best ten, exact total; limit: Lucene's phrase query";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        IndexSearcher.setDefaultQueryCache(null); // a question that is asked again is still a question
        Path folder = setting.scratch("phrases");
        try (OpenArchive archive = OpenArchive.open(setting.archive())) {
            BarePageIndex.make(folder, archive);
            try (BarePhrases bare = new BarePhrases(folder);
                    BarePage spans = new BarePage(folder)) {
                List<List<String>> phrases = new DrawnPhrases(archive, setting.seed())
                        .draw(QUESTIONS, LEAST_WORDS, MOST_WORDS, PhraseRow::common);
                compare(phrases, bare, spans, archive.engine());
                return times(setting, phrases, bare, archive.engine());
            }
        } finally {
            Setting.delete(folder);
        }
    }

    private List<Figure> times(Setting setting, List<List<String>> phrases, BarePhrases bare, SearchEngine engine)
            throws Exception {
        int documents = setting.corpus().documents();
        Rounds.Compared found = Rounds.questions(
                setting.rounds(),
                phrases,
                phrase -> bare.find(phrase, RESULTS),
                phrase -> engine.search(request(phrase, false)));
        Rounds.Compared total = Rounds.questions(
                setting.rounds(),
                phrases,
                bare::count,
                phrase -> engine.search(request(phrase, false).withPage(0, 0)));
        return List.of(
                Figure.cost(
                        name(),
                        "total alone, p99, ms",
                        documents,
                        ms(total.limit().p99()),
                        ms(total.product().p99()),
                        .15),
                Figure.cost(
                        name(),
                        "total alone, median, ms",
                        documents,
                        ms(total.limit().median()),
                        ms(total.product().median()),
                        null),
                Figure.cost(
                        name(),
                        "best ten, p99, ms",
                        documents,
                        ms(found.limit().p99()),
                        ms(found.product().p99()),
                        .15),
                Figure.cost(
                        name(),
                        "best ten, median, ms",
                        documents,
                        ms(found.limit().median()),
                        ms(found.product().median()),
                        null),
                Figure.cost(
                        name(),
                        "best ten, slowest, ms",
                        documents,
                        ms(found.limit().quantile(1)),
                        ms(found.product().quantile(1)),
                        null),
                Figure.cost(
                        name(),
                        "best ten, processor s for all",
                        documents,
                        found.limit().processor() / 1e9,
                        found.product().processor() / 1e9,
                        null));
    }

    private static void compare(List<List<String>> phrases, BarePhrases bare, BarePage spans, SearchEngine engine)
            throws Exception {
        for (int i = 0; i < phrases.size(); i++) {
            List<String> phrase = phrases.get(i);
            same(
                    phrase,
                    "total",
                    bare.find(phrase, 1),
                    engine.search(request(phrase, false)).total());
            boolean apart = new HashSet<>(phrase).size() == phrase.size(); // Lucene counts hits that overlap twice
            if (apart && i % HITS_EVERY == 0) {
                Long hits = engine.search(request(phrase, true)).hitCount();
                same(phrase, "hits", spans.hits(phrase), hits == null ? -1 : hits);
            }
        }
    }

    private static void same(Object phrase, String what, long limit, long product) {
        if (limit != product) {
            throw new IllegalStateException(
                    "Of " + phrase + " " + what + " differ: bare Lucene " + limit + ", Sourcebook " + product);
        }
    }

    private static SearchRequest request(List<String> phrase, boolean hits) {
        return SearchRequest.of('"' + String.join(" ", phrase) + '"')
                .withPage(0, RESULTS)
                .withSnippets(0)
                .withFacets(false)
                .withCountHits(hits);
    }

    private static boolean common(List<String> phrase) {
        return phrase.stream().filter(STOP_WORDS::contains).count() >= LEAST_STOP_WORDS;
    }

    private static double ms(double nanos) {
        return nanos / 1e6;
    }
}
