package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.Frequencies;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Words;
import sourcebook.search.YearRange;

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
            assertEquals(
                    counts.values().stream().mapToLong(count -> count).sum(),
                    frequencies(engine, "").running(),
                    of);
            for (String word : List.of("peace", "Péace", "war", "govern", "ment", "人", "школа", "s", "1975", "none")) {
                long expected = counts.getOrDefault(Words.of(word).getFirst().folded(), 0L);
                assertEquals(expected, frequencies(engine, word).of(word), of + " " + word);
            }
            assertEquals(0, frequencies(engine, "peace war").of("peace war"), "not one word");
            assertEquals(0, frequencies(engine, "!").of("!"));
        }
    }

    private static Frequencies frequencies(SearchEngine engine, String word) {
        return engine.frequencies(SearchRequest.of("nothing that is there"), List.of(word), Asker.PATIENT);
    }

    /// The query plays no part; what is chosen beside it does, and copies of a story count once.
    @Test
    void ofASelectionTheyAreThoseOfItsTexts() {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            engine.put(
                    Samples.document("one", Samples.record(null, null, null, "TZ"), DocumentText.of("peace and war")));
            engine.put(
                    Samples.document("two", Samples.record(null, null, null, "TZ"), DocumentText.of("peace, peace")));
            engine.put(Samples.document(
                    "three", Samples.record(null, null, null, "NA"), DocumentText.of("war peace war")));
            engine.commit(1);
            SearchRequest chosen = SearchRequest.of("war").withRefinements(Map.of(Facet.COUNTRY, Set.of("TZ")));
            List<String> words = List.of("peace", "war", "cadre");
            assertEquals(
                    new Frequencies(5, Map.of("peace", 3L, "war", 1L, "cadre", 0L)),
                    engine.frequencies(chosen, words, Asker.PATIENT));
            assertEquals(
                    new Frequencies(8, Map.of("peace", 4L, "war", 3L, "cadre", 0L)),
                    engine.frequencies(SearchRequest.of("war"), words, Asker.PATIENT));
            assertEquals(
                    new Frequencies(0, Map.of("peace", 0L, "war", 0L, "cadre", 0L)),
                    engine.frequencies(chosen.withYears(new YearRange(1900, 1901)), words, Asker.PATIENT));
            assertThrows(CancellationException.class, () -> engine.frequencies(chosen, words, () -> false));
        }
    }
}
