package sourcebook.description.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The shingles of a text: each sequence of four words (eight characters where a script has no blanks), by hash, one
/// for each word they begin with. Immutable.
final class Shingles {
    private static final int WEIGHT = 4 * Words.WORD_WEIGHT;

    /// Bits of a place; what a text has behind its first sixteen million words is not looked at.
    private static final int PLACE_BITS = 24;

    private static final int PLACES = 1 << PLACE_BITS;

    private final Words words;
    private final long[] inOrder;

    /// The shingles by the upper 40 bits of their hashes, with the place of each in the lower ones: two texts are laid
    /// beside each other in one walk along both, and the places are there at once.
    private final long[] sorted;

    private final int distinct;

    /// So that of other texts' numbers one in sixteen at most falls on this text's.
    private static final int BITS_EACH = 16;

    /// Made when it is first asked for.
    private volatile long @Nullable [] field;

    private Shingles(Words words, long[] inOrder) {
        this.words = words;
        this.inOrder = inOrder;
        this.sorted = new long[inOrder.length];
        for (int place = 0; place < inOrder.length; place++) {
            sorted[place] = (inOrder[place] & -PLACES) | place;
        }
        HashOrder.sort(sorted);
        int different = 0;
        for (int i = 0; i < sorted.length; i = behind(i)) {
            different++;
        }
        this.distinct = different;
    }

    static Shingles of(Words words) {
        int last = Math.min(words.count(), PLACES);
        long[] found = new long[last];
        int shingles = 0;
        int end = 0;
        int weight = 0;
        for (int start = 0; start < last; start++) {
            while (end < words.count() && weight < WEIGHT) {
                weight += words.weight(end++);
            }
            if (weight < WEIGHT) {
                break;
            }
            long hash = 0;
            for (int word = start; word < end; word++) {
                hash = Words.mix(hash * 31 + words.hash(word));
            }
            found[shingles++] = hash;
            weight -= words.weight(start);
        }
        return new Shingles(words, Arrays.copyOf(found, shingles));
    }

    Words words() {
        return words;
    }

    /// The shingle that begins with each word; the last words of the text begin none.
    long[] inOrder() {
        return inOrder;
    }

    /// Each shingle once, ascending.
    long[] distinct() {
        long[] ascending = new long[distinct];
        int found = 0;
        for (int i = 0; i < sorted.length; i = behind(i)) {
            ascending[found++] = inOrder[place(i)];
        }
        HashOrder.sortIfNeeded(ascending); // but for the lower bits it is so
        return ascending;
    }

    /// How many different shingles there are.
    int count() {
        return distinct;
    }

    /// The upper halves of the different shingles, ascending; two shingles may have the same one.
    int[] outline() {
        int[] outline = new int[distinct];
        int found = 0;
        for (int i = 0; i < sorted.length; i = behind(i)) {
            outline[found++] = upperHalf(i);
        }
        return outline;
    }

    /// How many numbers of an outline are in this text's too: never fewer than the shingles that both texts have.
    int common(int[] outline) {
        int common = 0;
        int mine = 0;
        int others = 0;
        while (mine < sorted.length && others < outline.length) {
            int own = upperHalf(mine);
            if (own < outline[others]) {
                mine = behind(mine);
            } else if (own > outline[others]) {
                others++;
            } else {
                common++;
                mine = behind(mine);
                others++;
            }
        }
        return common;
    }

    /// A bound of [#common] that costs a tenth: how many numbers of an outline fall on the places of this text's in a
    /// field of bits.
    int commonAtMost(int[] outline) {
        long[] field = field();
        int common = 0;
        for (int number : outline) {
            common += (int) (field[longOf(number, field)] >>> number) & 1;
        }
        return common;
    }

    private long[] field() {
        long[] made = field;
        if (made == null) {
            made = new long[Integer.highestOneBit(Math.max(1, distinct * BITS_EACH / Long.SIZE)) * 2];
            for (int i = 0; i < sorted.length; i++) {
                int number = upperHalf(i);
                made[longOf(number, made)] |= 1L << number;
            }
            field = made;
        }
        return made;
    }

    /// Numbers of shingles are hashes: their lower six bits choose the bit, those above the long.
    private static int longOf(int number, long[] field) {
        return (number >>> 6) & (field.length - 1);
    }

    private int upperHalf(int sortedAt) {
        return (int) (sorted[sortedAt] >> Integer.SIZE);
    }

    int compareTo(Shingles other) {
        int mine = 0;
        int others = 0;
        while (mine < sorted.length && others < other.sorted.length) {
            int order = Long.compare(sorted[mine] >> PLACE_BITS, other.sorted[others] >> PLACE_BITS);
            if (order != 0) {
                return order;
            }
            mine = behind(mine);
            others = other.behind(others);
        }
        return Integer.compare(sorted.length - mine, other.sorted.length - others);
    }

    /// Where the next other shingle begins among the sorted ones.
    private int behind(int first) {
        int next = first + 1;
        while (next < sorted.length && (sorted[next] ^ sorted[first]) >>> PLACE_BITS == 0) {
            next++;
        }
        return next;
    }

    private int place(int sortedAt) {
        return (int) sorted[sortedAt] & (PLACES - 1);
    }

    /// What this text, the shorter one, has in common with a longer.
    Overlap with(Shingles longer) {
        Overlap overlap = new Overlap(inOrder.length, longer.inOrder.length);
        int mine = 0;
        int others = 0;
        while (mine < sorted.length && others < longer.sorted.length) {
            int order = Long.compare(sorted[mine] >> PLACE_BITS, longer.sorted[others] >> PLACE_BITS);
            if (order < 0) {
                mine++;
            } else if (order > 0) {
                others++;
            } else {
                int behindMine = behind(mine);
                int behindOthers = longer.behind(others);
                overlap.add();
                for (int i = others; i < behindOthers; i++) {
                    overlap.share(longer.place(i));
                }
                if (behindMine == mine + 1 && behindOthers == others + 1) {
                    overlap.pair(place(mine), longer.place(others));
                }
                mine = behindMine;
                others = behindOthers;
            }
        }
        return overlap;
    }
}
