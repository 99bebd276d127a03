package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Query;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Random words and phrases to random corpora in many languages: which documents match, and where the hits are, equals
/// a scan that reads every text. `-Dsourcebook.test.seed` repeats a run, `-Dsourcebook.test.rounds.languages` sets its
/// length.
class LanguageOracleTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int QUERIES = Integer.getInteger("sourcebook.test.rounds.languages", 300);
    private static final int QUERIES_A_CORPUS = 150;
    private static final int DOCUMENTS = 60;

    @TempDir
    Path folder;

    @Test
    void theEngineEqualsALinearScanInEveryLanguage() {
        for (int done = 0, corpus = 0; done < QUERIES; corpus++) {
            LanguageCorpus source = new LanguageCorpus(new Random(SEED + corpus));
            List<IndexedDocument> documents = new ArrayList<>();
            try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("c" + corpus), 16)) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    documents.add(source.document("d" + i));
                    engine.put(documents.getLast());
                    if (i == DOCUMENTS / 2) {
                        engine.commit(i);
                    }
                }
                engine.commit(DOCUMENTS);
                LanguageScan scan = new LanguageScan(documents);
                for (int i = 0; i < QUERIES_A_CORPUS && done < QUERIES; i++, done++) {
                    String query = source.query(documents);
                    compare(
                            engine,
                            scan,
                            query,
                            "seed " + SEED + ", corpus " + corpus + ", question " + i + ": " + query);
                }
            }
        }
    }

    private static void compare(LuceneSearchEngine engine, LanguageScan scan, String typed, String where) {
        Query query = QueryParser.parse(typed).query();
        List<DocumentId> wanted = scan.matching(query);
        SearchResult result =
                engine.search(SearchRequest.of(typed).withPage(0, 1_000).withCountHits(true));
        assertEquals(
                wanted,
                result.results().stream().map(SearchResult.Result::id).sorted().toList(),
                where);
        long places = 0;
        for (DocumentId document : wanted) {
            List<Range> hits = scan.hits(document, query);
            places += hits.size();
            assertEquals(
                    hits,
                    engine.hits(document, typed).stream()
                            .map(hit -> new Range(hit.start(), hit.end()))
                            .toList(),
                    where);
        }
        assertEquals(places, result.hitCount(), where);
    }
}
