package sourcebook.description.html;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;

/// The source of a page that fails after a time: the parser reads as it goes, and so is ended by it without a thread
/// that would have to be stopped. Of its own, as extraction's is, since neither room may use the other. For one thread.
final class TimedPage extends FilterReader {
    private final long end;

    TimedPage(String html, Duration longest) {
        super(new StringReader(html));
        this.end = System.nanoTime() + longest.toNanos();
    }

    /// @throws IOException when the time is over
    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (System.nanoTime() - end >= 0) {
            throw new IOException("the page takes too long to be parsed");
        }
        return super.read(into, from, length);
    }
}
