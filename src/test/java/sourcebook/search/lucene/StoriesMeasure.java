package sourcebook.search.lucene;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Times result pages that count copies and such that count stories, over many generated documents of which every third
/// is a copy of some story: median processor time of the searching thread. Not a test.
///
/// Arguments: a folder for the index, the number of documents, optionally the copies a story has (default 5).
final class StoriesMeasure {
    private static final long SEED = 7;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 21;
    private static final int WORDS = 60;
    private static final String[] COUNTRIES = {"TZ", "KE", "CN", "GB", "US", "DE", "FR", "NG"};

    private StoriesMeasure() {}

    public static void main(String[] arguments) {
        int documents = Integer.parseInt(arguments[1]);
        int copies = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(Path.of(arguments[0]))) {
            if (engine.size() != documents) {
                engine.clear();
                fill(engine, documents, copies);
            }
            SearchRequest all = SearchRequest.of("");
            time(engine, "everything", all);
            time(engine, "everything, totals alone", all.withPage(0, 0).withFacets(false));
            time(engine, "a word of all documents", SearchRequest.of("w1"));
            time(engine, "a word of one in a hundred", SearchRequest.of("w90"));
            time(
                    engine,
                    "one in a hundred, without facets",
                    SearchRequest.of("w90").withFacets(false));
            time(
                    engine,
                    "all, one country and two sources chosen",
                    SearchRequest.of("w1")
                            .withRefinements(Map.of(Facet.COUNTRY, Set.of("TZ"), Facet.SOURCE, Set.of("S1", "S2"))));
            time(engine, "all, hits counted", SearchRequest.of("w1").withCountHits(true));
        }
    }

    private static void fill(LuceneSearchEngine engine, int documents, int copies) {
        Random random = new Random(SEED);
        int stories = Math.max(1, documents / 3 / copies);
        for (int i = 0; i < documents; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < WORDS; word++) {
                text.append('w')
                        .append((int) (1 / (random.nextDouble() + 1e-4)))
                        .append(' ');
            }
            var record = Samples.record(
                            "Title " + i,
                            (1980 + random.nextInt(40)) + "-0" + (1 + random.nextInt(9)),
                            "S" + random.nextInt(500),
                            COUNTRIES[random.nextInt(COUNTRIES.length)])
                    .withPublishedIn(List.of(Samples.stated(COUNTRIES[random.nextInt(COUNTRIES.length)])));
            DocumentText made = new DocumentText(text.toString(), 0, List.of(0), "home w3 contact w" + i % 50);
            engine.put(
                    i % 3 == 0
                            ? Samples.copy("d" + i, "s" + random.nextInt(stories), record, made)
                            : Samples.document("d" + i, record, made));
        }
        engine.commit(documents);
    }

    private static void time(LuceneSearchEngine engine, String what, SearchRequest request) {
        List<String> line = new ArrayList<>();
        for (boolean stories : new boolean[] {false, true}) {
            SearchRequest asked = request.withStories(stories);
            double[] millis = new double[ROUNDS];
            SearchResult result = engine.search(asked);
            for (int round = 0; round < ROUNDS; round++) {
                long start = CLOCK.getCurrentThreadCpuTime();
                result = engine.search(asked);
                millis[round] = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            line.add(String.format(
                    Locale.ROOT,
                    "%s %d in %.1f ms",
                    stories ? "stories" : "copies",
                    result.total(),
                    millis[ROUNDS / 2]));
        }
        System.out.println(what + ": " + String.join(", ", line));
    }
}
