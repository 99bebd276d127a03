package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.Offer;
import sourcebook.search.SearchRequest;
import sourcebook.search.YearRange;

class OffersTest {
    @TempDir
    private Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void fill() {
        engine = LuceneSearchEngine.open(folder, 16);
        engine.put(Samples.document(
                "one",
                Samples.record("Schools", "2014-03", "Daily News", "TZ"),
                DocumentText.of("The party opened a cadre school in Ilboru. Parties and schools follow.")));
        engine.put(Samples.document(
                "two",
                Samples.record("Roads", "2016", "Daily News", "KE"),
                new DocumentText("A road was built.", 0, List.of(0), "Read more about harvest")));
        engine.commit(1);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void eachKindIsOfferedWhereItFindsSomething() {
        assertEquals(Set.of(Offer.Kind.SPELLING), kinds(SearchRequest.of("scholo")));
        for (String typed : List.of("achool", "chool", "sschool", "cshool")) {
            assertEquals(
                    List.of("school"),
                    engine.search(SearchRequest.of(typed)).offers().stream()
                            .map(Offer::query)
                            .toList(),
                    typed);
        }
        assertEquals(Set.of(Offer.Kind.PART, Offer.Kind.ANY_WORD), kinds(SearchRequest.of("school road")));
        assertEquals(Set.of(Offer.Kind.FORMS), kinds(SearchRequest.of("\"party schools\"")));
        assertEquals(Set.of(Offer.Kind.FURNITURE), kinds(SearchRequest.of("harvest")));
        assertEquals(
                Set.of(Offer.Kind.FILTER),
                kinds(SearchRequest.of("school").withRefinements(Map.of(Facet.COUNTRY, Set.of("KE")))));
        assertEquals(Set.of(Offer.Kind.FILTER), kinds(SearchRequest.of("school").withYears(new YearRange(1999, 2000))));
        assertEquals(Set.of(), kinds(SearchRequest.of("zzzzz")));
        assertEquals(Set.of(), kinds(SearchRequest.of("school")));
    }

    /// Each offer says what it finds.
    @Test
    void whatIsOfferedFindsSoMuch() {
        for (String query :
                List.of("scholo", "school road", "\"party schools\"", "harvest", "school -party year:2014")) {
            for (Offer offer : engine.search(SearchRequest.of(query)).offers()) {
                assertTrue(offer.total() > 0, offer.toString());
                assertEquals(offer.total(), engine.search(offer.request()).total(), offer.toString());
            }
        }
    }

    /// What a plus marks must occur among any of the words; the furniture is one of them.
    @Test
    void anyOfTheWords() {
        SearchRequest any = SearchRequest.of("road school").withAnyWord(true);
        assertEquals(2, engine.search(any).total());
        assertEquals(1, engine.search(any.withQuery("+road school")).total());
        assertEquals(
                "(school OR *) AND road",
                engine.search(any.withQuery("+road school")).understoodAs());
        assertEquals(
                2, engine.search(any.withQuery("in:furniture harvest school")).total());
        assertEquals(0, engine.search(any.withQuery("title:nothing school")).total());
    }

    private Set<Offer.Kind> kinds(SearchRequest request) {
        return new java.util.TreeSet<>(
                engine.search(request).offers().stream().map(Offer::kind).toList());
    }
}
