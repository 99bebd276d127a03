package sourcebook.description.story;

import java.util.Arrays;

/// Where the shingles of a text stand that it has once: a hash table of plain numbers, since this is the innermost loop
/// of comparing. Immutable after it is made.
final class Places {
    static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final long[] shingles;
    private final int[] places;
    private final int mask;

    Places(long[] inOrder) {
        int size = Integer.highestOneBit(Math.max(8, inOrder.length) * 4 - 1);
        shingles = new long[size];
        places = new int[size];
        mask = size - 1;
        Arrays.fill(places, NONE);
        for (int at = 0; at < inOrder.length; at++) {
            int slot = slot(inOrder[at]);
            places[slot] = places[slot] == NONE ? at : SEVERAL;
            shingles[slot] = inOrder[at];
        }
    }

    private int slot(long shingle) {
        int slot = (int) shingle & mask;
        while (places[slot] != NONE && shingles[slot] != shingle) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// Where a shingle stands; -1 if nowhere or in several places.
    int of(long shingle) {
        return Math.max(NONE, places[slot(shingle)]);
    }
}
