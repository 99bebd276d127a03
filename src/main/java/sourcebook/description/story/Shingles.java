package sourcebook.description.story;

import java.util.Arrays;

/// The shingles of a text: each sequence of four words (eight characters where a script has no blanks), by hash, one
/// for each word they begin with. Immutable.
final class Shingles {
    private static final int WEIGHT = 4 * Words.WORD_WEIGHT;

    private final Words words;
    private final long[] inOrder;
    private final long[] distinct;

    private Shingles(Words words, long[] inOrder) {
        this.words = words;
        this.inOrder = inOrder;
        long[] sorted = inOrder.clone();
        Arrays.sort(sorted);
        this.distinct = Words.withoutRepeats(sorted);
    }

    static Shingles of(Words words) {
        long[] found = new long[words.count()];
        int shingles = 0;
        int end = 0;
        int weight = 0;
        for (int start = 0; start < words.count(); start++) {
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
        return distinct;
    }

    boolean contains(long shingle) {
        return Arrays.binarySearch(distinct, shingle) >= 0;
    }

    /// How many shingles both texts have.
    int common(Shingles other) {
        int common = 0;
        int mine = 0;
        int others = 0;
        while (mine < distinct.length && others < other.distinct.length) {
            int order = Long.compare(distinct[mine], other.distinct[others]);
            if (order == 0) {
                common++;
            }
            if (order <= 0) {
                mine++;
            }
            if (order >= 0) {
                others++;
            }
        }
        return common;
    }
}
