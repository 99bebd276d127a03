package sourcebook.description.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two texts laid beside each other: which word of the one stands for which of the other. Shingles that occur once in
/// both are the fixed points; what lies between two of them is matched word by word, misread words and words with a
/// blank too many or too few among them. Immutable after it is made.
final class Alignment {
    private static final int NONE = Overlap.NONE;

    /// Largest table of words by words that is matched exactly; between fixed points farther apart is other text.
    private static final int TABLE = 60 * 60;

    /// Words beside the outermost fixed points that are matched with as many, and some more, of the other text.
    private static final int MARGIN = 12;

    private static final int EQUAL = 3;
    private static final int NEAR = 2;

    private final Words shorter;
    private final Words longer;
    private final int[] partner;
    private final int[] span;
    private final boolean[] joined;
    private int misread;

    private Alignment(Words shorter, Words longer) {
        this.shorter = shorter;
        this.longer = longer;
        this.partner = new int[shorter.count()];
        this.span = new int[shorter.count()];
        this.joined = new boolean[shorter.count()];
        Arrays.fill(partner, NONE);
        Arrays.fill(span, 1);
    }

    static Alignment of(Shingles shorter, Shingles longer, Overlap overlap) {
        Alignment alignment = new Alignment(shorter.words(), longer.words());
        alignment.extend(overlap.partner());
        alignment.fill();
        return alignment;
    }

    /// Goes on from each fixed point as long as the words are the same. Fixed points are the longest row of shared
    /// shingles that stand in the same order in both texts.
    ///
    /// @param shared for each place of the shorter text the one of the longer where the same shingle stands
    private void extend(int[] shared) {
        int lastShorter = NONE;
        int lastLonger = NONE;
        for (int point : increasing(shared)) {
            int one = point;
            int other = shared[point];
            if (one <= lastShorter || other <= lastLonger) {
                continue;
            }
            while (one - 1 > lastShorter && other - 1 > lastLonger && same(one - 1, other - 1)) {
                one--;
                other--;
            }
            while (one < shorter.count() && other < longer.count() && same(one, other)) {
                partner[one] = other;
                lastShorter = one++;
                lastLonger = other++;
            }
        }
    }

