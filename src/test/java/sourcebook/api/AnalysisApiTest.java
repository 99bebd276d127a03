package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

class AnalysisApiTest extends OverHttp {
    AnalysisApiTest(ApiArchive archive) {
        super(archive);
    }

    private static String refusal(Answer answer, int status) {
        return ApiServer.refusal(answer, status);
    }

    @Test
    void aConcordanceHasARowForEachHit() throws IOException {
        JsonNode search = server.json("/api/search?q=programme&countHits=true");
        JsonNode page = server.json("/api/concordance?q=programme&order=after&words=2");
        assertEquals(search.get("hitCount").longValue(), page.get("hits").longValue());
        assertEquals(2, page.get("rows").size());
        JsonNode first = page.get("rows").get(0);
        assertEquals(
                "The exchange |programme| began there",
                first.get("before").stringValue() + "|" + first.get("hit").stringValue() + "|"
                        + first.get("after").stringValue());
        assertTrue(first.get("address").stringValue().startsWith("document/"), first.toString());
        JsonNode grouped =
                server.json("/api/concordance?q=programme&group=source&value=" + encode("Gazette, The Daily"));
        assertEquals(
                "Gazette, The Daily", grouped.get("groups").get(0).get("value").stringValue());
        assertEquals(2, grouped.get("lines").intValue());
        Answer csv = http.get("/api/concordance.csv?q=programme&order=-before2&bom=true");
        assertTrue(csv.text().startsWith("\uFEFFdocument,"), csv.text());
        assertEquals(3, csv.text().lines().count());
        refusal(http.get("/api/concordance?q=x&order=sideways"), 400);
        refusal(http.get("/api/concordance?q=x&group=nothing"), 400);
        refusal(http.get("/api/concordance?q=x&value=KE"), 400);
        refusal(http.get("/api/concordance?q=x&unknown=1"), 400);
    }

    @Test
    void collocatesAreMeasured() throws IOException {
        JsonNode table = server.json("/api/collocates?q=programme&least=2&before=1&after=0&measure=logDice");
        assertEquals("exchange", table.get("collocates").get(0).get("word").stringValue());
        assertEquals(2, table.get("collocates").get(0).get("together").intValue());
        refusal(http.get("/api/collocates?q=x&before=0&after=0"), 400);
        refusal(http.get("/api/collocates?q=x&measure=magic"), 400);
    }

    @Test
    void aListOfQueriesBecomesATable() throws IOException, InterruptedException {
        Answer started = http.send(
                "POST",
                "/api/batch?country=KE",
                "id,query\nn,Nairobi\na,Accra\n".getBytes(StandardCharsets.UTF_8),
                "Content-Type: text/csv");
        assertEquals(2, ApiServer.read(started, 202).get("total").intValue());
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        JsonNode run = server.json("/api/batch");
        while (run.get("state").stringValue().equals("running")) {
            assertTrue(Instant.now().isBefore(deadline));
            Thread.sleep(10);
            run = server.json("/api/batch");
        }
        assertEquals("done", run.get("state").stringValue());
        assertEquals(1, run.get("rows").get(0).get("total").intValue());
        assertEquals(0, run.get("rows").get(1).get("total").intValue());
        assertEquals(
                "?q=Nairobi&country=KE", run.get("rows").get(0).get("address").stringValue());
        assertTrue(http.get("/api/batch.csv").text().contains("n,Nairobi,1,"));
        assertEquals("PK", new String(http.get("/api/batch.xlsx").bytes(), 0, 2, StandardCharsets.US_ASCII));
        refusal(http.send("POST", "/api/batch", new byte[0], "Content-Type: text/plain"), 400);
    }

    @Test
    void anExportCanBeRepeated() throws IOException, InterruptedException {
        Answer csv = http.get("/api/export?q=exchange&format=csv");
        assertEquals(200, csv.status());
        assertEquals(2, csv.text().lines().count());
        assertEquals(
                "PK",
                new String(
                        http.get("/api/export?q=exchange&format=ris&zip=true").bytes(),
                        0,
                        2,
                        StandardCharsets.US_ASCII));
        String manifest =
                http.get("/api/export/manifest?q=exchange&format=jsonl").text();
        JsonNode before = server.json("POST", "/api/export/repeat", manifest);
        assertEquals("Nothing has changed since.", before.get("sentence").stringValue());
        add("one-more.txt", "One more exchange of scholars.");
        try {
            JsonNode after = server.json("POST", "/api/export/repeat", manifest);
            assertEquals(1, after.get("added").intValue());
            assertEquals(
                    "1 document added since, 0 changed, 0 gone.",
                    after.get("sentence").stringValue());
            Answer again = http.json("POST", "/api/export/repeat/records", manifest);
            assertEquals(2, again.text().lines().count(), again.text());
        } finally {
            remove("one-more.txt");
        }
        refusal(http.json("POST", "/api/export/repeat", "{}"), 400);
        refusal(http.get("/api/export?q=x&format=doc"), 400);
    }

    @Test
    void savedSearchesTellWhatIsNew() throws IOException, InterruptedException {
        JsonNode saved = ApiServer.read(
                http.json("POST", "/api/searches?q=lanterns&sort=newest", "{\"name\": \"Lanterns\"}"), 201);
        String address = "/api/searches/" + saved.get("id").longValue();
        assertEquals("?q=lanterns&sort=newest", saved.get("address").stringValue());
        add("lanterns.txt", "Paper lanterns on the river.");
        try {
            JsonNode found = server.json(address);
            assertEquals(1, found.get("newStories").intValue());
            assertEquals(id("lanterns.txt"), found.get("new").get(0).stringValue());
            Answer feed = http.get(saved.get("feed").stringValue());
            assertTrue(
                    feed.header("content-type").startsWith("application/atom+xml"),
                    feed.headers().toString());
            assertTrue(feed.text().contains("/document/" + id("lanterns.txt").substring(0, 12)), feed.text());
            refusal(http.get("/api/feeds/wrong"), 404);
            assertEquals(
                    0,
                    server.json("POST", address + "/look", "")
                            .get("newDocuments")
                            .intValue());
        } finally {
            remove("lanterns.txt");
        }
        assertEquals(
                "Lamps",
                server.json("PATCH", address, "{\"name\": \"Lamps\", \"place\": 0}")
                        .get("name")
                        .stringValue());
        assertEquals(204, http.send("DELETE", address, new byte[0]).status());
        refusal(http.get(address), 404);
        assertEquals(
                "Lamps",
                server.json("POST", address + "/restore", "").get("name").stringValue());
        assertEquals(204, http.send("DELETE", address, new byte[0]).status());
        assertTrue(server.json("/api/history").get("kept").booleanValue());
        assertEquals(
                false,
                server.json("PUT", "/api/history", "{\"kept\": false}")
                        .get("kept")
                        .booleanValue());
        assertEquals(
                true,
                server.json("PUT", "/api/history", "{\"kept\": true}")
                        .get("kept")
                        .booleanValue());
        refusal(http.json("PUT", "/api/history", "{}"), 400);
    }
}
