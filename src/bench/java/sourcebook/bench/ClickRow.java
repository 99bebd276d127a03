package sourcebook.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.search.IndexSearcher;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// The service's part of a click on a facet value: the page of a phrase narrowed by it, as the browser asks for it, the
/// facet's other values counted as if it were not chosen.
final class ClickRow implements Row {
    private static final int QUESTIONS = 100;
    private static final int RESULTS = 20;
    private static final int SNIPPETS = 3;

    /// What the whole click may take on loopback, in milliseconds.
    private static final double WHOLE = 100;

    @Override
    public String name() {
        return "click";
    }

    @Override
    public String about() {
        return "the service's part of a click on a facet; limit: bare Lucene's page without drilling";
    }

    private record Click(List<String> phrase, SearchRequest request) {}

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        IndexSearcher.setDefaultQueryCache(null); // a question that is asked again is still a question
        Path folder = setting.scratch("click");
        try (OpenArchive archive = OpenArchive.open(setting.archive())) {
            BarePageIndex.make(folder, archive);
            try (BarePage bare = new BarePage(folder)) {
                SearchEngine engine = archive.engine();
                List<List<String>> phrases = new DrawnPhrases(archive, setting.seed())
                        .draw(QUESTIONS, 2, 3, words -> bare.page(words, 1, 0).total() >= RESULTS);
                List<Click> clicks = clicks(phrases, engine, new SplittableRandom(setting.seed()));
                Rounds.Compared times = Rounds.questions(
                        setting.rounds(),
                        clicks,
                        click -> {
                            bare.page(click.phrase, RESULTS, SNIPPETS);
                            bare.hits(click.phrase);
                        },
                        click -> engine.search(click.request));
                int documents = setting.corpus().documents();
                List<Figure> figures = new ArrayList<>();
                figures.add(Figure.cost(
                        name(),
                        "narrowed page of 20, median, ms",
                        documents,
                        PageRow.ms(times.limit().median()),
                        PageRow.ms(times.product().median()),
                        null));
                figures.add(Figure.cost(
                        name(),
                        "narrowed page of 20, p99, ms",
                        documents,
                        PageRow.ms(times.limit().p99()),
                        PageRow.ms(times.product().p99()),
                        null));
                figures.add(Figure.alone(
                        name(),
                        "narrowed page of 20, p99, ms, of a click's 100",
                        documents,
                        PageRow.ms(times.product().p99()),
                        WHOLE));
                return figures;
            }
        } finally {
            Setting.delete(folder);
        }
    }

    /// One value each, drawn among those that the unnarrowed page shows; the narrowed page must hold what it promises.
    private static List<Click> clicks(List<List<String>> phrases, SearchEngine engine, SplittableRandom random) {
        List<Click> clicks = new ArrayList<>();
        for (List<String> phrase : phrases) {
            SearchRequest request = SearchRequest.of('"' + String.join(" ", phrase) + '"')
                    .withPage(0, RESULTS)
                    .withSnippets(SNIPPETS)
                    .withCountHits(true);
            SearchResult page = engine.search(request);
            List<Facet> facets = page.facets().keySet().stream().sorted().toList();
            Facet facet = facets.get(random.nextInt(facets.size()));
            List<FacetValue> values = page.facets().getOrDefault(facet, List.of());
            FacetValue value = values.get(random.nextInt(values.size()));
            SearchRequest narrowed = request.withRefinements(Map.of(facet, Set.of(value.value())));
            SearchResult after = engine.search(narrowed);
            PageRow.same(phrase, "documents of " + facet + " " + value.value(), value.count(), after.total());
            PageRow.same(
                    phrase,
                    "values of " + facet,
                    counts(values),
                    counts(after.facets().getOrDefault(facet, List.of())));
            clicks.add(new Click(phrase, narrowed));
        }
        return clicks;
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }
}
