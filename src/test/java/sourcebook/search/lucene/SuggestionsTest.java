package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Asker;
import sourcebook.search.Frequencies;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Suggestion;
import sourcebook.search.Suggestion.Kind;

/// What is offered while a query is typed.
class SuggestionsTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    @TempDir
    Path folder;

    private SearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<Suggestion> of(Kind kind, String typed) {
        return engine.suggest(typed, 4).stream()
                .filter(suggestion -> suggestion.kind() == kind)
                .toList();
    }

    private List<String> texts(Kind kind, String typed) {
        return of(kind, typed).stream().map(Suggestion::text).toList();
    }

    /// The phrases are found in the background.
    private List<String> phrases(String typed) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<String> found = texts(Kind.PHRASE, typed);
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
            found = texts(Kind.PHRASE, typed);
        }
        return found;
    }

    private void put(String name, String title, String source, String text, String... about) {
        engine.put(Samples.document(name, Samples.record(title, null, source, about), DocumentText.of(text)));
    }

    @Test
    void titlesSourcesAndCountriesByTheBeginningOfAnyWord() {
        put("a", "Land reform in Kenya", "The Évening Herald", "x", "KE");
        put("b", "On land", "Herald", "x", "KE", "CI");
        put("c", "Island life", "Herald", "x", "TZ");
        put("d", "Land reform in Kenya", null, "x");
        engine.commit(4);

        assertEquals(List.of("Land reform in Kenya", "On land"), texts(Kind.TITLE, "lan"), "those that begin so first");
        Suggestion title = of(Kind.TITLE, "LAND Ref").getFirst();
        assertEquals(2, title.documents());
        assertNotNull(title.document());
        assertEquals(2, engine.search(SearchRequest.of(title.query())).total());

        assertEquals(List.of("Herald", "The Évening Herald"), texts(Kind.SOURCE, "her"), "the more frequent first");
        assertEquals(List.of("The Évening Herald"), texts(Kind.SOURCE, "evening he"));
        for (String typed : List.of("her", "eve")) { // one name is a part of the other
            for (Suggestion source : of(Kind.SOURCE, typed)) {
                assertEquals(
                        engine.search(SearchRequest.of(source.query())).total(), source.documents(), source.text());
            }
        }

        for (Suggestion land : of(Kind.TITLE, "land")) {
            assertEquals(engine.search(SearchRequest.of(land.query())).total(), land.documents(), land.text());
        }

        assertEquals(List.of("Kenya"), texts(Kind.COUNTRY, "ken"));
        assertEquals(List.of("Côte d’Ivoire"), texts(Kind.COUNTRY, "ivo"));
        for (Suggestion country : of(Kind.COUNTRY, "ke")) {
            assertEquals(
                    country.documents(),
                    engine.search(SearchRequest.of(country.query())).total());
        }
        assertEquals(List.of(), engine.suggest("...", 4));
        assertEquals(List.of(), engine.suggest("", 4));
    }

    @Test
    void phrasesThatSeveralTextsShare() throws InterruptedException {
        String[] made = {"one", "two", "three", "four", "five"};
        for (int i = 0; i < made.length; i++) {
            put(
                    "d" + i,
                    "T" + i,
                    null,
                    made[i] + " people saw the Soviet  Union and the Liberation\nMovement of " + made[i]
                            + ". The liberation struggle was " + made[i] + ". 人民共和国" + made[i]);
        }
        put("e", "E", null, "The liberation struggle alone, and the liberation army twice: the liberation army");
        engine.commit(6);

        assertEquals(List.of("liberation struggle", "Liberation Movement"), phrases("liber"));
        assertEquals(List.of("liberation struggle"), phrases("Liberation s"));
        assertEquals(List.of("Soviet Union"), phrases("sov"), "words are not parted by grammar, blanks are folded");
        assertEquals(List.of("人民共和"), phrases("人民"));
        for (Suggestion phrase : of(Kind.PHRASE, "liber")) {
            assertEquals(
                    phrase.documents(),
                    engine.search(SearchRequest.of(phrase.query())).total());
        }
    }

    @Test
    void oneCopyOfAStorySpeaksForItsPhrases() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            DocumentText text = DocumentText.of("the same printed words in copy " + i);
            IndexedDocument copy = Samples.copy("d" + i, "s", Samples.record(null, null, null), text);
            engine.put(copy);
            put("alone" + i, "T", null, "some plainly common phrase " + i);
        }
        engine.commit(6);
        assertEquals(List.of("plainly common phrase"), phrases("plai"));
        assertEquals(List.of(), texts(Kind.PHRASE, "printed"));
    }

    @Test
    void wordsThatNoTextHasAreSpeltAsTheArchiveSpellsThem() {
        put("a", "A", null, "the government of the people, the government and its goverment");
        put("b", "B", null, "government. Правительство народа. conferência nacional. سياسة");
        put("c", "C", null, "government school");
        engine.commit(3);
        assertEquals(List.of("government people"), texts(Kind.SPELLING, "govermnent people"));
        assertEquals(List.of("правительство"), texts(Kind.SPELLING, "правительсто"));
        assertEquals(List.of("conferência"), texts(Kind.SPELLING, "confrencia"));
        assertEquals(List.of("سياسة"), texts(Kind.SPELLING, "سيااسة"));
        assertEquals(List.of(), texts(Kind.SPELLING, "govern"), "the beginning of a word");
        assertEquals(List.of(), texts(Kind.SPELLING, "zzzzzz"), "nothing is near");
        assertEquals(List.of("title:a AND government"), texts(Kind.SPELLING, "title:a AND govermnent"));
        Suggestion people = of(Kind.SPELLING, "govermnent people").getFirst();
        assertEquals(1, people.documents());
        assertEquals("government people", people.query());
    }

    @Test
    void stemsAreNeverOffered() {
        for (int i = 0; i < 50; i++) {
            put("d" + i, "T", null, "governing governed governs parties partying");
        }
        engine.commit(50);
        for (String typed : List.of("governin", "gobern", "partie", "partys", "goverm", "govrn x")) {
            for (String offered : texts(Kind.SPELLING, typed + " x")) {
                assertFalse(offered.chars().anyMatch(c -> c < ' '), offered);
                assertTrue(offered.matches("(governing|governed|governs|parties|partying) x( x)?"), offered);
            }
        }
    }

    @Test
    void anEmptyArchiveOffersNothing() {
        assertEquals(List.of(), engine.suggest("peace", 4));
        try (SearchEngine reader = LuceneSearchEngine.openReadOnly(folder.resolve("none"))) {
            assertEquals(List.of(), reader.suggest("peace", 4));
            assertEquals(
                    new Frequencies(0, Map.of("peace", 0L)),
                    reader.frequencies(SearchRequest.of(""), List.of("peace"), Asker.PATIENT));
        }
    }
}
