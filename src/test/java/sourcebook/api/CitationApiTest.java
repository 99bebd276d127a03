package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.read;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

/// Citations and collections, over HTTP.
final class CitationApiTest extends OverHttp {
    CitationApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void aPassageIsCitedChangedMovedAndExported() throws IOException {
        JsonNode collection =
                read(http.json("POST", "/api/collections", "{\"name\": \"Chapter \\\"one\\\"/two\"}"), 201);
        long into = collection.get("id").longValue();
        String text = server.json("/api/documents/" + id("scholars.txt") + "/text")
                .get("text")
                .stringValue();
        int start = text.indexOf("exchange programme");
        JsonNode saved = read(
                http.json(
                        "POST",
                        "/api/collections/" + into + "/citations",
                        "{\"document\": \"" + id("scholars.txt") + "\", \"start\": " + start + ", \"end\": "
                                + (start + 18) + ", \"note\": \"see also\"}"),
                201);
        long id = saved.get("id").longValue();
        assertEquals("exchange programme", saved.get("passage").get("quote").stringValue());
        assertEquals("The scholars", saved.get("title").stringValue());
        assertEquals(saved, server.json("/api/citations/" + id));
        assertEquals(
                "another",
                server.json("PATCH", "/api/citations/" + id, "{\"note\": \"another\", \"pageFrom\": 12}")
                        .get("note")
                        .stringValue());

        for (String format : List.of("bibtex", "ris", "csl-json", "chicago", "apa", "mla")) {
            Answer export = http.get("/api/collections/" + into + "/export?format=" + format);
            assertEquals(200, export.status(), format);
            assertTrue(export.text().contains("The scholars") || export.text().contains("The Scholars"), export.text());
            String disposition = export.header("content-disposition");
            assertTrue(
                    disposition.startsWith("attachment") && disposition.contains("Chapter%20_one__two."), disposition);
        }
        assertTrue(refusal(http.get("/api/collections/" + into + "/export?format=word"), 400)
                .contains("format"));

        assertEquals(
                204, http.send("DELETE", "/api/citations/" + id, new byte[0]).status());
        refusal(http.get("/api/citations/" + id), 404);
        refusal(http.send("DELETE", "/api/citations/" + id, new byte[0]), 404);
        assertEquals(
                id,
                server.json("POST", "/api/citations/" + id + "/restore", "")
                        .get("id")
                        .longValue());

        long standard = server.json("/api/collections")
                .get("collections")
                .get(0)
                .get("id")
                .longValue();
        assertNotEquals(standard, into);
        JsonNode moved = server.json("PATCH", "/api/citations/" + id, "{\"collection\": " + standard + "}");
        assertEquals(standard, moved.get("collection").longValue());
        assertEquals(
                0,
                server.json("/api/collections/" + into + "/citations")
                        .get("citations")
                        .size());
    }

    @Test
    void collectionsAreRenamedDeletedAndRestored() throws IOException {
        long id = read(http.json("POST", "/api/collections", "{\"name\": \"Short-lived\"}"), 201)
                .get("id")
                .longValue();
        assertEquals(
                "Renamed",
                server.json("PATCH", "/api/collections/" + id, "{\"name\": \"Renamed\"}")
                        .get("name")
                        .stringValue());
        assertEquals(
                204, http.send("DELETE", "/api/collections/" + id, new byte[0]).status());
        refusal(http.get("/api/collections/" + id + "/citations"), 404);
        assertEquals(
                "Renamed",
                server.json("POST", "/api/collections/" + id + "/restore", "")
                        .get("name")
                        .stringValue());
        refusal(http.json("POST", "/api/collections", "{\"name\": \"  \"}"), 400);
        refusal(http.json("POST", "/api/collections", "{}"), 400);
        refusal(http.json("PATCH", "/api/collections/999", "{\"name\": \"x\"}"), 404);
    }

    @Test
    void whatCannotBeCited() throws IOException {
        long into = server.json("/api/collections")
                .get("collections")
                .get(0)
                .get("id")
                .longValue();
        String path = "/api/collections/" + into + "/citations";
        String document = "{\"document\": \"" + id("page.html") + "\"";
        for (String range : List.of(
                "\"start\": 5",
                "\"start\": 5, \"end\": 5",
                "\"start\": -1, \"end\": 3",
                "\"start\": 0, \"end\": 99999")) {
            assertTrue(refusal(http.json("POST", path, document + ", " + range + "}"), 400)
                    .contains("passage"));
        }
        refusal(http.json("POST", path, "{\"document\": \"000000000000\"}"), 404);
        refusal(http.json("POST", "/api/collections/999/citations", document + "}"), 404);
        JsonNode whole = read(http.json("POST", path, document + "}"), 201);
        assertTrue(whole.get("passage").isNull());
        refusal(http.json("PATCH", "/api/citations/" + whole.get("id"), "{\"pageFrom\": 3}"), 400);
        refusal(http.json("PATCH", "/api/citations/" + whole.get("id"), "{\"collection\": 999}"), 404);
    }
}
