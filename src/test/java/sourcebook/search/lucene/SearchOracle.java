package sourcebook.search.lucene;

import java.nio.file.Path;
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

    private final long seed;
    private final Path folder;
    private final Consumer<String> print;

    /// @param folder empty, for the indexes
    SearchOracle(long seed, Path folder, Consumer<String> print) {
        this.seed = seed;
        this.folder = folder;
        this.print = print;
    }

    /// @throws AssertionError at the first difference, with the smallest that still shows it
    void ask(int queries) {
        print.accept("seed " + seed + ", " + queries + " queries");
        int corpora = 0;
        long hits = 0;
        long found = 0;
        for (int done = 0; done < queries; corpora++) {
            Random random = new Random(seed + corpora);
            RandomCorpus source = new RandomCorpus(random);
            try (LuceneSearchEngine engine =
                    LuceneSearchEngine.open(folder.resolve("c" + corpora), MEMORY_MB, RandomCorpus.COLUMNS)) {
                List<IndexedDocument> documents = fill(engine, source, random);
                RandomQueries questions = new RandomQueries(random, source, documents);
                SearchComparison comparison = new SearchComparison(engine, new LinearScan(documents));
                for (int i = 0; i < QUERIES_A_CORPUS && done < queries; i++, done++) {
                    SearchRequest request = questions.request();
                    try {
                        long some = comparison.compare(request);
                        hits += some;
                        found += some > 0 ? 1 : 0;
                    } catch (AssertionError | RuntimeException different) {
                        String where = "seed " + seed + ", corpus " + corpora + " of " + documents.size()
                                + " documents, question " + i + ": " + request;
                        throw new AssertionError(
                                where + "\n"
                                        + new SmallestDifference(
                                                        folder.resolve("smaller"), documents, request, different)
                                                .found(),
                                different);
                    }
                }
            }
        }
        print.accept("no difference in " + queries + " queries to " + corpora + " archives, " + hits + " hits, of "
                + found + " queries at least one");
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
