package sourcebook.search.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random questions to random archives: the engine's totals, documents, order, hits, marks and facet counts equal those
/// of a scan that reads every text. `-Dsourcebook.test.seed` repeats a run, `-Dsourcebook.test.rounds.search` sets its
/// length, `-Dsourcebook.test.differences` how many it looks for.
class SearchOracleTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int QUERIES = Integer.getInteger("sourcebook.test.rounds.search", 200);

    private static final int DIFFERENCES = Integer.getInteger("sourcebook.test.differences", 1);

    @TempDir
    Path folder;

    @Test
    void theEngineEqualsALinearScan() {
        new SearchOracle(SEED, DIFFERENCES, folder, message -> System.out.println("SearchOracle: " + message))
                .ask(QUERIES);
    }
}
