package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

/// Records, texts and hits, over HTTP.
final class DocumentApiTest extends OverHttp {
    DocumentApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void aRecordByItsWholeOrShortId() throws IOException {
        String id = id("scholars.txt");
        JsonNode json = server.json("/api/documents/" + id);
        assertEquals(id, json.get("id").stringValue());
        assertEquals("The scholars", json.get("title").get("value").stringValue());
        assertTrue(json.get("title").get("evidence").stringValue().contains("metadata.csv"));
        assertEquals("scholars.txt", json.get("locations").get(0).get("path").stringValue());
        assertEquals(
                "KE", json.get("countries").get("about").get(0).get("value").stringValue());
        assertTrue(json.get("present").booleanValue());
        assertEquals(json, server.json("/api/documents/" + id.substring(0, 12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000",
                "abc",
                "xyz",
                "..%252f..%252fetc%252fpasswd",
                "scholars.txt",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void anUnknownDocumentIsSaidToBe(String id) throws IOException {
        for (String rest : List.of("", "/text", "/hits?q=a", "/original")) {
            refusal(http.get("/api/documents/" + id + rest), id.contains("%") ? 400 : 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents/../../etc/passwd",
                "/api/documents/%2e%2e/%2e%2e/etc/passwd",
                "/api/documents/..%2f..%2fetc%2fpasswd/original",
                "/api/documents/x/original/../../../../etc/passwd",
                "/api/documents//etc/passwd",
                "/api/documents/;/original",
                "/api/%00",
                "/api/documents/..\\..\\x"
            })
    void noPathLeadsOutside(String path) throws IOException {
        Answer answer = http.get(path);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.status() + " " + answer.text());
        assertFalse(answer.text().contains("root:"));
    }

    @Test
    void textWholeByPageAndPlain() throws IOException {
        String id = id("scholars.txt");
        JsonNode whole = server.json("/api/documents/" + id + "/text");
        assertTrue(whole.get("text").stringValue().startsWith("Scholars from Kenya"));
        assertEquals(0, whole.get("pageStarts").get(0).intValue());
        assertEquals("", whole.get("furniture").stringValue());
        JsonNode page = server.json("/api/documents/" + id + "/text?page=1");
        assertEquals(whole.get("text"), page.get("text"));
        assertEquals(0, page.get("start").intValue());
        Answer plain = http.get("/api/documents/" + id + "/text", "Accept: text/plain");
        assertEquals("text/plain;charset=UTF-8", plain.header("content-type"));
        assertEquals(whole.get("text").stringValue(), plain.text());
        assertTrue(
                refusal(http.get("/api/documents/" + id + "/text?page=2"), 400).contains("page"));
        assertTrue(
                refusal(http.get("/api/documents/" + id + "/text?page=0"), 400).contains("page"));
    }

    @Test
    void hitsAreTheOnesThatAreCounted() throws IOException {
        String id = id("scholars.txt");
        JsonNode json = server.json("/api/documents/" + id + "/hits?q=" + encode("\"exchange programme\""));
        String text = server.json("/api/documents/" + id + "/text").get("text").stringValue();
        assertEquals(2, json.get("hitCount").intValue());
        for (JsonNode hit : json.get("hits")) {
            assertEquals(
                    "exchange programme",
                    text.substring(hit.get("start").intValue(), hit.get("end").intValue()));
            assertEquals(1, hit.get("page").intValue());
        }
        assertTrue(refusal(http.get("/api/documents/" + id + "/hits"), 400).contains("q"));
    }
}
