package sourcebook.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Counting the hits of a word or a phrase over all documents, with the exact number of documents.
final class HitsRow implements Row {
    private static final int QUESTIONS = 200;
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 4;

    @Override
    public String name() {
        return "hits";
    }

    @Override
    public String about() {
        return "hits of a word or a phrase over all documents; limit: the postings' frequencies, bare spans";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        IndexSearcher.setDefaultQueryCache(null); // a question that is asked again is still a question
        Path folder = setting.scratch("hits");
        try (OpenArchive archive = OpenArchive.open(setting.archive())) {
            BarePageIndex.make(folder, archive);
            try (BarePage bare = new BarePage(folder)) {
                DrawnPhrases drawn = new DrawnPhrases(archive, setting.seed());
                List<Figure> figures = new ArrayList<>();
                figures.addAll(figures(setting, "a word", bare, archive, drawn.draw(QUESTIONS, 1, 1, _ -> true)));
                figures.addAll(figures(
                        setting, "a phrase", bare, archive, drawn.draw(QUESTIONS, LEAST_WORDS, MOST_WORDS, _ -> true)));
                return figures;
            }
        } finally {
            Setting.delete(folder);
        }
    }

    private List<Figure> figures(
            Setting setting, String what, BarePage bare, OpenArchive archive, List<List<String>> questions)
            throws Exception {
        SearchEngine engine = archive.engine();
        for (List<String> question : questions) {
            SearchResult result = engine.search(request(question));
            Long hits = result.hitCount();
            PageRow.same(question, "hits", bare.hits(question), hits == null ? -1L : hits);
            PageRow.same(question, "total", bare.page(question, 1, 0).total(), result.total());
        }
        Rounds.Compared times =
                Rounds.questions(setting.rounds(), questions, bare::hits, question -> engine.search(request(question)));
        int documents = setting.corpus().documents();
        String hits = "hits of " + what;
        return List.of(
                Figure.cost(
                        name(),
                        hits + ", median, ms",
                        documents,
                        PageRow.ms(times.limit().median()),
                        PageRow.ms(times.product().median()),
                        null),
                Figure.cost(
                        name(),
                        hits + ", p99, ms",
                        documents,
                        PageRow.ms(times.limit().p99()),
                        PageRow.ms(times.product().p99()),
                        null),
                Figure.cost(
                        name(),
                        hits + ", all questions, ms",
                        documents,
                        PageRow.ms(times.limit().sum()),
                        PageRow.ms(times.product().sum()),
                        1.5));
    }

    private static SearchRequest request(List<String> words) {
        return SearchRequest.of('"' + String.join(" ", words) + '"')
                .withPage(0, 0)
                .withFacets(false)
                .withCountHits(true);
    }
}
