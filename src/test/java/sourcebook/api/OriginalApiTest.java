package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;

/// Originals, over HTTP: whole, in pieces, and never as a page.
final class OriginalApiTest extends OverHttp {
    OriginalApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void anOriginalIsAFileToSaveAndNeverAPage() throws IOException {
        Answer answer = http.get("/api/documents/" + id("page.html") + "/original", "Accept: text/html");
        assertEquals(200, answer.status());
        assertArrayEquals(Files.readAllBytes(folder.resolve("page.html")), answer.bytes());
        assertTrue(
                answer.header("content-disposition").startsWith("attachment;"), answer.header("content-disposition"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertEquals(1, answer.headers().get("content-security-policy").size());
        assertTrue(answer.header("content-security-policy").startsWith("sandbox; default-src 'none'"));
        assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
    }

    @Test
    void anOriginalInPieces() throws IOException {
        String path = "/api/documents/" + id("scholars.txt") + "/original";
        byte[] whole = Files.readAllBytes(folder.resolve("scholars.txt"));
        Answer middle = http.get(path, "Range: bytes=5-9");
        assertEquals(206, middle.status());
        assertArrayEquals(Arrays.copyOfRange(whole, 5, 10), middle.bytes());
        assertEquals("bytes 5-9/" + whole.length, middle.header("content-range"));
        assertTrue(middle.header("content-disposition").startsWith("attachment;"));
        assertEquals(416, http.get(path, "Range: bytes=99999-").status());
        Answer known = http.get(path, "If-None-Match: " + http.get(path).header("etag"));
        assertEquals(304, known.status());
    }

    @Test
    void hostileNamesBecomeHarmlessOnes() throws IOException {
        String formula = http.get("/api/documents/" + id(ApiArchive.FORMULA) + "/original")
                .header("content-disposition");
        assertTrue(formula.endsWith("filename*=UTF-8''%3Dcmd%2C%20_now_.txt"), formula);
        String turned = http.get("/api/documents/" + id("Ünï \u202egnp.txt") + "/original")
                .header("content-disposition");
        assertTrue(turned.endsWith("filename*=UTF-8''%C3%9Cn%C3%AF%20_gnp.txt"), turned);
        assertEquals("_.._etc_passwd", FileName.safe("../../etc/passwd", "x"));
        assertEquals("_con.txt", FileName.safe("con.txt", "x"));
        assertEquals("x", FileName.safe(" ... ", "x"));
        assertEquals("a_b_c", FileName.safe("a\r\nb\"c".replace("\r\n", "\n"), "x"));
        assertTrue(FileName.safe("y".repeat(500) + ".html", "x").endsWith("yy.html"));
    }

    @Test
    void anOriginalThatWasChangedIsNotGivenOut() throws IOException, InterruptedException {
        Path file = folder.resolve("changing.txt");
        Files.writeString(file, "As it was.");
        server.ingest().ingest(List.of(file));
        String id = id("changing.txt");
        Files.writeString(file, "As it is now, and longer.");
        assertTrue(refusal(http.get("/api/documents/" + id + "/original"), 404).contains("changed"));
        Files.delete(file);
        server.ingest().rescan();
        assertFalse(server.json("/api/documents/" + id).get("present").booleanValue());
    }
}
