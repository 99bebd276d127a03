package sourcebook.analysis;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A temporary file that is written from its beginning and read anywhere. It has no name while it is open (on systems
/// that allow that), so that a process that is killed leaves nothing behind. Not for several threads.
final class Spill implements Closeable {
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private @Nullable FileChannel file;
    private long written;

    /// @param folder made when it is missing
    Spill(Path folder) {
        this.folder = folder;
    }

    /// Bytes that were put.
    long size() {
        return written + buffer.position();
    }

    void putInt(int number) {
        room(Integer.BYTES).putInt(number);
    }

    void putLong(long number) {
        room(Long.BYTES).putLong(number);
    }

    void put(byte[] bytes) {
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, room(1).remaining());
            buffer.put(bytes, from, length);
            from += length;
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /// Writes what is still in memory; to be called before anything is read.
    void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                written += open().write(buffer, written);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("A temporary file cannot be written: " + full.getMessage(), full);
        }
        buffer.clear();
    }

    byte[] read(long position, int length) {
        byte[] bytes = new byte[length];
        fill(ByteBuffer.wrap(bytes), position);
        return bytes;
    }

    private void fill(ByteBuffer target, long position) {
        try {
            for (long at = position; target.hasRemaining(); ) {
                int read = open().read(target, at);
                if (read < 0) {
                    throw new EOFException("A temporary file ends at " + at);
                }
                at += read;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A temporary file cannot be read", unreadable);
        }
    }

    private FileChannel open() throws IOException {
        if (file == null) {
            Files.createDirectories(folder);
            Path path = Files.createTempFile(folder, "rows-", null);
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    /// Reads from `from` on.
    Reader reader(long from, long to) {
        return new Reader(from, to);
    }

    /// A place in the file that moves on, with a buffer of its own.
    final class Reader {
        private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER).limit(0);
        private final long to;
        private long next;

        private Reader(long from, long to) {
            this.next = from;
            this.to = to;
        }

        /// Of what is read next.
        long position() {
            return next - ahead.remaining();
        }

        int getInt() {
            if (ahead.remaining() < Integer.BYTES) {
                return ByteBuffer.wrap(get(Integer.BYTES)).getInt();
            }
            return ahead.getInt();
        }

        byte[] get(int length) {
            byte[] bytes = new byte[length];
            for (int from = 0; from < length; ) {
                if (!ahead.hasRemaining()) {
                    ahead.clear().limit((int) Math.min(BUFFER, to - next));
                    fill(ahead, next);
                    next += ahead.position();
                    ahead.flip();
                }
                int part = Math.min(length - from, ahead.remaining());
                ahead.get(bytes, from, part);
                from += part;
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
