package sourcebook.search.lucene;

import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.language.FunctionWords;

/// What a word of a text is called in the index, as [KnownWords] finds it. What it says never changes, so that any
/// number of threads may ask it; no one changes its bytes.
final class KnownWord {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final long first;
    private final long second;
    private final String word;
    private final String language;
    private final String term;
    private final BytesRef bytes;
    private final boolean alone;
    private final boolean korean;
    private final List<String> stems;
    private final BytesRef[] stemBytes;
    private final @Nullable String unstemmed;
    private final int inRun;
    /// Asked when an index is filled alone; two threads find the same.
    private byte function = UNKNOWN;

    /// @param first a number that a word has, the same for the same word
    /// @param second likewise; below 0 if other words, too, may have these two
    /// @param word as it is written
    /// @param language of the text that it stands in
    /// @param stemBytes of the stems with their mark
    KnownWord(
            long first,
            long second,
            String word,
            String language,
            String term,
            BytesRef bytes,
            boolean alone,
            boolean korean,
            List<String> stems,
            BytesRef[] stemBytes,
            @Nullable String unstemmed) {
        this.first = first;
        this.second = second;
        this.word = word;
        this.language = language;
        this.term = term;
        this.bytes = bytes;
        this.alone = alone;
        this.korean = korean;
        this.stems = stems;
        this.stemBytes = stemBytes;
        this.unstemmed = unstemmed;
        inRun = WordRuns.word(term);
    }

    /// Whether it is the word from `start` to `end` (exclusive) of a text in a language.
    boolean is(long one, long two, String text, int start, int end, String in) {
        return first == one
                && second == two
                && language.equals(in)
                && (two >= 0 || (word.length() == end - start && text.startsWith(word, start)));
    }

    /// As it is written.
    String word() {
        return word;
    }

    /// The word folded.
    String term() {
        return term;
    }

    /// Of the term.
    BytesRef bytes() {
        return bytes;
    }

    /// Whether it is a character that is a word of its own.
    boolean alone() {
        return alone;
    }

    /// Whether it is made of parts, which are not kept here.
    boolean korean() {
        return korean;
    }

    /// Stems of the whole word, as they stand behind their mark; none for a word of the two kinds above.
    List<String> stems() {
        return stems;
    }

    /// The stems as terms of the index, mark and all.
    BytesRef[] stemBytes() {
        return stemBytes;
    }

    /// The language of which it is a common word, without a stem; null for all other words.
    @Nullable
    String unstemmed() {
        return unstemmed;
    }

    /// What it is in a run of words, as [WordRuns] has it.
    int inRun() {
        return inRun;
    }

    /// Whether it is a function word of any language.
    boolean function() {
        byte known = function;
        if (known == UNKNOWN) {
            known = FunctionWords.anyLanguage(term) ? YES : NO;
            function = known;
        }
        return known == YES;
    }
}
