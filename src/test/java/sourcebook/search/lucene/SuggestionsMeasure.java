package sourcebook.search.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Like;
import sourcebook.search.SearchRequest;
import sourcebook.search.Suggestion;

/// How long suggestions, likeness and a visit take in an archive of many documents: texts of a folder, cut into pieces,
/// again and again.
/// `SuggestionsMeasure INDEX-FOLDER TEXT-FOLDER DOCUMENTS`; an index with so many documents is used as it is.
final class SuggestionsMeasure {
    private static final int PIECE = 2_000;
    private static final int ROUNDS = 20;

    private SuggestionsMeasure() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        int documents = Integer.parseInt(arguments[2]);
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(Path.of(arguments[0]))) {
            if (engine.size() < documents) {
                fill(engine, Path.of(arguments[1]), documents);
            }
            System.out.printf("%d documents%n", engine.size());
            long start = System.nanoTime();
            while (engine.suggest("interna", 4).stream().noneMatch(one -> one.kind() == Suggestion.Kind.PHRASE)) {
                Thread.sleep(50);
            }
            System.out.printf("phrases after %.1f s%n", (System.nanoTime() - start) / 1e9);
            for (String typed : List.of(
                    "a",
                    "in",
                    "int",
                    "internat",
                    "international co",
                    "peacful coexistance",
                    "right to dev",
                    "of the",
                    "tanz",
                    "united n",
                    "goverment of the")) {
                long[] times = new long[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    long before = processor.getCurrentThreadCpuTime(); // others may be busy
                    engine.suggest(typed, 4);
                    times[i] = processor.getCurrentThreadCpuTime() - before;
                }
                Arrays.sort(times);
                System.out.printf(
                        "%-22s processor median %6.1f ms, longest %6.1f ms  %s%n",
                        typed,
                        times[ROUNDS / 2] / 1e6,
                        times[ROUNDS - 1] / 1e6,
                        engine.suggest(typed, 4).stream()
                                .map(one -> one.kind() + " "
                                        + one.text()
                                                .substring(
                                                        0,
                                                        Math.min(30, one.text().length())) + " " + one.documents())
                                .toList());
            }
            start = System.nanoTime();
            var like = engine.search(SearchRequest.of("").withLike(Like.of(Samples.id("17"))));
            System.out.printf(
                    "like %.1f ms %d %s%n", (System.nanoTime() - start) / 1e6, like.total(), like.likeWords());
            start = System.nanoTime();
            long[] hits = {0};
            engine.visit(
                    SearchRequest.of("peace"), match -> (hits[0] += match.hits().size()) >= 0);
            System.out.printf("visit %.1f ms, %d hits%n", (System.nanoTime() - start) / 1e6, hits[0]);
        }
    }

    private static void fill(LuceneSearchEngine engine, Path folder, int documents) throws IOException {
        engine.clear();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".txt")
                            && !file.getFileName().toString().startsWith("._"))
                    .sorted()
                    .toList();
        }
        int number = 0;
        for (int i = 0; number < documents; i++) { // from the first again where there are too few
            Path file = files.get(i % files.size());
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (int at = 0; at < text.length() && number < documents; at += PIECE) {
                String piece = text.substring(at, Math.min(at + PIECE, text.length()));
                String line = piece.replaceAll("\\s+", " ");
                String title = line.substring(0, Math.min(60, line.length()));
                engine.put(Samples.document(
                        Integer.toString(number),
                        Samples.record(title, "2001", "Source of year " + number % 400, "TZ"),
                        DocumentText.of(piece)));
                number++;
            }
        }
        engine.commit(1);
    }
}
