package sourcebook.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import sourcebook.search.Asker;

/// Notices that a client has hung up while a long answer in JSON is made. A server learns that only by writing: so
/// from time to time a blank is sent, which may stand before any JSON value (RFC 8259, 2). What goes wrong after the
/// first one closes the connection. For the one thread that makes the answer.
final class HangUp implements Asker {
    /// What is ready before needs no blank, and can still be refused with a sentence.
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final Duration NEXT = Duration.ofSeconds(1);

    private final HttpServletResponse response;
    private long due = System.nanoTime() + FIRST.toNanos();
    private boolean gone;

    HangUp(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public boolean waits() {
        long now = System.nanoTime();
        if (!gone && now - due > 0) {
            due = now + NEXT.toNanos();
            knock();
        }
        return !gone;
    }

    private void knock() {
        try {
            if (!response.isCommitted()) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            }
            response.getOutputStream().write(' ');
            response.flushBuffer();
        } catch (IOException hungUp) {
            gone = true;
        }
    }
}
