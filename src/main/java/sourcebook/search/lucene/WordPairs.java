package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.language.FunctionWords;

/// The neighbouring function words of one text: `of the` is a term of its own, at the position of its
/// first word, so that a phrase need not read where each `of` and each `the` stands. A [WordStream]
/// notes them while it is read, and they are read after it.
final class WordPairs {
    private static final char BETWEEN = ' ';

    /// Two words for each pair.
    private String[] words = new String[64];

    private int[] positions = new int[32];
    private int size;
    /// The word noted last, if it is a function word.
    private @Nullable String last;

    /// How a pair is called; words hold no blanks.
    static String name(String first, String second) {
        return first + BETWEEN + second;
    }

    void clear() {
        size = 0;
        last = null;
    }

    /// Takes note of the next word of the text.
    ///
    /// @param position of it
    /// @param apart whether a mark stands between it and the word before
    void note(String word, int position, boolean apart) {
        boolean function = FunctionWords.anyLanguage(word);
        String before = last;
        if (before != null && function && !apart) {
            add(before, word, position - 1);
        }
        last = function ? word : null;
    }

    private void add(String first, String second, int position) {
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
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int next;

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == size) {
                return false;
            }
            clearAttributes();
            term.append(words[2 * next]).append(BETWEEN).append(words[2 * next + 1]);
            increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
            next++;
            return true;
        }
    }
}
