package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/// Files whose making takes long before their second line: sent as they are, and ended when nobody waits.
class DownloadStreamTest {
    private static final Slow SLOW = new Slow();
    private static WebServer server;

    /// Has the head at once, and the rest when some of the head was sent; at `/gone` never.
    private static final class Slow extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient CountDownLatch begun = new CountDownLatch(1);
        private final transient CountDownLatch given = new CountDownLatch(1);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = String.valueOf(request.getRequestURI());
            DownloadStream stream = new DownloadStream(response, path.startsWith("/filled") ? " " : "");
            stream.write(head(path));
            stream.flush();
            begun.countDown();
            boolean waits = true;
            while (waits && (path.equals("/gone") || !response.isCommitted())) {
                Thread.onSpinWait();
                waits = stream.waits();
            }
            if (waits) {
                stream.write(rest(path));
                stream.finish();
            } else {
                given.countDown();
            }
        }
    }

    private static byte[] head(String path) {
        return (path.startsWith("/filled") ? "" : "\uFEFFläng,date\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] rest(String path) {
        byte[] rest = new byte[path.endsWith("large") ? 100_000 : 10];
        Arrays.fill(rest, (byte) 'x');
        return rest;
    }

    @BeforeAll
    static void serve() {
        server = new TomcatServletWebServerFactory(0)
                .getWebServer(context -> context.addServlet("slow", SLOW).addMapping("/*"));
        server.start();
    }

    @AfterAll
    static void end() {
        server.stop();
    }

    @Test
    void workEndsWhenTheClientHasGone() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream()
                    .write("GET /gone HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(SLOW.begun.await(30, TimeUnit.SECONDS));
        }
        assertTrue(SLOW.given.await(60, TimeUnit.SECONDS), "the server still works for nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/small", "/large"})
    void theFileIsWholeHoweverItsHeadWasSent(String path) throws Exception {
        var whole = new ByteArrayOutputStream();
        whole.write(head(path));
        whole.write(rest(path));
        assertArrayEquals(whole.toByteArray(), got(path));
    }

    @Test
    void whatHasNoHeadBeginsWithWhatTheFormatAllows() throws Exception {
        String got = new String(got("/filled"), StandardCharsets.UTF_8);
        assertEquals(" ".repeat(got.length() - 10) + "x".repeat(10), got);
        assertTrue(got.startsWith(" "));
    }

    private static byte[] got(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
