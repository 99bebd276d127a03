package sourcebook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import sourcebook.ingest.OpenArchive;
import sourcebook.ingest.Watcher;
import sourcebook.search.SearchRequest;

/// From the moment a file of the archive's folder is written until a search finds what is new in it, the notice of
/// the file system and the watcher's own patience included, against a bare index that adds, commits and opens again.
final class ChangeRow implements Row {
    private static final int CHANGES = 100;

    /// Of which the first warm up.
    private static final int WARM = 10;

    private static final double MORE_MILLIS = 200;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    @Override
    public String name() {
        return "change";
    }

    @Override
    public String about() {
        return "a changed file until it is found, the watcher included, against bare commit and refresh";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        double[] limit = bare(setting.bareIndex());
        double[] product = product(setting);
        int documents = setting.corpus().documents();
        double median = product[product.length / 2] - limit[limit.length / 2];
        double p99 = quantile(product) - quantile(limit);
        return List.of(
                new Figure(
                        name(),
                        "ms more, median",
                        documents,
                        limit[limit.length / 2],
                        product[product.length / 2],
                        median,
                        MORE_MILLIS,
                        false),
                new Figure(
                        name(),
                        "ms more, p99",
                        documents,
                        quantile(limit),
                        quantile(product),
                        p99,
                        MORE_MILLIS,
                        false));
    }

    private static double quantile(double[] sorted) {
        return sorted[(int) Math.ceil(.99 * sorted.length) - 1];
    }

    private static double[] bare(Path folder) throws Exception {
        List<Double> times = new ArrayList<>();
        IndexWriterConfig config = new IndexWriterConfig(BareIndex.analyzer());
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            DirectoryReader reader = DirectoryReader.open(writer);
            for (int i = 0; i < CHANGES; i++) {
                long start = System.nanoTime();
                BareIndex.Item item = new BareIndex.Item("changed", text(i), List.of("none"), "undated", "none");
                writer.updateDocument(new Term(BareIndex.ID, "changed"), BareIndex.document(item));
                writer.commit();
                DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
                if (newer != null) {
                    reader.close();
                    reader = newer;
                }
                times.add((System.nanoTime() - start) / 1e6);
            }
            reader.close();
            writer.deleteDocuments(new Term(BareIndex.ID, "changed"));
            writer.commit();
        }
        return sorted(times);
    }

    private static double[] product(Setting setting) throws Exception {
        List<Double> times = new ArrayList<>();
        try (OpenArchive open = OpenArchive.open(setting.archive())) {
            Path file = Files.createDirectories(open.folder().root().resolve("changing"))
                    .resolve("changed.txt");
            open.ingest().rescan();
            try (Watcher watcher = new Watcher(open.ingest())) {
                Files.writeString(file, text(-1)); // seen when the watcher is ready
                await(open, word(-1));
                for (int i = 0; i < CHANGES; i++) {
                    long start = System.nanoTime();
                    Files.writeString(file, text(i));
                    await(open, word(i));
                    times.add((System.nanoTime() - start) / 1e6);
                    TimeUnit.MILLISECONDS.sleep(20L + i); // out of step with the watcher
                }
            }
            Files.delete(file);
            open.ingest().rescan();
        }
        return sorted(times);
    }

    private static void await(OpenArchive open, String word) throws InterruptedException {
        long latest = System.nanoTime() + LONGEST_NANOS;
        SearchRequest request = SearchRequest.of(word).withFacets(false);
        while (open.engine().search(request).total() == 0) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("A changed file was not found.");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static String word(int change) {
        return "zweihundertste" + (char) ('a' + (change + 1) / 26) + (char) ('a' + (change + 1) % 26);
    }

    private static String text(int change) {
        return "A file that changes\n\nThis time it holds the word " + word(change) + " and some others besides.\n";
    }

    private static double[] sorted(List<Double> times) {
        double[] sorted =
                times.stream().skip(WARM).mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
