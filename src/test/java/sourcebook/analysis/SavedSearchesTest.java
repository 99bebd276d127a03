package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;

class SavedSearchesTest {
    private static final String STORY = """
            The delegation of the party arrived in the capital on Monday and was received by the minister of education.
            Over five days it is to visit three universities, a teachers' college and the broadcasting house, before a
            joint communiqué is signed. Observers said that the number of scholarships would double within two years,
            and that a language institute is to open at the coast; neither side named the cost of the undertaking.
            """;

    private SmallArchive archive;
    private SavedSearches searches;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        archive = new SmallArchive(folder);
        searches = new SavedSearches(archive.database.source(), archive.engine, archive.numbers);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void newCopiesOfOldStoriesAreNoNews() {
        archive.save("old", STORY);
        archive.save("scan", "");
        archive.follow();
        SavedSearch search = searches.save("anna", "Party", "?q=party", SearchRequest.of("party"));
        assertEquals(NewSince.NOTHING, searches.newSince(search));

        archive.save("copy", STORY + "\nOur own correspondent.");
        archive.save("unrelated", "A text about the weather.");
        archive.follow();
        assertEquals(new NewSince(1, 0), searches.newSince(search));

        archive.save("fresh", "The party congress begins.");
        archive.save("fresh 1", STORY.replace("party", "side").replace("capital", "harbour"));
        archive.recognise("scan", "A scanned leaflet of the party.");
        archive.follow();
        assertEquals(new NewSince(3, 2), searches.newSince(search));
        assertEquals(
                Set.of(SmallArchive.id("copy"), SmallArchive.id("fresh"), SmallArchive.id("scan")),
                Set.copyOf(searches.newDocuments(search, 10)));

        SavedSearch looked = searches.look("anna", search.id()).orElseThrow();
        assertEquals(NewSince.NOTHING, searches.newSince(looked));
        archive.remove("fresh");
        archive.follow();
        assertEquals(NewSince.NOTHING, searches.newSince(looked));
        archive.save("again", "Again the party.");
        archive.follow();
        assertEquals(new NewSince(1, 1), searches.newSince(looked));
    }

    @Test
    void twoNewCopiesOfANewStoryAreOneStory() {
        archive.save("other", "a party");
        archive.follow();
        SavedSearch search =
                searches.save("", "", "?q=party", SearchRequest.of("party").withStories(true));
        assertEquals("party", search.name());
        archive.save("one", STORY);
        archive.save("two", STORY + "\nOur own correspondent.");
        archive.follow();
        assertEquals(new NewSince(2, 1), searches.newSince(search));
    }

    @Test
    void searchesAreAPersonsOwnAndComeBackAfterRemoval() {
        SearchRequest request = SearchRequest.of("party")
                .withSort(Sort.NEWEST)
                .withRefinements(Map.of(Facet.COUNTRY, Set.of("KE")))
                .withFacets(false);
        SavedSearch a = searches.save("anna", " A  name ", "?q=party", request);
        SavedSearch b = searches.save("anna", "B", "?q=b", SearchRequest.of("b"));
        SavedSearch c = searches.save("anna", "C", "?q=c", SearchRequest.of("c"));
        assertEquals("A name", a.name());
        assertEquals(request, a.request());
        assertTrue(searches.find("berta", a.id()).isEmpty());
        assertFalse(searches.remove("berta", a.id()));
        assertTrue(searches.look("berta", a.id()).isEmpty());
        assertEquals(List.of(), searches.list("berta"));

        searches.move("anna", c.id(), 0);
        assertEquals(List.of("C", "A name", "B"), names());
        searches.move("anna", c.id(), 1);
        assertEquals(List.of("A name", "C", "B"), names());
        searches.move("anna", a.id(), 99);
        assertEquals(List.of("C", "B", "A name"), names());
        assertTrue(searches.remove("anna", b.id()));
        assertFalse(searches.remove("anna", b.id()));
        assertEquals(List.of("C", "A name"), names());
        assertEquals("B", searches.restore("anna", b.id()).orElseThrow().name());
        assertEquals("Bee", searches.rename("anna", b.id(), "Bee").orElseThrow().name());
        assertThrows(IllegalArgumentException.class, () -> searches.rename("anna", b.id(), "  "));

        assertEquals(a.id(), searches.byToken(a.token()).orElseThrow().id());
        String renewed = searches.renewToken("anna", a.id()).orElseThrow().token();
        assertTrue(searches.byToken(a.token()).isEmpty());
        assertTrue(searches.byToken(renewed).isPresent());
    }

