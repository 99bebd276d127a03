package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// What is like a document or a passage.
class LikenessTest {
    private static final String SCHOOLS = "The party schools train young cadres for the liberation movements.";
    private static final String HARVEST = "The maize harvest failed after months of drought in the valley.";

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

    private void put(String name, @Nullable String story, @Nullable String language, String text) {
        DocumentRecord record = Samples.record(null, null, name.startsWith("h") ? "Herald" : "Gazette")
                .withLanguage(language == null ? null : Samples.stated(language));
        DocumentText made = DocumentText.of(text);
        engine.put(story == null ? Samples.document(name, record, made) : Samples.copy(name, story, record, made));
    }

    private static SearchRequest like(String name) {
        return SearchRequest.of("").withLike(Like.of(Samples.id(name)));
    }

    private static List<DocumentId> ids(SearchResult result) {
        return result.results().stream().map(SearchResult.Result::id).toList();
    }

    private void hold() {
        put("schools", "s", "en", SCHOOLS + " " + HARVEST);
        put("copy", "s", "en", SCHOOLS + " " + HARVEST);
        put("cadre", null, "en", "A cadre of the liberation movement was trained in a school of the party.");
        put("harvest", null, "en", "Drought: no maize, no harvest, an empty valley for months.");
        put("harvests", null, "en", "Maize harvests of the valley.");
        put("other", null, "en", "Nothing at all to do with any of it; the the the and of.");
        engine.commit(6);
    }

    @Test
    void otherDocumentsThatShareTheTellingWordsInAnyForm() {
        hold();
        SearchResult result = engine.search(like("schools"));
        Set<DocumentId> found = Set.copyOf(ids(result));
        assertTrue(found.contains(Samples.id("cadre")), "other forms of its words");
        assertTrue(found.contains(Samples.id("harvest")));
        assertFalse(found.contains(Samples.id("schools")), "not itself");
        assertFalse(found.contains(Samples.id("copy")), "no copy of itself");
        assertFalse(found.contains(Samples.id("other")));
        assertTrue(
                result.likeWords().containsAll(List.of("cadres", "maize")),
                result.likeWords().toString());
        assertFalse(result.likeWords().contains("the"));
        assertEquals(0, result.results().getFirst().hitCount(), "hits are the query's");
        assertEquals(
                result.total(), engine.search(like("schools").withStories(true)).total());
    }

    @Test
    void aPassageSpeaksForItself() {
        hold();
        Like passage = new Like(Samples.id("schools"), SCHOOLS.length(), SCHOOLS.length() + HARVEST.length() + 1);
        SearchResult result = engine.search(SearchRequest.of("").withLike(passage));
        assertEquals(List.of(Samples.id("harvest"), Samples.id("harvests")), ids(result));
        assertFalse(result.likeWords().contains("cadres"));
        SearchResult beyond = engine.search(SearchRequest.of("").withLike(new Like(Samples.id("schools"), 5000, 6000)));
        assertEquals(0, beyond.total());
        assertEquals(List.of("There are no telling words that another document has, too."), beyond.notes());
    }

    @Test
    void itIsNarrowedCountedAndPagedAsAnySearch() {
        hold();
        SearchResult all = engine.search(like("schools"));
        SearchResult herald = engine.search(like("schools").withRefinements(Map.of(Facet.SOURCE, Set.of("Herald"))));
        assertEquals(2, herald.total());
        long counted = all.facets().get(Facet.SOURCE).stream()
                .filter(value -> value.value().equals("Herald"))
                .mapToLong(FacetValue::count)
                .sum();
        assertEquals(2, counted);
        List<DocumentId> paged = new ArrayList<>();
        for (int page = 0; page < all.total(); page++) {
            paged.addAll(ids(engine.search(like("schools").withPage(page, 1))));
        }
        assertEquals(ids(all), paged);

        SearchResult drought =
                engine.search(like("schools").withQuery("drought").withCountHits(true));
        assertEquals(List.of(Samples.id("harvest")), ids(drought));
        assertEquals(1L, drought.hitCount());
        List<DocumentId> visited = new ArrayList<>();
        engine.visit(like("schools"), match -> visited.add(match.result().id()));
        assertEquals(ids(all), visited);
    }

    @Test
    void inOtherLanguagesAndScripts() {
        put("zh1", null, "zh", "人民共和国的经济改革与农业发展。");
        put("zh2", null, "zh", "农业发展和经济改革的道路。");
        put("zh3", null, "zh", "天气很好，我们去公园散步。");
        put("ru1", null, "ru", "Партийные школы готовят кадры освободительного движения.");
        put("ru2", null, "ru", "В партийной школе учились кадры движения.");
        put("ru3", null, "ru", "Погода в долине была сухая.");
        engine.commit(6);
        assertEquals(List.of(Samples.id("zh2")), ids(engine.search(like("zh1"))));
        assertEquals(List.of(Samples.id("ru2")), ids(engine.search(like("ru1"))));
    }

    @Test
    void aDocumentThatIsNotThereIsLikeNothing() {
        hold();
        SearchResult result = engine.search(like("nobody"));
        assertEquals(0, result.total());
        assertEquals(List.of("The document that others should be like is not in the archive."), result.notes());
    }
}
