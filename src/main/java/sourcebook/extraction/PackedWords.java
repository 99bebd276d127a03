package sourcebook.extraction;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.PageWords.Word;

/// Words of pages as bytes, about ten for a word: on the way from a worker, and for whoever stores them.
///
/// A number is written in groups of seven bits, the lowest first, a set eighth bit meaning that more follow; one that
/// may be negative has its sign in the lowest bit. Of a word its start is counted from the end of the word before, its
/// corner from the corner of the word before. Stateless.
public final class PackedWords {
    private static final int VERSION = 1;
    private static final float SKEW_STEPS = 1000; // a degree

    private PackedWords() {}

    /// The bytes of any list; of an empty one, none.
    public static byte[] pack(List<PageWords> pages) {
        var out = new ByteArrayOutputStream();
        if (pages.isEmpty()) {
            return out.toByteArray();
        }
        number(out, VERSION);
        number(out, pages.size());
        for (PageWords page : pages) {
            number(out, page.page());
            number(out, page.widthPx());
            number(out, page.heightPx());
            number(out, page.rotationDegrees());
            signed(out, Math.round(page.skewDegrees() * SKEW_STEPS));
            number(out, page.words().size());
            int end = 0;
            int x = 0;
            int y = 0;
            for (Word word : page.words()) {
                number(out, word.start() - end);
                number(out, word.end() - word.start());
                signed(out, word.x() - x);
                signed(out, word.y() - y);
                number(out, word.width());
                number(out, word.height());
                number(out, word.confidence());
                end = word.end();
                x = word.x();
                y = word.y();
            }
        }
        return out.toByteArray();
    }

    /// @throws IOException when these are not such bytes; an invented number allocates nothing
    public static List<PageWords> unpack(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return List.of();
        }
        var in = new Bytes(bytes);
        if (in.number() != VERSION) {
            throw new StreamCorruptedException("words in an unknown form");
        }
        List<PageWords> pages = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            int number = in.number();
            int width = in.number();
            int height = in.number();
            int rotation = in.number();
            float skew = in.signed() / SKEW_STEPS;
            List<Word> words = new ArrayList<>();
            int end = 0;
            int x = 0;
            int y = 0;
            for (int more = in.number(); more > 0; more--) {
                int start = end + in.number();
                end = start + in.number();
                x += in.signed();
                y += in.signed();
                words.add(new Word(start, end, x, y, in.number(), in.number(), in.number()));
            }
            pages.add(new PageWords(number, width, height, rotation, skew, words));
        }
        if (in.next != bytes.length) {
            throw new StreamCorruptedException("more than words");
        }
        return List.copyOf(pages);
    }

    private static void signed(ByteArrayOutputStream out, int value) {
        number(out, value << 1 ^ value >> 31);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int left = value;
        while ((left & ~0x7F) != 0) {
            out.write((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static final class Bytes {
        private final byte[] bytes;
        private int next;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Not negative.
        int number() throws IOException {
            int value = raw();
            if (value < 0) {
                throw new StreamCorruptedException("a negative number");
            }
            return value;
        }

        int signed() throws IOException {
            int value = raw();
            return value >>> 1 ^ -(value & 1);
        }

        private int raw() throws IOException {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                if (next == bytes.length) {
                    throw new EOFException();
                }
                byte group = bytes[next++];
                value |= (group & 0x7F) << shift;
                if (group >= 0) {
                    return value;
                }
            }
            throw new StreamCorruptedException("a number without end");
        }
    }
}
