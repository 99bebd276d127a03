package sourcebook.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.Facet;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;

/// What a page of each kind of question takes in an archive of this size: run it with 1,000 to 1,000,000 documents for
/// the chart of how it grows. The same seed asks comparable questions of each size.
final class GrowthRow implements Row {
    private static final int QUESTIONS = 50;
    private static final int RESULTS = 20;
    private static final int SNIPPETS = 3;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "a result page as the browser asks for it, by kind of question; for the chart against documents";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        IndexSearcher.setDefaultQueryCache(null); // a question that is asked again is still a question
        try (OpenArchive archive = OpenArchive.open(setting.archive())) {
            SearchEngine engine = archive.engine();
            DrawnPhrases drawn = new DrawnPhrases(archive, setting.seed());
            List<List<String>> words = drawn.draw(QUESTIONS, 1, 1, _ -> true);
            List<List<String>> pairs = drawn.draw(QUESTIONS, 2, 3, _ -> true);
            List<List<String>> phrases = drawn.draw(QUESTIONS, 4, 6, _ -> true);
            Map<String, List<SearchRequest>> kinds = new LinkedHashMap<>();
            kinds.put("a word in its forms", requests(words, one -> page(one.getFirst())));
            kinds.put("two or three words", requests(pairs, some -> page(String.join(" ", some))));
            kinds.put("a phrase of 2 or 3", requests(pairs, GrowthRow::phrase));
            kinds.put("a phrase of 4 to 6", requests(phrases, GrowthRow::phrase));
            kinds.put(
                    "a phrase, newest first",
                    requests(pairs, some -> phrase(some).withSort(Sort.NEWEST)));
            kinds.put(
                    "a phrase, by stories", requests(pairs, some -> phrase(some).withStories(true)));
            kinds.put("a phrase, narrowed", requests(pairs, GrowthRow::narrowed));
            kinds.put("the whole archive", List.of(page("")));
            int documents = setting.corpus().documents();
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.alone(
                    name(),
                    "filling the archive, documents a second",
                    documents,
                    documents / (setting.filling().wall() / 1e9),
                    null));
            figures.add(Figure.alone(
                    name(),
                    "filling the archive, processor ms a document",
                    documents,
                    PageRow.ms(setting.filling().processor()) / documents,
                    null));
            for (Map.Entry<String, List<SearchRequest>> kind : kinds.entrySet()) {
                Rounds.Compared times =
                        Rounds.questions(setting.rounds(), kind.getValue(), _ -> {}, request -> engine.search(request));
                String page = "page of " + kind.getKey();
                figures.add(Figure.alone(
                        name(),
                        page + ", median, ms",
                        documents,
                        PageRow.ms(times.product().median()),
                        null));
                figures.add(Figure.alone(
                        name(),
                        page + ", p99, ms",
                        documents,
                        PageRow.ms(times.product().p99()),
                        null));
            }
            return figures;
        }
    }

    private static List<SearchRequest> requests(
            List<List<String>> words, Function<List<String>, SearchRequest> request) {
        return words.stream().map(request).toList();
    }

    private static SearchRequest phrase(List<String> words) {
        return page('"' + String.join(" ", words) + '"');
    }

    private static SearchRequest narrowed(List<String> words) {
        return phrase(words).withRefinements(Map.of(Facet.YEAR, Set.of("2005"), Facet.COUNTRY, Set.of("CN", "TZ")));
    }

    private static SearchRequest page(String query) {
        return SearchRequest.of(query)
                .withPage(0, RESULTS)
                .withSnippets(SNIPPETS)
                .withCountHits(true);
    }
}
