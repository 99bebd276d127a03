package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/// The neighbouring function words of one text: `of the` is a term of its own, at the position of its
/// first word, so that a phrase need not read where each `of` and each `the` stands. A [WordStream]
/// notes them while it is read, and they are read after it.
final class WordPairs {
    private static final char BETWEEN = ' ';

    /// Two words for each pair.
    private BytesRef[] words = new BytesRef[64];

    private int[] positions = new int[32];
    private int size;
    /// The word noted last, if it is a function word.
    private @Nullable BytesRef last;

    private int noted;
    private final WordRuns runs = new WordRuns();

    /// How a pair is called; words hold no blanks.
    static String name(String first, String second) {
        return first + BETWEEN + second;
    }

    void clear() {
        size = 0;
        last = null;
        noted = 0;
        runs.clear();
    }

    /// Takes note of the next word of the text.
    ///
    /// @param position of it
    /// @param apart whether a mark stands between it and the word before
    void note(KnownWord word, int position, boolean apart) {
        noted++;
        runs.note(word.inRun(), apart);
        BytesRef before = last;
        last = word.function() ? word.bytes() : null;
        if (before != null && last != null && !apart) {
            add(before, last, position - 1);
        }
    }

    /// The runs of three of the same words.
    WordRuns runs() {
        return runs;
    }

    /// How many words were noted.
    int noted() {
        return noted;
    }

    private void add(BytesRef first, BytesRef second, int position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            words = Arrays.copyOf(words, 4 * size);
        }
        words[2 * size] = first;
        words[2 * size + 1] = second;
        positions[size++] = position;
    }

    /// The pairs with their positions. Those that were noted when it is read.
    TokenStream stream() {
        return new Pairs();
    }

    private final class Pairs extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final BytesRefBuilder pair = new BytesRefBuilder();
        private int next;

        @Override
        public void reset() {
            next = 0;
        }

        /// Sets all attributes there are, so that none need be cleared.
        @Override
        public boolean incrementToken() {
            if (next == size) {
                return false;
            }
            pair.copyBytes(words[2 * next]);
            pair.append((byte) BETWEEN);
            pair.append(words[2 * next + 1]);
            term.setBytesRef(pair.get());
            increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
            next++;
            return true;
        }
    }
}
