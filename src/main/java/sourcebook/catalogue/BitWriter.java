package sourcebook.catalogue;

import java.util.Arrays;

/// Writes numbers in as many bits as they need, the highest first. Not thread-safe.
final class BitWriter {
    private byte[] bytes = new byte[256];
    private long bits;

    /// The lower bits of a number, up to 63 of them.
    void fixed(long value, int width) {
        for (int left = width; left > 0; ) {
            int at = (int) (bits >> 3);
            if (at == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int free = 8 - (int) (bits & 7);
            int now = Math.min(free, left);
            long part = (value >>> (left - now)) & ((1L << now) - 1);
            bytes[at] |= (byte) (part << (free - now));
            bits += now;
            left -= now;
        }
    }

    /// A number from 1 on, in about twice the bits of its own (Elias' gamma code).
    ///
    /// @throws IllegalArgumentException if the number is below 1, which cannot be read again
    void gamma(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("Not from 1 on: " + value);
        }
        int width = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        fixed(0, width);
        fixed(value, width + 1);
    }

    /// A number from 0 on: its lower bits as they are, the rest as many ones (Rice's code). For numbers of which most
    /// have few bits more.
    void rice(long value, int lower) {
        for (long ones = value >>> lower; ones > 0; ) {
            int now = (int) Math.min(ones, 32);
            fixed(-1, now);
            ones -= now;
        }
        fixed(0, 1);
        fixed(value, lower);
    }

    /// The lower bits that suit numbers of this mean.
    static int lower(double mean) {
        return Math.clamp(Math.getExponent(Math.max(1, mean)), 1, 60);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, (int) ((bits + 7) >> 3));
    }
}
