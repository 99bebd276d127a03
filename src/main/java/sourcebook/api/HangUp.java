package sourcebook.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import sourcebook.search.Asker;

/// Notices that a client has hung up while a long answer is made. A server learns that only by writing: so from time to
/// time a little is sent, before JSON a blank, which may stand before any value (RFC 8259, 2), of a file what is in
/// hand ([DownloadStream]). What goes wrong after the first one closes the connection. For the one thread that makes
/// the answer.
final class HangUp implements Asker {
    /// What is ready before needs no sign, and can still be refused with a sentence.
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final Duration NEXT = Duration.ofSeconds(1);

    /// Of the time that has gone by, so much more goes by between two signs: what is in hand is little.
    private static final int SHARE = 8;

    private final Sign sign;
    private final long begun = System.nanoTime();
    private long due = begun + FIRST.toNanos();
    private boolean gone;

    /// A little of the answer, sent.
    interface Sign {
        /// @throws IOException when nobody is there
        void send() throws IOException;
    }

    /// Of an answer in JSON.
    HangUp(HttpServletResponse response) {
        this(() -> {
            if (!response.isCommitted()) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            }
            response.getOutputStream().write(' ');
            response.flushBuffer();
        });
    }

    HangUp(Sign sign) {
        this.sign = sign;
    }

    @Override
    public boolean waits() {
        long now = System.nanoTime();
        if (!gone && now - due > 0) {
            due = now + Math.max(NEXT.toNanos(), (now - begun) / SHARE);
            try {
                sign.send();
            } catch (IOException hungUp) {
                gone = true;
            }
        }
        return !gone;
    }
}
