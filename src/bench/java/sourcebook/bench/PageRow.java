package sourcebook.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// One result page in the service: a phrase, all facets, ten results with a snippet each and the number of their hits,
/// the exact total.
final class PageRow implements Row {
    private static final int QUESTIONS = 200;
    private static final int RESULTS = 10;
    private static final int SNIPPETS = 1;

    /// Of a page as the browser asks for it.
    private static final int BROWSER_RESULTS = 20;

    private static final int BROWSER_SNIPPETS = 3;
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 3;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String about() {
        return "one result page: phrase, all facets, 10 snippets, hit counts, exact total; limit: bare Lucene";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        IndexSearcher.setDefaultQueryCache(null); // a question that is asked again is still a question
        Path folder = setting.scratch("page");
        try (OpenArchive archive = OpenArchive.open(setting.archive())) {
            BarePageIndex.make(folder, archive);
            try (BarePage bare = new BarePage(folder)) {
                SearchEngine engine = archive.engine();
                List<List<String>> phrases = new DrawnPhrases(archive, setting.seed())
                        .draw(
                                QUESTIONS,
                                LEAST_WORDS,
                                MOST_WORDS,
                                words -> bare.page(words, 1, 0).total() >= RESULTS);
                for (List<String> phrase : phrases) {
                    compare(phrase, bare, engine);
                }
                return figures(setting, bare, engine, phrases);
            }
        } finally {
            Setting.delete(folder);
        }
    }

    private List<Figure> figures(Setting setting, BarePage bare, SearchEngine engine, List<List<String>> phrases)
            throws Exception {
        int documents = setting.corpus().documents();
        List<Figure> figures = new ArrayList<>();
        Rounds.Compared page = Rounds.questions(
                setting.rounds(),
                phrases,
                phrase -> bare.page(phrase, RESULTS, SNIPPETS),
                phrase -> engine.search(request(phrase)));
        figures.add(Figure.cost(
                name(),
                "page of 10, median, ms",
                documents,
                ms(page.limit().median()),
                ms(page.product().median()),
                1.3));
        figures.add(Figure.cost(
                name(),
                "page of 10, p99, ms",
                documents,
                ms(page.limit().p99()),
                ms(page.product().p99()),
                1.5));
        figures.add(Figure.cost(
                name(),
                "page of 10, processor s for all",
                documents,
                page.limit().processor() / 1e9,
                page.product().processor() / 1e9,
                null));
        Rounds.Compared browser = Rounds.questions(
                setting.rounds(),
                phrases,
                phrase -> {
                    bare.page(phrase, BROWSER_RESULTS, BROWSER_SNIPPETS);
                    bare.hits(phrase);
                },
                phrase -> engine.search(browser(phrase)));
        figures.add(Figure.cost(
                name(),
                "page of 20 with 3 snippets each and all hits, median, ms",
                documents,
                ms(browser.limit().median()),
                ms(browser.product().median()),
                null));
        figures.add(Figure.cost(
                name(),
                "page of 20 with 3 snippets each and all hits, p99, ms",
                documents,
                ms(browser.limit().p99()),
                ms(browser.product().p99()),
                null));
        return figures;
    }

    static double ms(double nanos) {
        return nanos / 1e6;
    }

    static SearchRequest request(List<String> phrase) {
        return SearchRequest.of('"' + String.join(" ", phrase) + '"')
                .withPage(0, RESULTS)
                .withSnippets(SNIPPETS);
    }

    private static SearchRequest browser(List<String> phrase) {
        return request(phrase)
                .withPage(0, BROWSER_RESULTS)
                .withSnippets(BROWSER_SNIPPETS)
                .withCountHits(true);
    }

    private static void compare(List<String> phrase, BarePage bare, SearchEngine engine) throws Exception {
        BarePage.Page limit = bare.page(phrase, RESULTS, SNIPPETS);
        SearchResult product = engine.search(request(phrase));
        same(phrase, "total", limit.total(), product.total());
        Map<String, Integer> counted = new HashMap<>();
        product.results().forEach(result -> counted.put(result.id().value(), result.hitCount()));
        same(phrase, "hits by document", bare.hitsIn(phrase, counted.keySet()), counted);
        Map<String, Map<String, Long>> facets = new HashMap<>();
        product.facets()
                .forEach((facet, values) -> facets.put(
                        facet.key(),
                        values.stream()
                                .filter(value -> value.count() > 0)
                                .collect(Collectors.toMap(value -> value.value(), value -> value.count()))));
        same(phrase, "facets", limit.facets(), facets);
        same(phrase, "results", limit.results().size(), product.results().size());
        Long all = engine.search(browser(phrase)).hitCount();
        same(phrase, "hits", bare.hits(phrase), all == null ? -1 : all);
    }

    static void same(Object question, String what, Object limit, Object product) {
        if (!limit.equals(product)) {
            throw new IllegalStateException(
                    "Of " + question + " " + what + " differ: bare Lucene " + limit + ", Sourcebook " + product);
        }
    }
}
