package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;

/// Gives out a text for so long and then fails: a parser that reads as it goes is bounded in time by it, without a
/// thread that would have to be stopped. For one thread.
final class TimedReader extends Reader {
    private final StringReader text;
    private final long end;

    TimedReader(String text, Duration longest) {
        this.text = new StringReader(text);
        this.end = System.nanoTime() + longest.toNanos();
    }

    /// @throws IOException when the time is over
    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (System.nanoTime() - end >= 0) {
            throw new IOException("it takes too long to be read here");
        }
        return text.read(into, from, length);
    }

    @Override
    public void close() {
        text.close();
    }
}
