package sourcebook.catalogue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts as the database keeps them: UTF-8, zstd with a dictionary of the archive ([TextDictionaries]). A lone
/// surrogate, which UTF-8 cannot hold, becomes one `?`, one UTF-16 unit for another, so that offsets stay true.
/// Thread-safe.
///
/// What is kept: [#FORM], the dictionary's number and the number of bytes of UTF-8 as [Varints], then a frame of
/// [Frames]. Older archives have whole frames of zstd without a dictionary, which are told by their first byte.
final class PackedTexts {
    private static final byte FORM = 2;

    /// The first byte of any whole frame of zstd.
    private static final byte WHOLE_FRAME = 0x28;

    private final TextDictionaries dictionaries;

    PackedTexts(TextDictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /// The column's value; empty for an empty text.
    byte[] pack(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        int dictionary = dictionaries.newest();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = dictionaries.frames(dictionary).pack(bytes);
        ByteBuffer packed = ByteBuffer.allocate(1 + 2 * Varints.MOST_BYTES + frame.length);
        packed.put(FORM);
        Varints.put(packed, dictionary);
        Varints.put(packed, bytes.length);
        packed.put(frame);
        return Arrays.copyOf(packed.array(), packed.position());
    }

    /// The text of a column. Not to be called while rows of a query are open: the dictionary may have to be read.
    ///
    /// @throws IllegalStateException if it is damaged
    String unpack(byte[] column) {
        if (column.length == 0) {
            return "";
        }
        return switch (column[0]) {
            case FORM -> {
                ByteBuffer packed = ByteBuffer.wrap(column, 1, column.length - 1);
                Frames frames = dictionaries.frames(Varints.get(packed));
                int bytes = Varints.get(packed);
                yield new String(
                        frames.unpack(column, packed.position(), packed.remaining(), bytes), StandardCharsets.UTF_8);
            }
            case WHOLE_FRAME -> wholeFrame(column);
            default -> throw new IllegalStateException("A text packed in an unknown form: " + column[0]);
        };
    }

    /// A text as older archives packed it.
    static String wholeFrame(byte[] frame) {
        long length = Zstd.getFrameContentSize(frame);
        if (length == 0) {
            return ""; // without a context of the decompressor, which is dearer than most texts
        }
        try {
            return new String(Zstd.decompress(frame, Math.toIntExact(length)), StandardCharsets.UTF_8);
        } catch (ZstdException | NegativeArraySizeException damaged) {
            throw new IllegalStateException("A damaged text.", damaged);
        }
    }

    /// Whether bytes are as older archives packed them.
    static boolean isWholeFrame(byte[] column) {
        return column.length > 0 && column[0] == WHOLE_FRAME;
    }
}
