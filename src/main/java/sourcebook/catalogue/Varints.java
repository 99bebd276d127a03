package sourcebook.catalogue;

import java.nio.ByteBuffer;

/// Numbers that are mostly small: seven bits a byte, the lowest first, the eighth tells that another follows. Negative
/// numbers take five bytes.
final class Varints {
    static final int MOST_BYTES = 5;

    private Varints() {}

    static void put(ByteBuffer to, int number) {
        int left = number;
        while ((left & ~0x7F) != 0) {
            to.put((byte) (left | 0x80));
            left >>>= 7;
        }
        to.put((byte) left);
    }

    /// @throws IllegalStateException if there is no whole number
    static int get(ByteBuffer from) {
        int number = 0;
        for (int shift = 0; shift < 7 * MOST_BYTES && from.hasRemaining(); shift += 7) {
            byte next = from.get();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalStateException("A damaged number.");
    }
}
