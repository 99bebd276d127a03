package sourcebook.extraction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of pictures that every browser shows and that cannot hold a program: told by their first bytes,
/// whatever a document says they are. Stateless.
public final class PictureType {
    private PictureType() {}

    /// Its media type; empty for anything else.
    public static Optional<String> of(byte[] bytes) {
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n')) {
            return Optional.of("image/png");
        }
        if (begins(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (begins(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of("image/gif");
        }
        if (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of("image/webp");
        }
        if (begins(bytes, 4, 'f', 't', 'y', 'p')
                && new String(Arrays.copyOfRange(bytes, 8, Math.min(bytes.length, 32)), StandardCharsets.ISO_8859_1)
                        .contains("avif")) {
            return Optional.of("image/avif");
        }
        return begins(bytes, 0, 'B', 'M') && bytes.length > 26 ? Optional.of("image/bmp") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int at, int... with) {
        if (bytes.length < at + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[at + i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
