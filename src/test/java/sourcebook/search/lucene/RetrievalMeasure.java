package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Measures how well free-text questions find what is relevant: nDCG at 10, linear gain. Not a test.
///
/// Arguments: a folder for the index, then folders of collections, each with `docs.tsv` (id, title, text), `q.tsv`
/// (id, question) and `qrels.tsv` (question, document, relevance).
final class RetrievalMeasure {
    private static final int DEPTH = 10;

    private RetrievalMeasure() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 1; i < arguments.length; i++) {
            Path collection = Path.of(arguments[i]);
            try (LuceneSearchEngine engine =
                    LuceneSearchEngine.open(Path.of(arguments[0]).resolve(collection.getFileName()))) {
                System.out.printf("%s nDCG@10 %.4f%n", collection.getFileName(), measure(engine, collection));
            }
        }
    }

    private static double measure(LuceneSearchEngine engine, Path collection) throws IOException {
        engine.clear();
        Map<DocumentId, String> names = new HashMap<>();
        for (String line : Files.readAllLines(collection.resolve("docs.tsv"))) {
            String[] parts = line.split("\t", -1);
            String title = parts.length > 1 ? parts[1] : "";
            String text = title + "\n\n" + (parts.length > 2 ? parts[2] : "");
            names.put(Samples.id(parts[0]), parts[0]);
            engine.put(Samples.document(
                    parts[0], Samples.record(title.isBlank() ? null : title, null, null), DocumentText.of(text)));
        }
        engine.commit(1);
        Map<String, Map<String, Double>> relevant = new HashMap<>();
        for (String line : Files.readAllLines(collection.resolve("qrels.tsv"))) {
            String[] parts = line.strip().split("\\s+");
            double gain = Double.parseDouble(parts[parts.length - 1]);
            if (gain > 0) {
                relevant.computeIfAbsent(parts[0], _ -> new HashMap<>()).put(parts[parts.length - 2], gain);
            }
        }
        List<Double> scores = new ArrayList<>();
        for (String line : Files.readAllLines(collection.resolve("q.tsv"))) {
            String[] parts = line.split("\t", 2);
            Map<String, Double> gains = relevant.get(parts[0]);
            if (gains != null) {
                scores.add(score(engine, parts[1], gains, names));
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double score(
            LuceneSearchEngine engine, String question, Map<String, Double> gains, Map<DocumentId, String> names) {
        List<SearchResult.Result> results = engine.search(
                        SearchRequest.of(question).withAnyWord(true).withPage(0, DEPTH))
                .results();
        double gained = 0;
        for (int rank = 0; rank < results.size(); rank++) {
            gained += gains.getOrDefault(names.get(results.get(rank).id()), 0.0) / discount(rank);
        }
        List<Double> best =
                gains.values().stream().sorted(Comparator.reverseOrder()).toList();
        double ideal = 0;
        for (int rank = 0; rank < Math.min(DEPTH, best.size()); rank++) {
            ideal += best.get(rank) / discount(rank);
        }
        return gained / ideal;
    }

    private static double discount(int rank) {
        return Math.log(rank + 2) / Math.log(2);
    }
}
