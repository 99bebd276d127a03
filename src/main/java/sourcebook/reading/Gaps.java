package sourcebook.reading;

import java.util.Arrays;

/// Matches two sequences in order so that equal members meet and what is left out lies together: alignment with affine
/// gaps (Gotoh, J. Mol. Biol. 162, 1982), where unequal members never meet. Stateless.
final class Gaps {
    private static final int OUT_OF_FIRST = 1;
    private static final int OUT_OF_SECOND = 2;
    private static final int MET = 4;
    private static final int FIRST_GOES_ON = 8;
    private static final int SECOND_GOES_ON = 16;

    private Gaps() {}

    /// Two sequences, equal members by equal numbers.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pair(int[] first, int[] second) {}

    /// @param match what two equal members are worth
    /// @param gap what a run of left out members costs inside
    /// @param edge what one at an end costs
    record Costs(int match, int gap, int edge) {}

    /// For each member of the first sequence the index of its like in the second, or -1.
    ///
    /// @param mostCells of the table that is needed; a larger one is not made: then only equal ends match
    static int[] fewest(Pair pair, Costs costs, long mostCells) {
        int[] a = pair.first();
        int[] b = pair.second();
        int[] matches = new int[a.length];
        Arrays.fill(matches, -1);
        if (Arrays.equals(a, b)) {
            Arrays.setAll(matches, i -> i);
        } else if ((long) (a.length + 1) * (b.length + 1) > mostCells) {
            ends(a, b, matches);
        } else {
            byte[][] steps = table(a, b, costs);
            follow(steps, a.length, b.length, matches);
        }
        return matches;
    }

    private static void ends(int[] a, int[] b, int[] matches) {
        int least = Math.min(a.length, b.length);
        int begin = 0;
        while (begin < least && a[begin] == b[begin]) {
            matches[begin] = begin;
            begin++;
        }
        int end = 0;
        while (end < least - begin && a[a.length - 1 - end] == b[b.length - 1 - end]) {
            matches[a.length - 1 - end] = b.length - 1 - end;
            end++;
        }
    }

    /// For each pair of prefixes, by which steps the best way comes there.
    private static byte[][] table(int[] a, int[] b, Costs costs) {
        int none = Integer.MIN_VALUE / 2;
        byte[][] steps = new byte[a.length + 1][b.length + 1];
        int[] best = new int[b.length + 1];
        int[] first = new int[b.length + 1]; // best that ends with a member of the first left out
        Arrays.fill(first, none);
        for (int j = 1; j <= b.length; j++) {
            best[j] = -costs.edge();
            steps[0][j] = (byte) (OUT_OF_SECOND | (j > 1 ? SECOND_GOES_ON : 0));
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = best[0];
            int second = none; // best that ends with a member of the second left out
            best[0] = -costs.edge();
            steps[i][0] = (byte) (OUT_OF_FIRST | (i > 1 ? FIRST_GOES_ON : 0));
            first[0] = best[0];
            for (int j = 1; j <= b.length; j++) {
                int step = 0;
                int openFirst = best[j] - (j == b.length ? costs.edge() : costs.gap());
                if (first[j] >= openFirst) {
                    step |= FIRST_GOES_ON;
                } else {
                    first[j] = openFirst;
                }
                int openSecond = best[j - 1] - (i == a.length ? costs.edge() : costs.gap());
                if (second >= openSecond) {
                    step |= SECOND_GOES_ON;
                } else {
                    second = openSecond;
                }
                int met = a[i - 1] == b[j - 1] ? diagonal + costs.match() : none;
                diagonal = best[j];
                if (met >= first[j] && met >= second) {
                    best[j] = met;
                    step |= MET;
                } else if (first[j] >= second) {
                    best[j] = first[j];
                    step |= OUT_OF_FIRST;
                } else {
                    best[j] = second;
                    step |= OUT_OF_SECOND;
                }
                steps[i][j] = (byte) step;
            }
        }
        return steps;
    }

    private static void follow(byte[][] steps, int rows, int columns, int[] matches) {
        int i = rows;
        int j = columns;
        int way = 0; // a gap that is under way, or none
        while (i > 0 || j > 0) {
            int step = steps[i][j];
            int taken = way != 0 ? way : step & (MET | OUT_OF_FIRST | OUT_OF_SECOND);
            if (taken == MET) {
                matches[--i] = --j;
            } else if (taken == OUT_OF_FIRST) {
                way = (step & FIRST_GOES_ON) != 0 ? OUT_OF_FIRST : 0;
                i--;
            } else {
                way = (step & SECOND_GOES_ON) != 0 ? OUT_OF_SECOND : 0;
                j--;
            }
        }
    }
}
