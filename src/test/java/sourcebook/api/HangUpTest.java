package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/// A client that hangs up is noticed by a server that has nothing to say yet.
class HangUpTest {
    /// Works until nobody waits, or until somebody has waited long enough.
    private static final class Slow extends HttpServlet {
        private static final long serialVersionUID = 1;
        private static final int LONG_ENOUGH = 3_000;

        private final transient CountDownLatch begun = new CountDownLatch(1);
        private final transient CountDownLatch given = new CountDownLatch(1);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HangUp caller = new HangUp(response);
            boolean patient = "/patient".equals(request.getRequestURI());
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_ENOUGH);
            begun.countDown();
            while (caller.waits()) {
                Thread.onSpinWait();
                if (patient && System.nanoTime() - end > 0) {
                    response.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
                    return;
                }
            }
            given.countDown();
        }
    }

    @Test
    void workEndsWhenTheClientHasGoneAndElseTheAnswerComesWhole() throws Exception {
        Slow slow = new Slow();
        WebServer server = new TomcatServletWebServerFactory(0)
                .getWebServer(context -> context.addServlet("slow", slow).addMapping("/*"));
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertTrue(slow.begun.await(30, TimeUnit.SECONDS));
            }
            assertTrue(slow.given.await(60, TimeUnit.SECONDS), "the server still works for nobody");
            HttpResponse<String> whole = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/patient"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals("{}", whole.body().strip());
            assertEquals(
                    "application/json",
                    whole.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
        } finally {
            server.stop();
        }
    }
}
