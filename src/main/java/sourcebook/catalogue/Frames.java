package sourcebook.catalogue;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Zstd frames of short pieces of bytes: without the mark and the length with which a frame begins, which whoever keeps
/// them knows. The library's contexts are used again, for to make one is dearer than to pack a short text. For any
/// number of threads; lives as long as the process.
public final class Frames {
    /// Contexts that are kept for the next one who wants one: more than there are threads that pack at once.
    private static final int KEPT = 16;

    private final BlockingQueue<ZstdCompressCtx> packing = new ArrayBlockingQueue<>(KEPT);
    private final BlockingQueue<ZstdDecompressCtx> unpacking = new ArrayBlockingQueue<>(KEPT);
    private final int level;
    private final ZstdDictCompress packed;
    private final ZstdDictDecompress unpacked;

    /// @param level of zstd, 1 to 22
    /// @param dictionary what pieces often say, the most frequent last; may be empty. What was packed with
    ///     one is unpacked with the same.
    public Frames(int level, byte[] dictionary) {
        this.level = level;
        packed = new ZstdDictCompress(dictionary, level);
        unpacked = new ZstdDictDecompress(dictionary);
    }

    /// The frame of some bytes.
    public byte[] pack(byte[] bytes) {
        ZstdCompressCtx kept = packing.poll();
        ZstdCompressCtx context = kept == null ? packer() : kept;
        boolean again = false;
        try {
            byte[] frame = context.compress(bytes);
            again = packing.offer(context);
            return frame;
        } finally {
            if (!again) {
                context.close();
            }
        }
    }

    /// The bytes that were packed.
    ///
    /// @param from where the frame begins in `frames`, which is `length` bytes long
    /// @param bytes how many it holds
    /// @throws IllegalStateException if it does not hold them
    public byte[] unpack(byte[] frames, int from, int length, int bytes) {
        ZstdDecompressCtx kept = unpacking.poll();
        ZstdDecompressCtx context = kept == null ? unpacker() : kept;
        boolean again = false;
        try {
            byte[] all = new byte[bytes];
            int found = context.decompressByteArray(all, 0, bytes, frames, from, length);
            if (found != bytes) {
                throw new IllegalStateException("A frame of " + found + " instead of " + bytes + " bytes.");
            }
            again = unpacking.offer(context);
            return all;
        } catch (ZstdException damaged) {
            throw new IllegalStateException("A damaged frame.", damaged);
        } finally {
            if (!again) {
                context.close();
            }
        }
    }

    private ZstdCompressCtx packer() {
        return new ZstdCompressCtx()
                .setLevel(level)
                .setMagicless(true)
                .setContentSize(false)
                .setDictID(false)
                .loadDict(packed);
    }

    private ZstdDecompressCtx unpacker() {
        return new ZstdDecompressCtx().setMagicless(true).loadDict(unpacked);
    }
}
