package sourcebook.search.lucene;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;

/// Asks an engine random questions about random archives and holds each answer against that of a scan that reads every
/// text. One seed decides everything.
final class SearchOracle {
    private static final int QUERIES_A_CORPUS = 200;
    private static final int DOCUMENTS = 60;
    private static final int MEMORY_MB = 16;

    /// A merge between two asks of one question would change scores, and with them the order.
    private static final Duration NEVER = Duration.ofDays(1);

    private static final int PROGRESS = 1_000;

    private final long seed;
    private final int differences;
    private final Path folder;
    private final Consumer<String> print;
    private final List<String> different = new ArrayList<>();
    private int corpora;
    private int done;
    private int found;
    private long hits;

    /// @param differences after so many the oracle stops
    /// @param folder empty, for the indexes
    SearchOracle(long seed, int differences, Path folder, Consumer<String> print) {
        this.seed = seed;
        this.differences = differences;
        this.folder = folder;
        this.print = print;
    }

    /// @throws AssertionError with the differences, each in the smallest that still shows it
    void ask(int queries) {
        print.accept("seed " + seed + ", " + queries + " queries");
        while (done < queries && different.size() < differences) {
            Random random = new Random(seed + corpora);
            RandomCorpus source = new RandomCorpus(random);
            try (LuceneSearchEngine engine =
                    LuceneSearchEngine.open(folder.resolve("c" + corpora), MEMORY_MB, RandomCorpus.COLUMNS, NEVER)) {
                List<IndexedDocument> documents = fill(engine, source, random);
                if (corpora % 2 == 1) {
                    engine.settle();
                }
                RandomQueries questions = new RandomQueries(random, source, documents);
                SearchComparison comparison = new SearchComparison(engine, new LinearScan(documents));
                int until = Math.min(queries, done + QUERIES_A_CORPUS);
                for (int i = 0; done < until && different.size() < differences; i++) {
                    compare(comparison, questions.request(), documents, i);
                }
            }
            corpora++;
        }
        String told = different.size() + " differences in " + done + " queries to " + corpora + " archives; " + hits
                + " hits, of " + found + " queries at least one";
        print.accept(told);
        if (!different.isEmpty()) {
            throw new AssertionError(told + "\n" + String.join("\n", different));
        }
    }

    private void compare(
            SearchComparison comparison, SearchRequest request, List<IndexedDocument> documents, int question) {
        try {
            long some = comparison.compare(request);
            hits += some;
            found += some > 0 ? 1 : 0;
        } catch (AssertionError | RuntimeException difference) {
            Path smaller = folder.resolve("smaller" + different.size());
            different.add("seed " + seed + ", corpus " + corpora + " of " + documents.size() + " documents, question "
                    + question + ": " + request + "\n"
                    + new SmallestDifference(smaller, documents, request, difference).found());
            print.accept(different.getLast());
        }
        done++;
        if (done % PROGRESS == 0) {
            print.accept(done + " queries, " + different.size() + " differences");
        }
    }

    /// Several commits, some documents replaced and some removed again.
    private static List<IndexedDocument> fill(LuceneSearchEngine engine, RandomCorpus source, Random random) {
        Map<DocumentId, IndexedDocument> documents = new HashMap<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            IndexedDocument document = source.document("d" + random.nextInt(DOCUMENTS));
            documents.put(document.id(), document);
            engine.put(document);
            if (random.nextInt(20) == 0) {
                engine.commit(i);
                DocumentId removed = Samples.id("d" + random.nextInt(DOCUMENTS));
                documents.remove(removed);
                engine.remove(removed);
            }
        }
        IndexedDocument last = source.last();
        documents.put(last.id(), last);
        engine.put(last);
        engine.commit(DOCUMENTS);
        return documents.values().stream()
                .sorted(Comparator.comparing(IndexedDocument::id))
                .toList();
    }
}
