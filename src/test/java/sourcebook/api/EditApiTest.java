package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Changing records and changing them back, over HTTP.
final class EditApiTest extends OverHttp {
    EditApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void oneRecordIsChangedAndChangedBack() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        JsonNode changed = server.json(
                "PATCH", path, "{\"title\": \"<b>Edited</b>\", \"about\": [\"de\", \"FR\"], \"date\": null}");
        assertEquals("<b>Edited</b>", changed.get("title").get("value").stringValue());
        assertTrue(changed.get("date").isNull());
        assertEquals(
                "DE", changed.get("countries").get("about").get(0).get("value").stringValue());
        assertEquals(3, changed.get("batches").size());
        assertEquals(1, total("/api/search?country=FR"), "found at once");
        assertEquals(
                System.getProperty("user.name"),
                changed.get("edits").get(0).get("who").stringValue());
        for (JsonNode batch : changed.get("batches")) {
            assertEquals(
                    1,
                    server.json("DELETE", "/api/edits/" + batch, "")
                            .get("documents")
                            .intValue());
        }
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
        assertEquals(0, total("/api/search?country=FR"));
        refusal(http.json("DELETE", "/api/edits/" + changed.get("batches").get(0), ""), 404);
        refusal(http.json("DELETE", "/api/edits/x", ""), 400);
    }

    @Test
    void countriesMayBeNamedAndNoDayIsFarAhead() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        JsonNode changed = server.json("PATCH", path, "{\"about\": [\"Norway\", \"Исландия\", \"uk\"]}");
        JsonNode about = changed.get("countries").get("about");
        assertEquals("NO", about.get(0).get("value").stringValue());
        assertEquals("IS", about.get(1).get("value").stringValue());
        assertEquals("GB", about.get(2).get("value").stringValue());
        server.json("DELETE", "/api/edits/" + changed.get("batches").get(0), "");
        assertTrue(refusal(http.json("PATCH", path, "{\"about\": [\"Atlantis\"]}"), 400)
                .contains("“Atlantis” is not a country"));
        assertTrue(refusal(http.json("PATCH", path, "{\"date\": \"2912-03-04\"}"), 400)
                .contains("“2912-03-04” is in the future"));
    }

    @Test
    void aChangeIsDoneWholeOrNotAtAll() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        String sentence = refusal(http.json("PATCH", path, "{\"title\": \"New\", \"date\": \"yesterday\"}"), 400);
        assertTrue(sentence.contains("“yesterday” is not a date"), sentence);
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
        assertTrue(
                refusal(http.json("PATCH", path, "{\"titel\": \"New\"}"), 400).contains("titel"));
        assertTrue(refusal(http.json("PATCH", path, "{\"title\": 7}"), 400).contains("title"));
        assertTrue(refusal(http.json("PATCH", path, "{\"source\": [\"a\", \"b\"]}"), 400)
                .contains("one value"));
        refusal(http.json("PATCH", path, "{}"), 400);
        refusal(http.json("PATCH", path, "[]"), 400);
        refusal(http.json("PATCH", path, "{\"title\":"), 400);
        refusal(http.json("PATCH", "/api/documents/000000000000", "{\"title\": \"x\"}"), 404);
    }

    @Test
    void severalRecordsAreChangedAtOnce() throws IOException {
        String one = id("scholars.txt");
        String two = id("page.html");
        JsonNode done = server.json(
                "POST",
                "/api/edits",
                "{\"ids\": [\"" + one + "\", \"" + two.substring(0, 12) + "\", \"" + one
                        + "\"], \"field\": \"publishedIn\", \"values\": [\"GB\"]}");
        assertEquals(2, done.get("documents").intValue());
        assertEquals(2, total("/api/search?publishedIn=GB"));
        server.json("DELETE", "/api/edits/" + done.get("batch"), "");
        assertEquals(0, total("/api/search?publishedIn=GB"));
        refusal(http.json("POST", "/api/edits", "{\"ids\": [], \"field\": \"title\", \"values\": []}"), 400);
        refusal(http.json("POST", "/api/edits", "{\"ids\": [\"" + one + "\"], \"field\": \"title\"}"), 400);
        assertTrue(refusal(
                        http.json(
                                "POST", "/api/edits", "{\"ids\": [\"" + one + "\"], \"field\": \"x\", \"values\": []}"),
                        400)
                .contains("“x”"));
    }
}
