package sourcebook.catalogue;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;

/// Texts as the database keeps them: UTF-8, zstd. A lone surrogate, which UTF-8 cannot hold, becomes one `?`,
/// one UTF-16 unit for another, so that offsets stay true.
final class CompressedText {
    private static final int LEVEL = 6;

    private CompressedText() {}

    static byte[] pack(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8), LEVEL);
    }

    static String unpack(byte[] packed) {
        if (packed.length == 0) {
            return "";
        }
        int length = Math.toIntExact(Zstd.getFrameContentSize(packed));
        if (length == 0) {
            return ""; // without a context of the decompressor, which is dearer than most texts
        }
        return new String(Zstd.decompress(packed, length), StandardCharsets.UTF_8);
    }
}
