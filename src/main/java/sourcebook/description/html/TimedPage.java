package sourcebook.description.html;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/// The source of a page that fails after a time: the parser reads as it goes, and so is ended by it without a thread
/// that would have to be stopped. Of its own, as extraction's is, since neither room may use the other. For one thread.
final class TimedPage extends FilterReader {
    private final Deadline deadline;

    TimedPage(String html, Deadline deadline) {
        super(new StringReader(html));
        this.deadline = deadline;
    }

    /// @throws IOException when the time is over
    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (deadline.isOver()) {
            throw new IOException("the page takes too long to be parsed");
        }
        return super.read(into, from, length);
    }
}
