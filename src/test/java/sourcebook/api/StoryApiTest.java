package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Stories and what a person decides about them, and weak values, over HTTP.
final class StoryApiTest extends OverHttp {
    private static final String STORY = """
            The harbour of Oldport was closed on Monday after a crane fell into the main basin. Two pilots were taken to
            hospital with light injuries, and nine ships had to wait outside the mole until the tide turned. The harbour
            master said that the crane had been inspected in spring and that nobody could explain why its foot gave way.
            Fishermen brought food to the crews who were waiting. By Wednesday evening the basin was open again, though
            only for ships of less than four metres draught, and the owner of the crane promised to pay for the damage.
            """;

    StoryApiTest(ApiArchive archive) {
        super(archive);
    }

    @BeforeEach
    void twoPapersPrintIt() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("crane"));
        Files.writeString(folder.resolve("crane/metadata.csv"), """
                path,title,source,date,published_in
                a.txt,Crane falls,The Herald,2019-03-05,GB
                b.txt,Accident in Oldport,The Observer,2019-03-06,IE
                c.txt,Zebras,The Herald,2019-03-07,GB
                """);
        Files.writeString(folder.resolve("crane/a.txt"), STORY);
        Files.writeString(folder.resolve("crane/b.txt"), STORY + "\nReported by our own correspondent.\n");
        add("crane/c.txt", "Zebras of the crane reserve are counted every year by volunteers.");
    }

    @AfterEach
    void takeThemAway() throws IOException {
        for (String name : new String[] {"a.txt", "b.txt", "c.txt"}) {
            Files.delete(folder.resolve("crane/" + name));
        }
        remove("crane/metadata.csv");
    }

    private JsonNode search(String rest) throws IOException {
        return server.json("/api/search?q=crane" + rest);
    }

    @Test
    void oneSwitchCountsStoriesInsteadOfCopies() throws IOException {
        JsonNode copies = search("");
        assertEquals(3, copies.get("total").intValue());
        assertEquals(3, copies.get("copies").intValue());
        assertEquals(2, copies.get("stories").intValue());
        assertEquals(0, copies.get("inFurniture").intValue());
        assertEquals(copies, withoutTime(search("&count=copies"), copies));

        JsonNode stories = search("&count=stories&sort=oldest");
        assertEquals(2, stories.get("total").intValue());
        JsonNode first = stories.get("hits").get(0);
        assertEquals("Crane falls", first.get("title").stringValue());
        assertEquals(2, first.get("storyCopies").intValue());
        assertEquals(2, first.get("storySources").intValue());
        assertEquals("[\"GB\",\"IE\"]", first.get("storyCountries").toString());
        assertTrue(stories.get("hits").get(1).get("story").isNull());
        assertEquals("text", first.get("snippets").get(0).get("layer").stringValue());
        assertTrue(refusal(http.get("/api/search?count=all"), 400).contains("count"));
        assertEquals(2, total("/api/search?q=story:" + first.get("story").stringValue()));
    }

    private static JsonNode withoutTime(JsonNode given, JsonNode other) {
        ((tools.jackson.databind.node.ObjectNode) given).set("tookMillis", other.get("tookMillis"));
        return given;
    }

    @Test
    void aStoryIsJoinedSplitAndAsItWas() throws IOException {
        String a = id("crane/a.txt");
        String b = id("crane/b.txt");
        String c = id("crane/c.txt");
        JsonNode document = server.json("/api/documents/" + a);
        String story = document.get("story").get("id").stringValue();
        JsonNode known = server.json("/api/stories/" + story);
        assertEquals(a, known.get("representative").stringValue());
        assertEquals(2, known.get("copies").size());
        assertEquals(
                "Accident in Oldport", known.get("copies").get(1).get("title").stringValue());
        assertEquals(0, known.get("decisions").size());

        JsonNode split = server.json("POST", "/api/stories/split", "{\"documents\": [\"" + b + "\"]}");
        assertEquals(0, split.get("stories").size());
        assertEquals(3, search("&count=stories").get("total").intValue(), "found at once");
        server.json("DELETE", "/api/stories/decisions/" + split.get("decision"), "");
        assertEquals(2, search("&count=stories").get("total").intValue());

        JsonNode join = server.json("POST", "/api/stories/join", "{\"documents\": [\"" + a + "\", \"" + c + "\"]}");
        assertEquals(3, join.get("stories").get(0).get("copies").size());
        assertEquals(1, search("&count=stories").get("total").intValue());
        server.json("DELETE", "/api/stories/decisions/" + join.get("decision"), "");
        assertEquals(2, search("&count=stories").get("total").intValue());
        assertTrue(server.json("/api/documents/" + c).get("story").isNull());

        refusal(http.json("DELETE", "/api/stories/decisions/" + join.get("decision"), ""), 404);
        refusal(http.json("DELETE", "/api/stories/decisions/987654", ""), 404);
        refusal(http.json("POST", "/api/stories/join", "{\"documents\": [\"" + a + "\"]}"), 400);
        refusal(http.json("POST", "/api/stories/split", "{\"documents\": []}"), 400);
        refusal(http.json("POST", "/api/stories/split", "{\"ids\": []}"), 400);
        refusal(http.json("POST", "/api/stories/join", "{\"documents\": [\"000000000000\"]}"), 404);
        refusal(http.get("/api/stories/s99999"), 404);
        refusal(http.get("/api/stories/x"), 404);
    }

    @Test
    void everyValueTellsWhereItComesFrom() throws IOException {
        String id = id("crane/a.txt");
        JsonNode date = server.json("/api/documents/" + id).get("date");
        assertEquals("high", date.get("confidence").stringValue());
        assertTrue(date.get("rule").stringValue().startsWith("metadata.csv"), date.toString());
        JsonNode fields = server.json("/api/documents/" + id + "/provenance").get("fields");
        boolean told = false;
        for (JsonNode field : fields) {
            if (field.get("field").stringValue().equals("source")) {
                JsonNode layers = field.get("layers");
                JsonNode last = layers.get(layers.size() - 1);
                assertEquals("sidecar", last.get("kind").stringValue());
                assertEquals(
                        "The Herald", last.get("values").get(0).get("value").stringValue());
                told = true;
            }
        }
        assertTrue(told, fields.toString());
        JsonNode alike = server.json("/api/documents/" + id + "/alike?field=source");
        assertTrue(alike.get("alike").isArray());
        refusal(http.get("/api/documents/" + id + "/alike?field=colour"), 400);
        refusal(http.get("/api/documents/" + id + "/alike"), 400);
    }

    @Test
    void weakValuesAreCountedAndListed() throws IOException {
        JsonNode all = server.json("/api/weak");
        assertTrue(all.get("fields").size() > 0);
        JsonNode undated = server.json("/api/weak?field=date&kind=missing&limit=1000");
        long missing = 0;
        for (JsonNode field : undated.get("fields")) {
            if (field.get("field").stringValue().equals("date")) {
                missing = field.get("missing").longValue();
            }
        }
        assertEquals(missing, undated.get("documents").size());
        assertTrue(missing > 0);
        for (JsonNode document : undated.get("documents")) {
            assertTrue(document.get("date").isNull(), document.toString());
        }
        assertEquals(
                1, server.json("/api/weak?field=date&limit=1").get("documents").size());
        refusal(http.get("/api/weak?field=colour"), 400);
        refusal(http.get("/api/weak?field=date&kind=odd"), 400);
        refusal(http.get("/api/weak?limit=1001"), 400);
    }
}
