package sourcebook.description.story;

import java.util.Arrays;

/// Sorts hashes. As their upper bits are spread evenly, each is put near its place by them, and those few that share
/// a place are sorted among themselves: a third of what a general sort takes. Stateless.
final class HashOrder {
    /// Fewer are sorted as anything is.
    private static final int FEWEST = 64;

    /// Places by the upper bits: with more of them they would be far from each other in memory.
    private static final int MOST_BITS = 16;

    private HashOrder() {}

    /// Ascending, as [Arrays#sort(long\[\])]. Correct for any numbers, fast for hashes.
    static void sort(long[] hashes) {
        if (hashes.length < FEWEST) {
            Arrays.sort(hashes);
            return;
        }
        int bits = Math.min(MOST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length));
        int[] ends = new int[1 << bits];
        for (long hash : hashes) {
            ends[bucket(hash, bits)]++;
        }
        int before = 0;
        for (int i = 0; i < ends.length; i++) {
            int many = ends[i];
            ends[i] = before;
            before += many;
        }
        long[] near = new long[hashes.length];
        for (long hash : hashes) {
            near[ends[bucket(hash, bits)]++] = hash;
        }
        System.arraycopy(near, 0, hashes, 0, near.length);
        int from = 0;
        for (int end : ends) {
            if (end - from > 1) {
                Arrays.sort(hashes, from, end);
            }
            from = end;
        }
    }

    /// The same for what is mostly in order already.
    static void sortIfNeeded(long[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] < numbers[i - 1]) {
                Arrays.sort(numbers);
                return;
            }
        }
    }

    /// The upper bits of a signed number, the lowest numbers first.
    private static int bucket(long hash, int bits) {
        return (int) ((hash ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
    }
}
