package sourcebook.description.story;

import java.util.Arrays;

/// The shingles that two texts have in common, and where they stand. Filled by [Shingles#with], then not changed.
final class Overlap {
    static final int NONE = -1;

    /// Parts of the longer text for each of which [sourcebook.catalogue.Likeness#where] has a bit.
    private static final int PARTS = 64;

    private final int[] partner;
    private final boolean[] shared;
    private int common;

    Overlap(int shorter, int longer) {
        partner = new int[shorter];
        shared = new boolean[longer];
        Arrays.fill(partner, NONE);
    }

    void add() {
        common++;
    }

    void share(int longer) {
        shared[longer] = true;
    }

    void pair(int shorter, int longer) {
        partner[shorter] = longer;
    }

    /// How many different shingles both have.
    int common() {
        return common;
    }

    /// For each place of the shorter text, where the longer has the same shingle; -1 where it has not, or one of them
    /// has it several times.
    int[] partner() {
        return partner;
    }

    /// Which 64ths of the longer text are in the shorter one, a bit for each.
    long where() {
        int[] found = new int[PARTS];
        int[] all = new int[PARTS];
        for (int i = 0; i < shared.length; i++) {
            int part = (int) ((long) i * PARTS / shared.length);
            all[part]++;
            if (shared[i]) {
                found[part]++;
            }
        }
        long where = 0;
        for (int part = 0; part < PARTS; part++) {
            if (found[part] * 4 > all[part]) {
                where |= 1L << part;
            }
        }
        return where;
    }
}
