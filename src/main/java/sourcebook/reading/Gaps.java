package sourcebook.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Matches two sequences in order so that equal members meet and what is left out lies together:
/// alignment with affine gaps (Gotoh, J. Mol. Biol. 162, 1982), where unequal members never meet.
/// Stateless.
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
    /// @param mostCells of the table that is needed; a larger one is not made: then equal ends match and
    ///     members that are there once in both, and in the same way what lies between these
    static int[] fewest(Pair pair, Costs costs, long mostCells) {
        int[] a = pair.first();
        int[] b = pair.second();
        int[] matches = new int[a.length];
        Arrays.fill(matches, -1);
        if (Arrays.equals(a, b)) {
            Arrays.setAll(matches, i -> i);
        } else if ((long) (a.length + 1) * (b.length + 1) > mostCells) {
            anchored(pair, costs, mostCells, matches);
        } else {
            byte[][] steps = table(a, b, costs);
            follow(steps, a.length, b.length, matches);
        }
        return matches;
    }

    private static void anchored(Pair pair, Costs costs, long mostCells, int[] matches) {
        int[] a = pair.first();
        int[] b = pair.second();
        ends(a, b, matches);
        int[] anchors = anchors(a, b, matches);
        int fromA = 0;
        int fromB = 0;
        boolean any = false;
        for (int i = 0; i <= a.length; i++) {
            boolean last = i == a.length;
            if (last || matches[i] >= 0 || anchors[i] >= 0) {
                int to = last ? b.length : Math.max(matches[i], anchors[i]);
                any |= !last;
                if (any && i > fromA && to > fromB) {
                    int[] inner = fewest(
                            new Pair(Arrays.copyOfRange(a, fromA, i), Arrays.copyOfRange(b, fromB, to)),
                            costs,
                            mostCells);
                    for (int k = 0; k < inner.length; k++) {
                        matches[fromA + k] = inner[k] < 0 ? -1 : fromB + inner[k];
                    }
                }
                if (!last) {
                    matches[i] = to;
                    fromA = i + 1;
                    fromB = to + 1;
                }
            }
        }
    }

    /// Where members stand that are there once in both, of these the most that ascend; of those not
    /// matched yet.
    private static int[] anchors(int[] a, int[] b, int[] matches) {
        Map<Integer, Integer> inA = once(a);
        Map<Integer, Integer> inB = once(b);
        BitSet taken = new BitSet();
        Arrays.stream(matches).filter(one -> one >= 0).forEach(taken::set);
        int begin = 0;
        while (begin < a.length && matches[begin] == begin) {
            begin++;
        }
        int end = a.length;
        while (end > begin && matches[end - 1] >= 0) {
            end--;
        }
        int[] piles = new int[a.length + 1]; // index in a of the last of the best way of each length
        int[] before = new int[a.length];
        int length = 0;
        for (int i = begin; i < end; i++) {
            Integer there = Integer.valueOf(i).equals(inA.get(a[i])) ? inB.get(a[i]) : null;
            if (there == null || there < 0 || taken.get(there)) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (inB.getOrDefault(a[piles[middle]], -1) < there) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            piles[low] = i;
            before[i] = low == 0 ? -1 : piles[low - 1];
            length = Math.max(length, low + 1);
        }
        int[] anchors = new int[a.length];
        Arrays.fill(anchors, -1);
        for (int i = length == 0 ? -1 : piles[length - 1]; i >= 0; i = before[i]) {
            anchors[i] = inB.getOrDefault(a[i], -1);
        }
        return anchors;
    }

    /// Of members that are there once their index; of others -1.
    private static Map<Integer, Integer> once(int[] members) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            places.merge(members[i], i, (_, _) -> -1);
        }
        return places;
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
