package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.Hit;
import sourcebook.search.SearchRequest;
import sourcebook.search.Words;

class CollocatesTest {
    private static final List<String> WORDS = List.of(
            "school", "École", "ecole", "party", "the", "of", "zebra", "школа", "партия", "حزب", "學校", "1978", "co-op");

    private SmallArchive archive;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        archive = new SmallArchive(folder);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyWordNearAHitIsCountedOnce() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<DocumentId, String> texts = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(60); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(9) == 0 ? ".\n" : " ");
            }
            texts.put(archive.save("d" + i, text.toString()), text.toString());
        }
        archive.follow();
        Map<String, Long> frequencies = new HashMap<>();
        texts.values().forEach(text -> Words.of(text).forEach(word -> frequencies.merge(word.folded(), 1L, Long::sum)));
        long all = frequencies.values().stream().mapToLong(Long::longValue).sum();
        for (String query : List.of("party", "ecole", "\"the party\"", "school OR zebra", "學校", "nothing")) {
            int before = random.nextInt(4);
            int after = 1 + random.nextInt(4);
            String about = "seed " + seed + ", " + query + ", " + before + " before, " + after + " after";
            Map<String, Long> together = new HashMap<>();
            long window = 0;
            for (Map.Entry<DocumentId, String> one : texts.entrySet()) {
                for (String word : near(one.getValue(), archive.engine.hits(one.getKey(), query), before, after)) {
                    together.merge(word, 1L, Long::sum);
                    window++;
                }
            }
            CollocateTable table = new Collocates(archive.engine)
                    .of(
                            CollocateRequest.of(SearchRequest.of(query))
                                    .withSpan(before, after)
                                    .withLeast(1)
                                    .withFunctionWords(true),
                            new Work());
            assertEquals(window, table.window(), about);
            assertEquals(all, table.words(), about);
            for (Collocate row : table.rows()) {
                assertEquals(together.get(row.word()), row.together(), about + ": " + row);
                assertEquals(frequencies.get(row.word()), row.frequency(), about + ": " + row);
                assertEquals((double) window * row.frequency() / all, row.expected(), 1e-9, about);
            }
            long attracted = 0;
            for (Map.Entry<String, Long> one : together.entrySet()) {
                attracted += one.getValue() * all > window * frequencies.get(one.getKey()) ? 1 : 0;
            }
            assertEquals(attracted, table.found(), about);
            assertEquals(table.found(), table.rows().size(), about);
        }
    }

    /// The places near hits, looked at one by one.
    private static List<String> near(String text, List<Hit> hits, int before, int after) {
        List<Words.Word> words = Words.of(text);
        Set<Integer> inside = new HashSet<>();
        Set<Integer> near = new HashSet<>();
        for (Hit hit : hits) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).start() < hit.end() && words.get(i).end() > hit.start()) {
                    inside.add(i);
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            for (int i = first - before; i <= last + after; i++) {
                near.add(i);
            }
        }
        near.removeAll(inside);
        return near.stream()
                .filter(i -> i >= 0 && i < words.size())
                .map(i -> words.get(i).folded())
                .toList();
    }

    @Test
    void theMeasuresAreThoseOfTheField() {
        // the four cells 10, 20, 30, 40: 2 * sum of O ln (O/E), worked out by hand
        double expected = 2
                * (10 * Math.log(10 / 12.0)
                        + 20 * Math.log(20 / 18.0)
                        + 30 * Math.log(30 / 28.0)
                        + 40 * Math.log(40 / 42.0));
        assertEquals(expected, CollocateMeasure.LOG_LIKELIHOOD.of(10, 40, 30, 7, 100), 1e-9);
        assertEquals(14, CollocateMeasure.LOG_DICE.of(10, 10, 100, 10, 1_000), 1e-9);
        assertEquals(13, CollocateMeasure.LOG_DICE.of(5, 10, 100, 10, 1_000), 1e-9);
        assertEquals(0, CollocateMeasure.LOG_LIKELIHOOD.of(10, 100, 100, 10, 1_000), 1e-9);
    }

    @Test
    void functionWordsAreThoseOfTheTextsLanguage() {
        DocumentRecord english = DocumentRecord.EMPTY.withLanguage(SmallArchive.stated("en"));
        DocumentRecord german = DocumentRecord.EMPTY.withLanguage(SmallArchive.stated("de"));
        archive.save(
                "en",
                english,
                DocumentText.of("the plants die near the factory. the plants die near the factory."
                        + " filler words stand here".repeat(30)));
        archive.save("de", german, DocumentText.of("die Fabrik. " + "viele andere Wörter stehen hier ".repeat(30)));
        archive.follow();
        CollocateRequest request =
                CollocateRequest.of(SearchRequest.of("plants")).withLeast(2).withSpan(2, 2);
        Collocates collocates = new Collocates(archive.engine);
        List<String> words = collocates.of(request, new Work()).rows().stream()
                .map(Collocate::word)
                .toList();
        assertTrue(words.contains("die"), words.toString());
        assertTrue(words.stream().noneMatch("the"::equals), words.toString());
        List<Collocate> all =
                collocates.of(request.withFunctionWords(true), new Work()).rows();
        assertTrue(all.stream().anyMatch(row -> row.word().equals("the") && row.functionWord()), all.toString());
        double last = Double.MAX_VALUE;
        for (Collocate row : collocates
                .of(request.withMeasure(CollocateMeasure.LOG_DICE).withFunctionWords(true), new Work())
                .rows()) {
            assertTrue(row.logDice() <= last);
            last = row.logDice();
        }
    }

    /// What is everywhere in the selection is no news in it, however rare it is elsewhere.
    @Test
    void chanceIsThatOfTheSelection() {
        for (int i = 0; i < 4; i++) {
            archive.save(
                    "tz" + i,
                    SmallArchive.record("", "", "", "TZ"),
                    DocumentText.of("cadre party school coast ".repeat(5)));
            archive.save(
                    "na" + i,
                    SmallArchive.record("", "", "", "NA"),
                    DocumentText.of("desert river mountain road ".repeat(5)));
        }
        archive.follow();
        Collocates collocates = new Collocates(archive.engine);
        SearchRequest request = SearchRequest.of("cadre");
        CollocateTable whole = collocates.of(CollocateRequest.of(request).withSpan(0, 1), new Work());
        assertEquals(160, whole.words());
        assertFalse(whole.narrowed());
        CollocateTable chosen = collocates.of(
                CollocateRequest.of(request.withRefinements(Map.of(Facet.COUNTRY, Set.of("TZ"))))
                        .withSpan(0, 1),
                new Work());
        assertEquals(80, chosen.words());
        assertTrue(chosen.narrowed());
        assertEquals(20 * 20 / 160.0, whole.rows().getFirst().expected(), 1e-9);
        assertEquals(20 * 20 / 80.0, chosen.rows().getFirst().expected(), 1e-9);
        assertEquals(20, chosen.rows().getFirst().frequency());
    }

    @Test
    void itCanBeCancelled() {
        archive.save("a", "a party");
        archive.follow();
        Work work = new Work();
        work.cancel();
        assertThrows(
                CancellationException.class,
                () -> new Collocates(archive.engine).of(CollocateRequest.of(SearchRequest.of("party")), work));
    }
}
