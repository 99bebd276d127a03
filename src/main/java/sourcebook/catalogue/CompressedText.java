package sourcebook.catalogue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Texts as the database keeps them: UTF-8, zstd. A lone surrogate, which UTF-8 cannot hold, becomes one `?`,
/// one UTF-16 unit for another, so that offsets stay true. For any number of threads.
final class CompressedText {
    private static final int LEVEL = 6;

    /// The library's contexts that are kept for the next text: to make one is dearer than to pack a short text.
    private static final BlockingQueue<ZstdCompressCtx> KEPT = new ArrayBlockingQueue<>(8);

    /// A context grows with what it packs; one that packed more is not kept.
    private static final int MOST_KEPT_BYTES = 4 << 20;

    /// Most texts have no furniture.
    private static final byte[] EMPTY = Zstd.compress(new byte[0], LEVEL);

    private CompressedText() {}

    static byte[] pack(String text) {
        if (text.isEmpty()) {
            return EMPTY.clone();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ZstdCompressCtx kept = KEPT.poll();
        ZstdCompressCtx context = kept == null ? new ZstdCompressCtx().setLevel(LEVEL) : kept;
        boolean again = false;
        try {
            byte[] packed = context.compress(bytes);
            again = bytes.length <= MOST_KEPT_BYTES && KEPT.offer(context);
            return packed;
        } finally {
            if (!again) {
                context.close();
            }
        }
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
