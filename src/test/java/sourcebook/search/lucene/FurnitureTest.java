package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Snippet;

/// The text of the page around the work: found where it is asked for, and nowhere else.
class FurnitureTest {
    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
        put("menu", "A treaty of peace.", "Peace prize | Subscribe to our newsletter");
        put("clean", "Peace at last, says the newsletter.", "");
        put("scan", "", "Subscribe\nfor peace");
        engine.commit(1);
    }

    private void put(String name, String text, String furniture) {
        engine.put(Samples.document(
                name, Samples.record("A title", null, null, "TZ"), new DocumentText(text, 0, List.of(0), furniture)));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private long total(String query) {
        return engine.search(SearchRequest.of(query)).total();
    }

    @Test
    void furnitureIsSearchedOnlyOnDemand() {
        assertEquals(0, total("subscribe"));
        assertEquals(2, total("in:furniture subscribe"));
        assertEquals(2, total("in:furniture peace"));
        assertEquals(1, total("in:furniture \"peace prize\""));
        assertEquals(1, total("in:furniture (peace newsletter)"));
        assertEquals(1, total("in:furniture (peace -newsletter)"));
        assertEquals(1, total("treaty in:furniture subscrib*"));
        assertEquals(2, total("-in:furniture prize"));
        assertEquals(
                2, engine.search(SearchRequest.of("peace").withCountHits(true)).hitCount());
    }

    @Test
    void hitsSayWhichLayerTheyLieIn() {
        String query = "peace in:furniture peace";
        List<Hit> both = List.of(new Hit(12, 17, 1), new Hit(0, 5, 1, Layer.FURNITURE));
        assertEquals(both, engine.hits(Samples.id("menu"), query));
        SearchResult result = engine.search(SearchRequest.of(query).withCountHits(true));
        assertEquals(2L, result.hitCount());
        SearchResult.Result one = result.results().getFirst();
        assertEquals(2, one.hitCount());
        assertEquals(
                List.of(Layer.TEXT, Layer.FURNITURE),
                one.snippets().stream().map(Snippet::layer).toList());
        assertEquals(
                "Peace prize | Subscribe to our newsletter",
                one.snippets().getLast().text());
        assertEquals(List.of(new Snippet.Mark(0, 5)), one.snippets().getLast().marks());

        SearchResult around =
                engine.search(SearchRequest.of("in:furniture subscribe").withSnippets(1));
        for (SearchResult.Result found : around.results()) {
            assertEquals(1, found.snippets().size());
            assertEquals(Layer.FURNITURE, found.snippets().getFirst().layer());
        }
        assertEquals(
                List.of(),
                engine.search(SearchRequest.of("in:furniture subscribe").withSnippets(0))
                        .results()
                        .getFirst()
                        .snippets());
    }

    @Test
    void whatWouldBeFoundThereIsCountedBesideTheTotal() {
        SearchResult result = engine.search(SearchRequest.of("peace"));
        assertEquals(2, result.total());
        assertEquals(2L, result.inFurniture());
        assertEquals(
                "in:furniture peace", QueryParser.parse("peace").inFurniture().orElseThrow());
        assertEquals(
                0L,
                engine.search(SearchRequest.of("peace").withRefinements(Map.of(Facet.COUNTRY, Set.of("KE"))))
                        .inFurniture());
        assertEquals(1L, engine.search(SearchRequest.of("newsletter -treaty")).inFurniture());
        for (String query : List.of("", "title:peace", "country:TZ", "in:furniture peace", "NOT peace")) {
            assertNull(engine.search(SearchRequest.of(query)).inFurniture(), query);
        }
    }
}
