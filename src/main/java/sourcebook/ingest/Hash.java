package sourcebook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import sourcebook.catalogue.DocumentId;

/// The identity of a file's bytes.
public final class Hash {
    private static final int BUFFER_BYTES = 1 << 16;

    /// For the next files: most are much smaller.
    private static final Queue<byte[]> BUFFERS = new ArrayBlockingQueue<>(8);

    private Hash() {}

    /// Reads the file once and gives its SHA-256.
    public static DocumentId of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] kept = BUFFERS.poll();
        byte[] buffer = kept == null ? new byte[BUFFER_BYTES] : kept;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        BUFFERS.offer(buffer);
        return new DocumentId(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
