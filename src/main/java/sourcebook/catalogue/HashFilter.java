package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Tells of most hashes that were never added that they were not. What it does not tell so may have been added.
///
/// A Bloom filter in blocks of one cache line, as *Cache-, Hash- and Space-Efficient Bloom Filters* (Putze, Sanders,
/// Singler 2007) has it: whatever it holds, a hash costs one line of memory for each of its parts. It grows by parts as
/// large as all before them, so that nothing is added twice. Not thread-safe.
final class HashFilter {
    /// Of hashes that were never added less than one in a hundred is taken for one that was.
    private static final int BITS_EACH = 12;

    private static final int BITS_SET = 6;

    /// Longs of a block: 512 bits, so that nine bits of a hash choose one of them.
    private static final int BLOCK = 8;

    private static final int BITS_OF_PLACE = 9;

    private static final int FIRST = 1 << 16;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio

    private final List<long[]> parts = new ArrayList<>();
    private final long mostLongs;
    private long room;
    private long count;
    private long longs;

    /// @param mostBytes of memory; a filter that would need more becomes less sharp instead
    HashFilter(long mostBytes) {
        this.mostLongs = mostBytes / Long.BYTES;
    }

    void add(long hash) {
        if (count >= room) {
            grow();
        }
        count++;
        long[] part = parts.getLast();
        long mixed = mix(hash);
        int block = block(mixed, part);
        for (long places = mixed * GOLDEN, i = 0; i < BITS_SET; i++, places >>>= BITS_OF_PLACE) {
            part[block + longOf(places)] |= 1L << places;
        }
    }

    private void grow() {
        long added = Math.max(FIRST, count);
        long wanted = added * BITS_EACH / Long.SIZE / BLOCK * BLOCK;
        if (!parts.isEmpty() && longs + wanted > mostLongs) {
            room = Long.MAX_VALUE;
            return;
        }
        parts.add(new long[(int) Math.min(wanted, Integer.MAX_VALUE / BLOCK * BLOCK - BLOCK)]);
        longs += wanted;
        room = count + added;
    }

    boolean mayHave(long hash) {
        long mixed = mix(hash);
        for (long[] part : parts) {
            if (has(part, mixed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long[] part, long mixed) {
        int block = block(mixed, part);
        for (long places = mixed * GOLDEN, i = 0; i < BITS_SET; i++, places >>>= BITS_OF_PLACE) {
            if ((part[block + longOf(places)] & 1L << places) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int block(long mixed, long[] part) {
        return (int) (((mixed >>> Integer.SIZE) * (part.length / BLOCK)) >>> Integer.SIZE) * BLOCK;
    }

    /// The lower six bits of a place choose the bit, the upper three the long.
    private static int longOf(long places) {
        return (int) (places >>> 6) & (BLOCK - 1);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 31) * GOLDEN;
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L; // as in SplittableRandom
    }

    void clear() {
        parts.clear();
        room = 0;
        count = 0;
        longs = 0;
    }
}
