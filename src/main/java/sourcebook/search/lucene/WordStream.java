package sourcebook.search.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The terms of one text with their positions and offsets, as [Terms] names them.
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final String text;
    private WordScanner scanner;
    /// The word at the present position, and the one after it; a start below 0 is no word.
    private int start;
    private int end;
    private int nextStart;
    private int nextEnd;
    private String word = "";
    /// The joined word of which the present one is the first half, and the second half; empty if it is not.
    private String joined = "";
    private String joinedBefore = "";
    private int stage;

    WordStream(String text) {
        this.text = text;
        scanner = new WordScanner(text);
    }

    @Override
    public void reset() {
        scanner = new WordScanner(text);
        joined = "";
        stage = Stage.WORD;
        look();
    }

    @Override
    public boolean incrementToken() {
        while (true) {
            switch (stage++) {
                case Stage.WORD -> {
                    if (!advance()) {
                        stage = Stage.WORD;
                        return false;
                    }
                    return give('\0', word, 1, end);
                }
                case Stage.STEM -> {
                    if (Terms.stemmed(word)) {
                        return give(Terms.STEM, Terms.stem(word), 0, end);
                    }
                }
                case Stage.SECOND_HALF -> {
                    if (!joinedBefore.isEmpty()) {
                        return give(Terms.SECOND_HALF, joinedBefore, 0, end);
                    }
                }
                case Stage.JOINED -> {
                    if (!joined.isEmpty()) {
                        return give(Terms.JOINED, joined, 0, nextEnd);
                    }
                }
                case Stage.JOINED_STEM -> {
                    if (!joined.isEmpty()) {
                        return give(Terms.JOINED_STEM, Terms.stem(joined), 0, nextEnd);
                    }
                }
                default -> stage = Stage.WORD;
            }
        }
    }

    @Override
    public void end() {
        clearAttributes();
        offset.setOffset(text.length(), text.length());
        increment.setPositionIncrement(0);
    }

    private boolean advance() {
        if (nextStart < 0) {
            return false;
        }
        start = nextStart;
        end = nextEnd;
        word = Terms.folded(text.substring(start, end));
        joinedBefore = joined;
        look();
        boolean broken = nextStart >= 0 && Terms.broken(text, end, nextStart);
        joined = broken ? Terms.folded(text.substring(start, end) + text.substring(nextStart, nextEnd)) : "";
        return true;
    }

    private void look() {
        boolean more = scanner.next();
        nextStart = more ? scanner.start() : -1;
        nextEnd = more ? scanner.end() : -1;
    }

    private boolean give(char mark, String text, int positions, int until) {
        clearAttributes();
        if (mark != '\0') {
            term.append(mark);
        }
        term.append(text);
        offset.setOffset(start, until);
        increment.setPositionIncrement(positions);
        return true;
    }

    /// What is given at one position, in order.
    private static final class Stage {
        static final int WORD = 0;
        static final int STEM = 1;
        static final int SECOND_HALF = 2;
        static final int JOINED = 3;
        static final int JOINED_STEM = 4;
    }
}
