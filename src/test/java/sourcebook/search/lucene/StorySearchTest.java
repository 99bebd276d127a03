package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Sort;

/// What a request that counts stories gives, case by case; [SearchOracleTest] compares all of it with a scan.
class StorySearchTest {
    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /// One story in three copies, commits apart, another in two, and a document alone.
    private void hold() {
        engine.put(copy("late", "s1", "2014-07-03", "Gazette", "peace peace peace treaty", "KE"));
        engine.commit(1);
        engine.put(copy("early", "s1", "2014-07-01", "Herald", "peace treaty in the long and quiet autumn", "TZ"));
        engine.put(copy("undated", "s1", null, "Herald", "peace talks", "TZ", "KE"));
        engine.commit(2);
        engine.put(copy("x", "s2", "2013", null, "peace and quiet"));
        engine.put(copy("y", "s2", "2013", null, "peace and noise"));
        engine.put(copy("alone", null, "2015", "Gazette", "peace without end, and some treaty or other", "KE"));
        engine.commit(3);
    }

    private static IndexedDocument copy(
            String name,
            @Nullable String story,
            @Nullable String date,
            @Nullable String source,
            String text,
            String... publishedIn) {
        DocumentRecord record = Samples.record(null, date, source)
                .withPublishedIn(
                        List.of(publishedIn).stream().map(Samples::stated).toList());
        DocumentText made = DocumentText.of(text);
        return story == null ? Samples.document(name, record, made) : Samples.copy(name, story, record, made);
    }

    private static SearchRequest stories(String query) {
        return SearchRequest.of(query).withStories(true).withCountHits(true);
    }

    private static List<DocumentId> ids(SearchResult result) {
        return result.results().stream().map(SearchResult.Result::id).toList();
    }

    private static List<DocumentId> named(String... names) {
        return List.of(names).stream().map(Samples::id).toList();
    }

    private static DocumentId first(String one, String other) {
        return Samples.id(one).compareTo(Samples.id(other)) < 0 ? Samples.id(one) : Samples.id(other);
    }

    @Test
    void copiesOfAStoryAreOneInEveryNumber() {
        hold();
        SearchResult result = engine.search(stories("peace").withSort(Sort.OLDEST));
        assertEquals(3, result.total());
        assertEquals(6, result.copies());
        assertEquals(3, result.stories());
        assertEquals(List.of(first("x", "y"), Samples.id("early"), Samples.id("alone")), ids(result));
        assertEquals(3L, result.hitCount(), "hits of the shown copies");
        assertEquals(
                List.of(
                        new FacetValue("Gazette", "Gazette", 2),
                        new FacetValue("Herald", "Herald", 1),
                        new FacetValue(Facet.UNKNOWN, "unknown", 1)),
                result.facets().get(Facet.SOURCE));
        assertEquals(
                List.of(
                        new FacetValue("2013", "2013", 1),
                        new FacetValue("2014", "2014", 1),
                        new FacetValue("2015", "2015", 1),
                        new FacetValue(Facet.UNKNOWN, "undated", 1)),
                result.facets().get(Facet.YEAR));

        SearchResult copies = engine.search(SearchRequest.of("peace"));
        assertEquals(6, copies.total());
        assertEquals(3, copies.stories());
    }

    @Test
    void aStoryTellsHowMuchOfItMatches() {
        hold();
        SearchResult result = engine.search(stories("peace").withSort(Sort.OLDEST));
        assertEquals(
                new StoryCopies("s1", 3, 2, List.of("KE", "TZ")),
                result.results().get(1).story());
        assertEquals(
                new StoryCopies("s2", 2, 0, List.of()), result.results().get(0).story());
        assertNull(result.results().get(2).story());

        SearchResult some = engine.search(SearchRequest.of("treaty").withSort(Sort.NEWEST));
        assertEquals(named("alone", "late", "early"), ids(some));
        assertEquals(
                new StoryCopies("s1", 2, 2, List.of("KE", "TZ")),
                some.results().get(1).story());
    }

    @Test
    void theEarliestMatchingCopyStandsForItsStoryAndTheBestRanksIt() {
        hold();
        SearchResult talks = engine.search(stories("talks"));
        assertEquals(named("undated"), ids(talks));
        SearchResult ranked = engine.search(stories("peace treaty"));
        assertEquals(2, ranked.total());
        SearchResult copies = engine.search(SearchRequest.of("peace treaty"));
        SearchResult.Result best = copies.results().getFirst();
        assertEquals(Samples.id("late"), best.id());
        assertEquals(named("early", "alone"), ids(ranked));
        assertEquals(best.score(), ranked.results().getFirst().score(), 1e-6);
    }

    @Test
    void choosingAValueGivesAsManyStoriesAsStoodBesideIt() {
        hold();
        for (Facet facet : Facet.BUILT_IN) {
            for (FacetValue value : engine.search(stories("peace")).facets().get(facet)) {
                SearchResult chosen =
                        engine.search(stories("peace").withRefinements(Map.of(facet, Set.of(value.value()))));
                assertEquals(value.count(), chosen.total(), facet + " " + value);
                assertEquals(
                        engine.search(stories("peace")).facets().get(facet),
                        chosen.facets().get(facet),
                        "the other values of a chosen facet keep their counts");
            }
        }
    }

    @Test
    void aStoryIsFoundByItsId() {
        hold();
        assertEquals(3, engine.search(SearchRequest.of("story:s1")).total());
        assertEquals(1, engine.search(stories("story:s1")).total());
        assertEquals(0, engine.search(SearchRequest.of("story:s")).total());
        assertEquals(
                4,
                engine.search(SearchRequest.of("publishedIn:kenya OR publishedIn:TZ"))
                        .total());
        String id = Samples.id("alone").value();
        assertEquals(named("alone"), ids(engine.search(SearchRequest.of("id:" + id.substring(0, 16)))));
        SearchResult none = engine.search(SearchRequest.of("id:zebra publishedIn:nowhere"));
        assertEquals(0, none.total());
        assertEquals(2, none.notes().size(), none.notes().toString());
    }

    @Test
    void withoutStoriesEveryDocumentIsOne() {
        engine.put(copy("a", null, null, null, "peace"));
        engine.put(copy("b", null, null, null, "peace"));
        engine.commit(1);
        SearchResult result = engine.search(stories("peace"));
        assertEquals(2, result.total());
        assertEquals(2, result.copies());
        assertEquals(2, result.stories());
        engine.clear();
        assertEquals(0, engine.search(stories("")).stories());
    }

    @Test
    void aStoryOfWhichCopiesAreRemovedOrSplitOffFollows() {
        hold();
        assertNotNull(engine.search(stories("talks")).results().getFirst().story());
        engine.remove(Samples.id("early"));
        engine.put(copy("undated", null, null, "Herald", "peace talks"));
        engine.commit(4);
        SearchResult result = engine.search(stories("peace").withSort(Sort.OLDEST));
        assertEquals(4, result.total());
        assertEquals(5, result.copies());
        assertTrue(ids(result).containsAll(named("late", "undated")));
    }
}