    /// The places of a longest ascending row.
    private static int[] increasing(int[] values) {
        int[] ends = new int[values.length];
        int[] before = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == NONE) {
                continue;
            }
            int low = 0;
            int high = length;
            if (length > 0 && values[ends[length - 1]] < values[i]) {
                low = length; // as nearly always
            }
            while (low < high) {
                int middle = (low + high) / 2;
                if (values[ends[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] row = new int[length];
        int at = length == 0 ? NONE : ends[length - 1];
        for (int place = length - 1; place >= 0; place--) {
            row[place] = at;
            at = before[at];
        }
        return row;
    }

    private boolean same(int one, int other) {
        return shorter.hash(one) == longer.hash(other);
    }

    /// Matches what lies between, before and behind the fixed points.
    private void fill() {
        int lastShorter = NONE;
        int lastLonger = NONE;
        boolean any = false;
        for (int one = 0; one < shorter.count(); one++) {
            if (partner[one] == NONE) {
                continue;
            }
            int other = partner[one];
            if (one > lastShorter + 1 || other > lastLonger + 1) {
                int from = lastShorter + 1;
                int otherFrom = lastLonger + 1;
                if (!any) {
                    from = Math.max(from, one - MARGIN);
                    otherFrom = Math.max(otherFrom, other - MARGIN - 3);
                }
                match(from, one, otherFrom, other);
            }
            lastShorter = one;
            lastLonger = other;
            any = true;
        }
        if (any) {
            match(
                    lastShorter + 1,
                    Math.min(shorter.count(), lastShorter + 1 + MARGIN),
                    lastLonger + 1,
                    Math.min(longer.count(), lastLonger + 4 + MARGIN));
        }
    }

    /// Matches a few words with a few, so that as many as possible are the same or near.
    private void match(int from, int to, int otherFrom, int otherTo) {
        int rows = to - from;
        int columns = otherTo - otherFrom;
        if (rows <= 0 || columns <= 0 || (long) rows * columns > TABLE) {
            return;
        }
        Stretch some = new Stretch(shorter, from, to);
        Stretch others = new Stretch(longer, otherFrom, otherTo);
        int[][] best = new int[rows + 1][columns + 1];
        byte[][] step = new byte[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                choose(best, step, i, j, same(from + i, otherFrom + j), some, others);
            }
        }
        follow(step, from, rows, otherFrom, columns);
    }

    private static final byte SKIP = 0;
    private static final byte SKIP_OTHER = 1;
    private static final byte PAIR = 2;
    private static final byte ONE_FOR_TWO = 3;
    private static final byte TWO_FOR_ONE = 4;

    private static void choose(int[][] best, byte[][] step, int i, int j, boolean same, Stretch some, Stretch others) {
        int value = best[i + 1][j];
        byte way = SKIP;
        if (best[i][j + 1] > value) {
            value = best[i][j + 1];
            way = SKIP_OTHER;
        }
        int pair = same ? EQUAL : some.isMisread(i, others, j) ? NEAR : 0;
        if (pair > 0 && best[i + 1][j + 1] + pair > value) {
            value = best[i + 1][j + 1] + pair;
            way = PAIR;
        }
        if (pair == 0 && j + 1 < others.count() && best[i + 1][j + 2] + NEAR > value && some.isBroken(i, others, j)) {
            value = best[i + 1][j + 2] + NEAR;
            way = ONE_FOR_TWO;
        }
        if (pair == 0 && i + 1 < some.count() && best[i + 2][j + 1] + NEAR > value && others.isBroken(j, some, i)) {
            value = best[i + 2][j + 1] + NEAR;
            way = TWO_FOR_ONE;
        }
        best[i][j] = value;
        step[i][j] = way;
    }

    private void follow(byte[][] step, int from, int rows, int otherFrom, int columns) {
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            switch (step[i][j]) {
                case SKIP -> i++;
                case SKIP_OTHER -> j++;
                case ONE_FOR_TWO -> {
                    partner[from + i] = otherFrom + j;
                    span[from + i] = 2;
                    misread++;
                    i++;
                    j += 2;
                }
                case TWO_FOR_ONE -> {
                    partner[from + i] = otherFrom + j;
                    partner[from + i + 1] = otherFrom + j;
                    joined[from + i + 1] = true;
                    misread++;
                    i += 2;
                    j++;
                }
                default -> {
                    partner[from + i] = otherFrom + j;
                    if (!same(from + i, otherFrom + j)) {
                        misread++;
                    }
                    i++;
                    j++;
                }
            }
        }
    }

    /// The hashes of the shorter text with each misread word as the longer one has it.
    Words corrected() {
        return shorter.replaced(longer, partner, span, joined);
    }

    /// Words that are the other text's but for their spelling.
    int misread() {
        return misread;
    }

    /// Words of the shorter text that have one in the longer.
    int matched() {
        return (int) Arrays.stream(partner).filter(place -> place != NONE).count();
    }

    /// The word of the longer text that stands for one of the shorter; -1 if none does.
    int partner(int word) {
        return partner[word];
    }

    /// A place where both texts have other words, between words that are the same: from (inclusive) and to (exclusive)
    /// in each.
    record Gap(int from, int to, int otherFrom, int otherTo) {}

    /// The gaps with words on both sides, at most `words` in each, in order.
    List<Gap> replacements(int words) {
        List<Gap> gaps = new ArrayList<>();
        int last = NONE;
        for (int one = 0; one < partner.length; one++) {
            if (partner[one] == NONE) {
                continue;
            }
            if (last != NONE && one > last + 1) {
                int otherFrom = partner[last] + span[last];
                int other = partner[one];
                if (other > otherFrom && one - last - 1 <= words && other - otherFrom <= words) {
                    gaps.add(new Gap(last + 1, one, otherFrom, other));
                }
            }
            last = one;
        }
        return gaps;
    }
}
