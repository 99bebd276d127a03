package sourcebook.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import sourcebook.search.Asker;

/// A file on its way to a client. Its first bytes, such as the head of a table, are kept in hand while what follows is
/// searched and sorted; one of them is sent from time to time, so that a client that hangs up is noticed long before
/// there is more to say ([HangUp]). For the one thread that writes the file; [#finish] ends it.
final class DownloadStream extends OutputStream implements Asker {
    /// With more in hand than this the file is under way, and writing itself tells who has gone.
    private static final int MOST_IN_HAND = 4_096;

    private final HttpServletResponse response;
    private final String filler;
    private final HangUp caller = new HangUp(this::sign);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private byte[] head = new byte[0]; // what of it was in hand at the last sign
    private int sent;
    private boolean underWay;

    /// @param filler what may stand before the file's first byte in any number, ASCII; empty for nothing
    DownloadStream(HttpServletResponse response, String filler) {
        this.response = response;
        this.filler = filler;
    }

    @Override
    public boolean waits() {
        return caller.waits();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (underWay) {
            response.getOutputStream().write(bytes, from, count);
        } else {
            written.write(bytes, from, count);
            if (written.size() > MOST_IN_HAND) {
                release();
            }
        }
    }

    /// Nothing is sent for it: the first bytes stay in hand.
    @Override
    public void flush() throws IOException {
        if (underWay) {
            response.getOutputStream().flush();
        }
    }

    /// The file is whole.
    void finish() throws IOException {
        release();
        response.flushBuffer();
    }

    private void release() throws IOException {
        if (!underWay) {
            underWay = true;
            byte[] all = written.toByteArray();
            response.getOutputStream().write(all, sent, all.length - sent);
        }
    }

    private void sign() throws IOException {
        if (underWay) {
            return;
        }
        if (head.length < written.size()) {
            head = written.toByteArray();
        }
        if (sent < head.length) {
            response.getOutputStream().write(head[sent++]);
        } else if (head.length == 0 && !filler.isEmpty()) {
            response.getOutputStream().print(filler);
        }
        response.flushBuffer();
    }
}
