package sourcebook.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What measures goes on measuring: both sides of each row still give the same answers, on a handful of documents.
/// How long they take is not looked at.
class RowsTest {
    private static final int DOCUMENTS = 120;
    private static final long SEED = 1;

    @TempDir
    static Path work;

    static Collection<Row> inThisProcess() {
        return Rows.ALL.stream().filter(Row::small).toList();
    }

    @ParameterizedTest
    @MethodSource("inThisProcess")
    void bothSidesAnswerTheSame(Row row) throws Exception {
        Corpus corpus = new GeneratedCorpus(DOCUMENTS, SEED).write(work);
        List<Figure> figures = row.measure(new Setting(corpus, work, 1, SEED, Duration.ZERO, null));
        assertFalse(figures.isEmpty(), row.name());
        for (Figure figure : figures) {
            assertTrue(figure.product() >= 0 && Double.isFinite(figure.value()), figure.line());
        }
    }

    @Test
    void aCorpusIsTheSameForTheSameSeed() {
        GeneratedCorpus one = new GeneratedCorpus(DOCUMENTS, SEED);
        GeneratedCorpus again = new GeneratedCorpus(DOCUMENTS, SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            assertTrue(one.text(i).equals(again.text(i)), "item " + i);
        }
        assertFalse(one.text(0).equals(new GeneratedCorpus(DOCUMENTS, SEED + 1).text(0)));
    }
}
