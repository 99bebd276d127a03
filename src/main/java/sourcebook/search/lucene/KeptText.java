package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Frames;

/// A text that is kept in pieces, each compressed for itself, so that whoever wants some characters unpacks the piece
/// that has them and no other. What is very long is kept in two parts, the second somewhere else. For one thread.
///
/// An unpaired surrogate comes back as a question mark, at the same place.
final class KeptText implements CharSequence {
    /// UTF-16 units of a piece. Of 4,096 units a page of hits unpacks less, but the text takes a twentieth more room.
    private static final int PIECE = 8_192;

    /// UTF-16 units that are kept in pieces. A value of the index is read whole, and room is made for the longest of a
    /// segment whenever one is read: so none may be long.
    private static final int HEAD = 16 * PIECE;

    /// Level 6 takes a thirtieth less room and three times the time (of 2.3 KB 43 µs, not 14); LZ4 takes half more
    /// room,
    /// and unpacks no faster.
    private static final Frames FRAMES = new Frames(1, new byte[0]);

    private final BytesRef packed;
    private final Rest rest;
    private final int length;
    /// Of each piece: where it begins, in units of the text; one more for the end of the last.
    private final int[] starts;
    /// Of each piece: where it begins in `packed`, how many bytes it takes there and how many unpacked.
    private final int[] places;

    private final int[] packedBytes;
    private final int[] bytes;
    private final @Nullable String[] pieces;
    private String here = "";
    private int hereStart;
    private int unpacked;

    /// What of a text is not in pieces.
    @FunctionalInterface
    interface Rest {
        String read() throws IOException;
    }

    /// @param packed as [#pack] made it; it must not change
    /// @param rest asked at most once, and only for a text with an [#after]
    KeptText(BytesRef packed, Rest rest) {
        this.packed = packed;
        this.rest = rest;
        ByteArrayDataInput input = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        length = input.readVInt();
        int count = input.readVInt();
        starts = new int[count + 1];
        places = new int[count];
        packedBytes = new int[count];
        bytes = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + input.readVInt();
            bytes[i] = input.readVInt();
            packedBytes[i] = input.readVInt();
        }
        int place = input.getPosition();
        for (int i = 0; i < count; i++) {
            places[i] = place;
            place += packedBytes[i];
        }
        pieces = new @Nullable String[count + 1];
    }

    /// The beginning of a text in pieces.
    static BytesRef pack(String text) throws IOException {
        int head = headOf(text);
        ByteBuffersDataOutput table = new ByteBuffersDataOutput();
        ByteBuffersDataOutput all = new ByteBuffersDataOutput();
        table.writeVInt(text.length());
        table.writeVInt((head + PIECE - 1) / PIECE);
        int from = 0;
        for (int i = 0; from < head; i++) {
            int to = whole(text, Math.min(head, (i + 1) * PIECE));
            byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
            byte[] frame = FRAMES.pack(bytes);
            all.writeBytes(frame, 0, frame.length);
            table.writeVInt(to - from);
            table.writeVInt(bytes.length);
            table.writeVInt(frame.length);
            from = to;
        }
        byte[] packed = Arrays.copyOf(table.toArrayCopy(), (int) (table.size() + all.size()));
        System.arraycopy(all.toArrayCopy(), 0, packed, (int) table.size(), (int) all.size());
        return new BytesRef(packed);
    }

    /// What [#pack] leaves out of a text; empty of all but the longest.
    static String after(String text) {
        return text.substring(headOf(text));
    }

    private static int headOf(String text) {
        return whole(text, Math.min(text.length(), HEAD));
    }

    /// Not inside a surrogate pair.
    private static int whole(String text, int at) {
        boolean inside =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return inside ? at - 1 : at;
    }

    /// How many pieces were unpacked until now.
    int unpacked() {
        return unpacked;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int at) {
        int inside = at - hereStart;
        if (inside < 0 || inside >= here.length()) {
            inside = at - goTo(at);
        }
        return here.charAt(inside);
    }

    /// Makes the piece with a place the present one and gives its start.
    private int goTo(int at) {
        if (at < 0 || at >= length) {
            throw new StringIndexOutOfBoundsException(at);
        }
        int found = Arrays.binarySearch(starts, at);
        int piece = found >= 0 ? found : -found - 2;
        here = piece(piece);
        hereStart = starts[piece];
        return hereStart;
    }

    private String piece(int number) {
        String piece = pieces[number];
        if (piece == null) {
            piece = read(number);
            pieces[number] = piece;
            unpacked++;
        }
        return piece;
    }

    private String read(int number) {
        try {
            if (number == places.length) {
                return rest.read();
            }
            byte[] unpacking = FRAMES.unpack(packed.bytes, places[number], packedBytes[number], bytes[number]);
            return new String(unpacking, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return substring(from, to);
    }

    String substring(int from, int to) {
        if (from < 0 || to > length || from > to) {
            throw new StringIndexOutOfBoundsException("from " + from + " to " + to + " of " + length);
        }
        if (from == to) {
            return "";
        }
        goTo(from);
        if (to - hereStart <= here.length()) {
            return here.substring(from - hereStart, to - hereStart);
        }
        StringBuilder across = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            goTo(at);
            int end = Math.min(to, hereStart + here.length());
            across.append(here, at - hereStart, end - hereStart);
            at = end;
        }
        return across.toString();
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
