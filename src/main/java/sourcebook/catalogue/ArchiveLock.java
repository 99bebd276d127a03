package sourcebook.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Holds an archive for one writing process. The operating system lets go of it when the process ends, however it ends.
///
/// The process id is written to a second file, since a locked file cannot be read on every system.
public final class ArchiveLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private ArchiveLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock, or says who has it.
    ///
    /// @throws ArchiveInUseException when another process has the archive open
    public static ArchiveLock take(ArchiveFolder folder) throws IOException {
        folder.create();
        Path holder = folder.state().resolve("process");
        FileChannel channel =
                FileChannel.open(folder.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new ArchiveInUseException(
                    folder, Files.exists(holder) ? Files.readString(holder).strip() : "unknown");
        }
        try (FileChannel out = FileChannel.open(
                holder, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            out.write(ByteBuffer.wrap(pid));
        }
        return new ArchiveLock(channel, lock);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /// Another process has the archive open for writing.
    public static final class ArchiveInUseException extends IOException {
        private static final long serialVersionUID = 1L;

        ArchiveInUseException(ArchiveFolder folder, String pid) {
            super("The archive " + folder.root() + " is open in another process (id " + pid
                    + "). Stop that one first, or use its page or its REST interface; searching works meanwhile.");
        }
    }
}
