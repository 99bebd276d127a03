package sourcebook.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.access.RawHttp.Answer;

/// A server on this computer alone: open to its person, closed to pages of other origins.
final class LoopbackTest {
    @TempDir
    static Path folder;

    private static Door door;
    private static RawHttp http;

    @BeforeAll
    static void open() {
        door = new Door(folder.resolve("catalogue.sqlite"), Map.of("sourcebook.names", "archive.test, other.test"));
        http = door.http();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void listensOnTheLoopbackAddressUnlessToldOtherwise() {
        assertEquals("127.0.0.1", door.binding().address());
        assertFalse(door.access().required());
    }

    @Test
    void needsNoLogin() throws IOException {
        Answer answer = http.get("/api/thing");
        assertEquals(200, answer.status());
        assertEquals("read by " + System.getProperty("user.name"), answer.text());
        assertEquals("", answer.header("set-cookie"));
        assertEquals("/", http.get("/login").header("location"));
        assertEquals("/login", http.get("/first-start").header("location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "localhost.:8080",
                "127.0.0.1",
                "[::1]:7777",
                "archive.test:1",
                "other.test"
            })
    void answersToItsNames(String host) throws IOException {
        assertEquals(200, http.get("/page", "Host: " + host).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "evil.test:80",
                "127.0.0.1.evil.test",
                "localhost.evil.test",
                "192.168.1.7",
                "notlocalhost",
                "0.0.0.0",
                "[::2]"
            })
    void answersToNoForeignName(String host) throws IOException {
        Answer answer = http.get("/page", "Host: " + host);
        assertEquals(421, answer.status());
        assertEquals("application/problem+json;charset=UTF-8", answer.header("content-type"));
        assertTrue(answer.text().contains("\"detail\":\"This server answers to localhost"), answer.text());
        assertFalse(answer.text().contains("read by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?v-r=uidl&v-uiId=0", "/api/thing", "/VAADIN/thing?v-r=uidl"})
    void foreignPagesChangeNothing(String path) throws IOException {
        assertEquals(403, http.form(path, "a=b", "Sec-Fetch-Site: cross-site").status());
        assertEquals(403, http.form(path, "a=b", "Sec-Fetch-Site: same-site").status());
        assertEquals(
                403,
                http.form(
                                path,
                                "a=b",
                                "Sec-Fetch-Site: cross-site",
                                "Sec-Fetch-Mode: navigate",
                                "Sec-Fetch-Dest: document")
                        .status());
        assertEquals(403, http.form(path, "a=b", "Origin: http://evil.test").status());
        assertEquals(403, http.form(path, "a=b", "Origin: null").status());
        assertEquals(403, http.form(path, "a=b", "Origin: http://localhost:1").status());
        assertEquals(403, http.form(path, "a=b", "Origin: :::").status());
    }

    @Test
    void ownPagesAndProgramsChangeThings() throws IOException {
        assertEquals(200, http.form("/api/thing", "a=b").status());
        assertEquals(
                200,
                http.form("/api/thing", "a=b", "Sec-Fetch-Site: same-origin").status());
        assertEquals(
                200,
                http.form("/api/thing", "a=b", "Origin: http://127.0.0.1:" + door.port())
                        .status());
        assertEquals(
                200,
                http.form("/api/thing", "a=b", "Host: archive.test", "Origin: https://archive.test")
                        .status());
    }

    @Test
    void aForeignPageMayLinkHereAndNoMore() throws IOException {
        String site = "Sec-Fetch-Site: cross-site";
        assertEquals(
                200,
                http.get("/page", site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
                        .status());
        assertEquals(
                403,
                http.get("/page", site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
                        .status());
        assertEquals(
                403,
                http.get("/api/thing", site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image")
                        .status());
        assertEquals(
                403,
                http.get("/api/thing", site, "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty")
                        .status());
        assertEquals(
                403,
                http.get("/VAADIN/thing", "Origin: http://evil.test", "Connection: Upgrade", "Upgrade: websocket")
                        .status());
    }

    @Test
    void everyAnswerCarriesTheHeaders() throws IOException {
        for (Answer answer :
                new Answer[] {http.get("/api/thing"), http.get("/page"), http.get("/", "Host: evil.test")}) {
            assertEquals("nosniff", answer.header("x-content-type-options"));
            assertEquals("DENY", answer.header("x-frame-options"));
            assertEquals("same-origin", answer.header("referrer-policy"));
            assertEquals("same-origin", answer.header("cross-origin-opener-policy"));
            assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
            assertTrue(answer.header("permissions-policy").contains("camera=()"));
        }
        assertTrue(http.get("/api/thing").header("content-security-policy").startsWith("sandbox; default-src 'none'"));
        assertEquals("", http.get("/page").header("content-security-policy"));
        assertEquals("", http.get("/api/thing").header("access-control-allow-origin"));
    }
}
