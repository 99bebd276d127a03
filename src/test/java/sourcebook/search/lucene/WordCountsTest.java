package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.SearchEngine;
import sourcebook.search.Words;

/// Numbers of words of the whole archive.
class WordCountsTest {
    private static final List<String> WORDS =
            List.of("Peace", "peace", "PÉACE", "war", "govern-\nment", "人民", "школа", "state’s", "1975");

    @TempDir
    Path folder;

    @Test
    void theyAreThoseOfTheTextsThatAreThere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, DocumentText> texts = new HashMap<>();
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            for (int i = 0; i < 120; i++) {
                String name = "d" + random.nextInt(60);
                if (random.nextInt(6) == 0) {
                    engine.remove(Samples.id(name));
                    texts.remove(name);
                } else {
                    StringBuilder text = new StringBuilder();
                    for (int words = random.nextInt(30); words > 0; words--) {
                        text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : ", ");
                    }
                    DocumentText made = DocumentText.of(text.toString());
                    texts.put(name, made);
                    engine.put(Samples.document(name, DocumentRecord.EMPTY, made));
                }
                if (random.nextInt(10) == 0) {
                    engine.commit(i + 1);
                }
            }
            engine.commit(121);
            Map<String, Long> counts = new HashMap<>();
            texts.values()
                    .forEach(text -> Words.of(text.text()).forEach(word -> counts.merge(word.folded(), 1L, Long::sum)));
            String of = "seed " + seed;
            assertEquals(counts.values().stream().mapToLong(count -> count).sum(), engine.words(), of);
            for (String word : List.of("peace", "Péace", "war", "govern", "ment", "人", "школа", "s", "1975", "none")) {
                long expected = counts.getOrDefault(Words.of(word).getFirst().folded(), 0L);
                assertEquals(expected, engine.frequency(word), of + " " + word);
            }
            assertEquals(0, engine.frequency("peace war"), "not one word");
            assertEquals(0, engine.frequency("!"));
        }
    }
}
