package sourcebook.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import sourcebook.access.RawHttp.Answer;

/// A server that a network can reach: nothing without the account.
@ExtendWith(OutputCaptureExtension.class)
final class AccountTest {
    private static final String PASSWORD = "grüne wiese am see";
    private static final Pattern TOKEN = Pattern.compile("enter the token ([0-9a-f-]{39})");

    @TempDir
    Path folder;

    /// Port 0 on all addresses: reached here through the loopback address, under any name.
    private Door open() {
        return new Door(folder.resolve("catalogue.sqlite"), Map.of("server.address", "0.0.0.0"));
    }

    @Test
    void nothingAnswersWithoutAnAccount(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            RawHttp http = door.http();
            for (String path : new String[] {"/", "/page", "/?v-r=init", "/?v-r=uidl", "/VAADIN/thing", "/logout"}) {
                Answer answer = http.get(path, "Accept: text/html");
                assertEquals(302, answer.status(), path);
                assertTrue(answer.header("location").endsWith("/login"), answer.header("location"));
                assertFalse(answer.text().contains("read by"));
            }
            for (String path : new String[] {"/api/thing", "/api/nothing", "/api"}) {
                Answer answer = http.get(path);
                assertEquals(401, answer.status(), path);
                assertEquals("application/problem+json;charset=UTF-8", answer.header("content-type"));
                assertTrue(answer.header("www-authenticate").startsWith("Basic"));
            }
            assertEquals(302, http.form("/?v-r=uidl", "[]").status());
            assertEquals(401, http.form("/api/thing", "a=b").status());
            assertEquals(200, http.get("/api/health").status());
            assertEquals("/first-start", http.get("/login").header("location"));
            assertEquals(200, http.get("/first-start").status());
        }
        assertFalse(log.getAll().contains("generated security password"), log.getAll());
    }

    @Test
    void theTokenFromTheLogMakesTheAccountOnce(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            RawHttp http = door.http();
            String token = token(log);
            assertTrue(first(http, "0000", "anna", PASSWORD, PASSWORD).text().contains("not the token"));
            assertTrue(first(http, token, "anna", "short", "short").text().contains("at least 12 characters"));
            assertTrue(
                    first(http, token, "anna", PASSWORD, PASSWORD + "x").text().contains("not the same"));
            assertTrue(first(http, token, "a:b", PASSWORD, PASSWORD).text().contains("no colon"));
            assertFalse(door.access().hasAccount());
            Answer hostile = first(http, "0000", "\"><script>alert(1)</script>", PASSWORD, PASSWORD);
            assertFalse(hostile.text().contains("<script"), hostile.text());
            assertTrue(hostile.header("content-security-policy").startsWith("default-src 'none'"));

            assertEquals(
                    "/login?said=ready",
                    first(http, token, "anna", PASSWORD, PASSWORD).header("location"));
            assertTrue(door.access().hasAccount());
            assertEquals("/login", first(http, token, "eve", PASSWORD, PASSWORD).header("location"));
            assertEquals(
                    new FirstStart.Refused("There is an account already."),
                    door.access().createAccount(token, "eve", PASSWORD, "client"));
            assertEquals(
                    "read by anna",
                    http.get("/api/thing", basic("anna", PASSWORD)).text());
            assertEquals(401, http.get("/api/thing", basic("eve", PASSWORD)).status());
        }
    }

    @Test
    void aTokenIsPrintedOnlyWhileThereIsNoAccount(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            first(door.http(), token(log), "anna", PASSWORD, PASSWORD);
        }
        int before = log.getAll().length();
        try (Door door = open()) {
            assertFalse(TOKEN.matcher(log.getAll().substring(before)).find());
            assertEquals(200, door.http().get("/login").status());
            assertEquals(
                    200, door.http().get("/api/thing", basic("anna", PASSWORD)).status());
        }
    }

    @Test
    void loginAndLogout(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            RawHttp http = door.http();
            first(http, token(log), "anna", PASSWORD, PASSWORD);
            Answer page = http.get("/login");
            assertTrue(page.text().contains("Vaadin-Refresh: /login"), "Flow's client is told where to go");

            assertEquals(403, login(http, PASSWORD, "Origin: http://evil.test").status());
            assertTrue(login(http, "wrong").header("location").endsWith("/login?said=wrong"));
            Answer in = login(http, PASSWORD);
            assertEquals(302, in.status());
            assertTrue(in.header("location").endsWith("/"), in.header("location"));
            String cookie = in.header("set-cookie");
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);

            String session = "Cookie: " + in.cookies();
            assertEquals("read by anna", http.get("/", session).text());
            assertEquals(
                    "written by anna", http.form("/?v-r=uidl", "[]", session).text());
            assertEquals(
                    403,
                    http.form("/?v-r=uidl", "[]", session, "Origin: http://evil.test")
                            .status());
            assertTrue(http.get("/logout", session).text().contains("logged in as anna"));
            assertEquals("read by anna", http.get("/", session).text(), "visiting /logout changes nothing");
            Answer out = http.form("/logout", "", session);
            assertTrue(
                    out.header("location").endsWith("/login?said=out"),
                    out.status() + " " + out.headers() + out.text());
            assertEquals(302, http.get("/", session).status());
        }
    }

    @Test
    void afterTheLoginComesThePageThatWasAskedFor(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            RawHttp http = door.http();
            first(http, token(log), "anna", PASSWORD, PASSWORD);
            Answer sentAway = http.get("/page?q=%22a%20b%22&country=TZ", "Accept: text/html");
            Answer in = login(http, PASSWORD, "Cookie: " + sentAway.cookies());
            assertTrue(in.header("location").endsWith("/page?q=%22a%20b%22&country=TZ"), in.header("location"));
            Answer piece = http.get("/VAADIN/thing", "Accept: text/html");
            assertEquals("", piece.cookies());
        }
    }

    @Test
    void guessingIsSlowedDown(CapturedOutput log) throws IOException {
        try (Door door = open()) {
            RawHttp http = door.http();
            first(http, token(log), "anna", PASSWORD, PASSWORD);
            for (int i = 0; i < 5; i++) {
                assertEquals(
                        401,
                        http.get("/api/thing", basic("anna", "guess number " + i))
                                .status());
            }
            Answer refused = http.get("/api/thing", basic("anna", PASSWORD));
            assertEquals(429, refused.status());
            assertTrue(refused.text().contains("Try again in"), refused.text());
            assertTrue(login(http, PASSWORD).header("location").endsWith("/login?said=wait"));
        }
    }

    private static Answer first(RawHttp http, String token, String name, String password, String again)
            throws IOException {
        return http.form(
                "/first-start",
                "token=" + encode(token) + "&name=" + encode(name) + "&password=" + encode(password) + "&again="
                        + encode(again));
    }

    private static Answer login(RawHttp http, String password, String... headers) throws IOException {
        return http.form("/login", "name=anna&password=" + encode(password), headers);
    }

    private static String token(CapturedOutput log) {
        Matcher token = TOKEN.matcher(log.getAll());
        assertTrue(token.find(), log.getAll());
        return token.group(1);
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