    private List<String> names() {
        return searches.list("anna").stream().map(SavedSearch::name).toList();
    }

    @Test
    void theFeedHasAnEntryForEachNewStory() throws XMLStreamException, FeedException {
        archive.save("old", STORY);
        archive.follow();
        SavedSearch search = searches.save("", "Party & <friends>", "?q=party", SearchRequest.of("party"));
        archive.save("copy", STORY + "\nOur own correspondent.");
        archive.save(
                "new",
                SmallArchive.record("A \u0001title <b>& more", "2014-05", "Gazette"),
                DocumentText.of("The party congress begins."));
        String other = STORY.replace("delegation", "orchestra")
                .replace("minister of education", "mayor of the port")
                .replace("universities", "concert halls")
                .replace("broadcasting house", "harbour")
                .replace("scholarships", "instruments")
                .replace("language institute", "music school");
        archive.save("second", other + "They played every evening, to the delight of the whole town and its guests.");
        archive.save(
                "second copy",
                other + "They played every evening, to the delight of the whole town and its guests. Ends.");
        archive.follow();
        StringWriter written = new StringWriter();
        new StoryFeed(searches, archive.catalogue, new ArchiveIdentity(archive.database.source()))
                .write(search, "http://127.0.0.1:8080", "http://127.0.0.1:8080/api/feeds/x", written);
        SyndFeed feed = new SyndFeedInput().build(new StringReader(written.toString()));
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals("Party & <friends>", feed.getTitle());
        List<String> links = feed.getEntries().stream().map(SyndEntry::getLink).toList();
        List<String> expected = new ArrayList<>();
        for (String name : List.of("second", "new")) {
            expected.add(
                    "http://127.0.0.1:8080/document/" + SmallArchive.id(name).shortForm());
        }
        assertEquals(expected, links, written.toString());
        assertEquals("A title <b>& more", feed.getEntries().getLast().getTitle());
        assertEquals(
                "Gazette, 2014-05", feed.getEntries().getLast().getDescription().getValue());
    }

    @Test
    void whatMatchesIsWhatIsVisited() {
        for (int i = 0; i < 30; i++) {
            archive.save(
                    "d" + i,
                    SmallArchive.record("T" + i, "20" + (10 + i % 5), "Gazette", i % 3 == 0 ? "KE" : "TZ"),
                    DocumentText.of((i % 2 == 0 ? "party " : "school ") + i));
        }
        archive.follow();
        Set<DocumentId> few =
                Set.of(SmallArchive.id("d0"), SmallArchive.id("d1"), SmallArchive.id("d6"), SmallArchive.id("x"));
        for (String query : List.of("", "party", "party OR school", "-party", "nothing", "\"unbalanced")) {
            SearchRequest request = SearchRequest.of(query).withRefinements(Map.of(Facet.COUNTRY, Set.of("KE")));
            Set<DocumentId> visited = new HashSet<>();
            archive.engine.visit(request, match -> visited.add(match.result().id()));
            assertEquals(visited, Set.copyOf(archive.engine.matching(request, null, Asker.PATIENT)), query);
            visited.retainAll(few);
            assertEquals(visited, Set.copyOf(archive.engine.matching(request, few, Asker.PATIENT)), query);
        }
    }

    @Test
    void theHistoryIsPrivateAndCanBeSwitchedOff() {
        SearchHistory history = new SearchHistory(archive.database.source());
        for (int i = 0; i < 250; i++) {
            history.record("anna", "?q=" + i, "" + i, i);
        }
        history.record("anna", "?q=100", "100", 7);
        List<HistoryEntry> last = history.last("anna");
        assertEquals(SearchHistory.MOST, last.size());
        assertEquals("100", last.getFirst().query());
        assertEquals(7, last.getFirst().total());
        assertEquals(
                1, last.stream().filter(entry -> entry.query().equals("100")).count());
        assertEquals(List.of(), history.last("berta"));
        history.record("berta", "?q=b", "b", 1);
        history.keep("anna", false);
        assertFalse(history.kept("anna"));
        history.record("anna", "?q=x", "x", 1);
        assertEquals(List.of(), history.last("anna"));
        assertEquals(1, history.last("berta").size());
        history.keep("anna", true);
        history.record("anna", "?q=x", "x", 1);
        assertEquals(1, history.last("anna").size());
        history.clear("anna");
        assertEquals(List.of(), history.last("anna"));
    }
}
