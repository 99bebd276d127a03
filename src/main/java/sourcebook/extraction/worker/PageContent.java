package sourcebook.extraction.worker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/// The instructions of a page in memory. They are parsed byte by byte, with a look at the next one before each: what
/// that costs decides the time of a page. Used by one thread.
final class PageContent implements RandomAccessRead {
    private static final System.Logger LOG = System.getLogger(PageContent.class.getName());
    private static final int CHUNK = 1 << 13;

    private final byte[] bytes;
    private final boolean endUnknown;
    private int next;
    private boolean triedPastEnd;
    private boolean closed;

    private PageContent(byte[] bytes, boolean endUnknown) {
        this.bytes = bytes;
        this.endUnknown = endUnknown;
    }

    /// Reads and closes what PDFBox would parse.
    ///
    /// @param endUnknown the end is told only to whoever reads past it; the parser must find it as it would have
    /// @return null when it is longer than `most` or breaks off with an error: then it is better parsed as it comes
    static @Nullable PageContent of(RandomAccessRead source, boolean endUnknown, int most) {
        var read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (source) {
            for (int n = source.read(chunk, 0, CHUNK); n > 0; n = source.read(chunk, 0, CHUNK)) {
                read.write(chunk, 0, n);
                if (read.size() > most) {
                    return null;
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "instructions that break off", e);
            return null;
        }
        return new PageContent(read.toByteArray(), endUnknown);
    }

    @Override
    public int read() {
        if (next < bytes.length) {
            return bytes[next++] & 0xFF;
        }
        triedPastEnd = true;
        return -1;
    }

    @Override
    public int peek() {
        if (next < bytes.length) {
            return bytes[next] & 0xFF;
        }
        triedPastEnd = true;
        return -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int n = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, n);
        next += n;
        triedPastEnd |= n < length;
        return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public long getPosition() {
        return next;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0) {
            throw new EOFException("before the beginning of a page's instructions");
        }
        next = (int) Math.min(position, bytes.length);
        triedPastEnd = false;
    }

    @Override
    public void rewind(int count) throws IOException {
        seek((long) next - count);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() {
        return endUnknown ? triedPastEnd : next >= bytes.length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }
}
