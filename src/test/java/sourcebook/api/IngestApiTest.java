package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.read;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;
import sourcebook.analysis.Csv;
import tools.jackson.databind.JsonNode;

/// Taking files in, and the ledger of them, over HTTP.
final class IngestApiTest extends OverHttp {
    IngestApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void anUploadIsStoredAndRead() throws IOException {
        Answer answer = server.upload("file", "../../up<load>.txt", "A zeppelin over the lake.");
        JsonNode json = read(answer, 202);
        String stored = json.get("stored").get(0).stringValue();
        assertTrue(stored.matches("uploads/up_load_( \\(\\d+\\))?\\.txt"), stored);
        assertFalse(Files.exists(folder.getParent().resolve("up<load>.txt")));
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (total("/api/search?q=zeppelin") == 0) {
            assertTrue(Instant.now().isBefore(deadline), () -> "never found: " + ledger());
            Thread.onSpinWait();
        }
        while (server.json("/api/ingest").get("ledger").get("indexed").intValue() < 6) {
            assertTrue(Instant.now().isBefore(deadline), () -> "never acknowledged: " + ledger());
            Thread.onSpinWait();
        }
        remove(stored);
    }

    @Test
    void uploadsThatAreRefused() throws IOException {
        assertTrue(refusal(server.upload("other", "a.txt", "text"), 400).contains("file"));
        assertTrue(refusal(server.upload("file", "empty.txt", ""), 400).contains("empty"));
        refusal(server.upload("file", "...", "text"), 400);
        assertTrue(refusal(server.upload("file", "large.txt", "x".repeat(1_100_000)), 413)
                .contains("too large"));
        refusal(http.form("/api/ingest", "a=b"), 415);
        refusal(http.json("POST", "/api/ingest", "{\"rescan\": false}"), 400);
        assertTrue(refusal(http.json("POST", "/api/edits", "", "Content-Length: " + ((16 << 20) + 1)), 413)
                .contains("16 MB"));
    }

    @Test
    void rescanRetryAndCancel() throws IOException {
        assertTrue(read(http.json("POST", "/api/ingest", "{\"rescan\": true}"), 202)
                .has("running"));
        assertTrue(read(http.json("POST", "/api/ingest/retry", ""), 202)
                .get("files")
                .isNumber());
        assertTrue(server.json("DELETE", "/api/ingest", "").has("ledger"));
    }

    @Test
    void theLedgerAddsUp() throws IOException {
        JsonNode json = server.json("/api/ledger?outcome=skipped&text=ds_store");
        assertEquals(1, json.get("count").intValue());
        assertEquals(".DS_Store", json.get("entries").get(0).get("path").stringValue());
        JsonNode totals = json.get("totals");
        assertEquals(
                totals.get("received").intValue(),
                totals.get("indexed").intValue()
                        + totals.get("duplicate").intValue()
                        + totals.get("skipped").intValue()
                        + totals.get("failed").intValue()
                        + (totals.has("underWay") ? totals.get("underWay").intValue() : 0));
        assertEquals(2, server.json("/api/ledger?limit=2").get("entries").size());
        assertTrue(refusal(http.get("/api/ledger?outcome=lost"), 400).contains("outcome"));
    }

    @Test
    void theLedgerAsCsvHoldsNoFormula() throws IOException {
        Answer answer = http.get("/api/ledger.csv");
        assertTrue(answer.header("content-type").startsWith("text/csv"), answer.header("content-type"));
        assertTrue(answer.header("content-disposition").startsWith("attachment"));
        assertTrue(answer.text().startsWith("path,inner,size,modified,document,outcome,reason,received,updated\r\n"));
        assertTrue(answer.text().contains("\r\n\"'=cmd, \"\"now\"\".txt\",,"), answer.text());
        assertEquals("'-1+1,\"a\nb\",'@x,'\tx,\" y\"\r\n", Csv.line("-1+1", "a\nb", "@x", "\tx", " y"));
    }
}
