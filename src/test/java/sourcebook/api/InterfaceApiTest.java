package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

/// What holds for every resource of the REST interface.
final class InterfaceApiTest extends OverHttp {
    InterfaceApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void whatIsNotThereOrNotSo() throws IOException {
        refusal(http.get("/api"), 404);
        refusal(http.get("/api/nothing"), 404);
        refusal(http.get("/nothing"), 404);
        Answer wrong = http.json("POST", "/api/search", "{}");
        assertTrue(refusal(wrong, 405).contains("POST"));
        assertEquals("GET", wrong.header("allow"));
        refusal(
                http.send("PATCH", "/api/edits", "x".getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain"),
                405);
        refusal(http.send("POST", "/api/edits", "x".getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain"), 415);
        assertEquals("up", server.json("/api/health").get("status").stringValue());
    }

    @Test
    void foreignPagesDoNotDriveTheArchive() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        String body = "{\"title\": \"Driven\"}";
        refusal(http.json("PATCH", path, body, "Origin: http://evil.test"), 403);
        refusal(http.json("PATCH", path, body, "Sec-Fetch-Site: cross-site"), 403);
        refusal(http.get("/api/search", "Host: evil.test"), 421);
        refusal(http.get(path + "/original", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"), 403);
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
    }

    @Test
    void theInterfaceDescribesItself() throws IOException {
        JsonNode json = server.json("/api/openapi.json");
        Set<String> paths = new TreeSet<>(json.get("paths").propertyNames());
        assertEquals(
                new TreeSet<>(Set.of(
                        "/api/search",
                        "/api/documents/{id}",
                        "/api/documents/{id}/text",
                        "/api/documents/{id}/hits",
                        "/api/documents/{id}/original",
                        "/api/documents/{id}/provenance",
                        "/api/documents/{id}/alike",
                        "/api/stories/{story}",
                        "/api/stories/join",
                        "/api/stories/split",
                        "/api/stories/decisions/{decision}",
                        "/api/weak",
                        "/api/edits",
                        "/api/edits/{batch}",
                        "/api/ingest",
                        "/api/ingest/retry",
                        "/api/ledger",
                        "/api/ledger.csv",
                        "/api/collections",
                        "/api/collections/{collection}",
                        "/api/collections/{collection}/restore",
                        "/api/collections/{collection}/citations",
                        "/api/collections/{collection}/export",
                        "/api/citations/{citation}",
                        "/api/citations/{citation}/restore",
                        "/api/documents/{id}/pages",
                        "/api/documents/{id}/pages/{page}/image",
                        "/api/documents/{id}/pages/{page}/words",
                        "/api/documents/{id}/pictures/{number}",
                        "/api/documents/{id}/pages/{page}/hits",
                        "/api/suggest",
                        "/api/concordance",
                        "/api/concordance.csv",
                        "/api/collocates",
                        "/api/batch",
                        "/api/batch.csv",
                        "/api/batch.xlsx",
                        "/api/export",
                        "/api/export/manifest",
                        "/api/export/repeat",
                        "/api/export/repeat/records",
                        "/api/searches",
                        "/api/searches/{search}",
                        "/api/searches/{search}/look",
                        "/api/searches/{search}/feed",
                        "/api/searches/{search}/restore",
                        "/api/history",
                        "/api/feeds/{token}",
                        "/api/health")),
                paths);
        for (JsonNode path : json.get("paths")) {
            for (JsonNode operation : path) {
                assertTrue(operation.has("summary"), operation.toString());
            }
        }
        assertTrue(json.toString().contains("\"publishedIn\""));
    }
}
