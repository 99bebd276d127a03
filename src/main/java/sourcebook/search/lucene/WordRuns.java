package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The runs of three words of one text, each as one of a few numbers, so that a phrase of frequent words need not be
/// looked for in every document that has them all: where the numbers of its runs are not together, it is not. Where
/// they are, its words are looked at, since runs share numbers.
///
/// A number tells little of a text that has most of them, so those of a long text are not noted: it always counts as
/// one that may have a run. Runs across a mark and those with a character that is a word of its own are not noted of
/// any text, nor asked for.
final class WordRuns {
    /// Words of the longest text whose runs are noted. Another number here or below, or another way to them, is another
    /// [IndexSchema#VERSION].
    private static final int LONGEST = 1_024;

    /// How many numbers there are, as a power of two: a text of 350 words has a third of them.
    private static final int BITS = 10;

    /// Stands for all runs of a text that is too long.
    static final BytesRef ALL = new BytesRef(new byte[] {-1});

    /// What a word is that belongs to no run.
    private static final int NONE = 0;

    /// Numbers by which words are multiplied, so that their order counts: 2 to the 64 by the golden ratio, and
    /// another that is odd.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final long STEP = 0xBF58476D1CE4E5B9L;

    /// Which numbers were noted.
    private final long[] numbers = new long[1 << (BITS - 6)];

    private int before;
    private int last;
    private int words;

    /// What a folded word is in a run; the same in a text and in a query, for as long as there are indexes of
    /// this schema.
    static int word(String term) {
        return Terms.plain(term) && !Terms.alone(term) ? term.hashCode() : NONE;
    }

    /// How a run of three words, as [#word] gives them, is called; null if it is noted of no text.
    static @Nullable BytesRef name(int first, int second, int third) {
        return first == NONE || second == NONE || third == NONE
                ? null
                : name(new BytesRef(new byte[2]), number(first, second, third));
    }

    private static int number(int first, int second, int third) {
        return (int) ((((first * MIX + second) * STEP + third) * MIX) >>> (Long.SIZE - BITS));
    }

    private static BytesRef name(BytesRef name, int number) {
        name.bytes[0] = (byte) (number >>> Byte.SIZE);
        name.bytes[1] = (byte) number;
        return name;
    }

    void clear() {
        Arrays.fill(numbers, 0);
        words = 0;
        before = NONE;
        last = NONE;
    }

    /// Takes note of the next word of the text.
    ///
    /// @param word what it is by [#word]
    /// @param apart whether a mark stands between it and the word before
    void note(int word, boolean apart) {
        words++;
        if (apart) {
            last = NONE;
        }
        if (word != NONE && last != NONE && before != NONE && words <= LONGEST) {
            int number = number(before, last, word);
            numbers[number >> 6] |= 1L << number;
        }
        before = last;
        last = word;
    }

    /// What was noted when it is read, each number once.
    TokenStream stream() {
        return new Numbers();
    }

    private final class Numbers extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final BytesRef name = new BytesRef(new byte[2]);
        private int next;

        @Override
        public void reset() {
            next = 0;
        }

        /// Sets all attributes there are, so that none need be cleared.
        @Override
        public boolean incrementToken() {
            if (words > LONGEST) {
                term.setBytesRef(ALL);
                return next++ == 0;
            }
            int part = next >> 6;
            long rest = part < numbers.length ? numbers[part] & (-1L << next) : 0;
            while (rest == 0 && ++part < numbers.length) {
                rest = numbers[part];
            }
            if (rest == 0) {
                return false;
            }
            int number = (part << 6) + Long.numberOfTrailingZeros(rest);
            term.setBytesRef(name(name, number));
            next = number + 1;
            return true;
        }
    }
}
