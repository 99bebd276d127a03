package sourcebook.catalogue;

/// Reads what [BitWriter] wrote. Not thread-safe.
final class BitReader {
    private final byte[] bytes;
    private long bits;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long fixed(int width) {
        long value = 0;
        for (int left = width; left > 0; ) {
            int there = 8 - (int) (bits & 7);
            int now = Math.min(there, left);
            int part = ((bytes[(int) (bits >> 3)] & 0xFF) >> (there - now)) & ((1 << now) - 1);
            value = (value << now) | part;
            bits += now;
            left -= now;
        }
        return value;
    }

    long gamma() {
        int width = 0;
        while (fixed(1) == 0) {
            width++;
        }
        return (1L << width) | fixed(width);
    }

    long rice(int lower) {
        long upper = 0;
        while (fixed(1) == 1) {
            upper++;
        }
        return (upper << lower) | fixed(lower);
    }
}
