package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;

/// Words of the archive that are written almost like one, for one reader and one thread.
final class Spelling {
    private static final int FEWEST_LETTERS = 4;

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(FEWEST_LETTERS);
        checker.setMinPrefix(1);
        checker.setLowerCaseTerms(false);
    }

    /// A word of the archive, folded, and the number of documents whose text has it.
    record Word(String text, int documents) {}

    /// The nearest words that more documents have than this one, the nearest first.
    ///
    /// @param word one word; its case and diacritics do not matter
    List<Word> near(String word, int most) throws IOException {
        List<String> words = Terms.of(word);
        if (words.size() != 1) {
            return List.of();
        }
        Term typed = new Term(IndexSchema.TEXT, words.getFirst());
        return Arrays.stream(checker.suggestSimilar(typed, most, reader, SuggestMode.SUGGEST_MORE_POPULAR))
                .map(near -> new Word(near.string, near.freq))
                .filter(near -> near.text.charAt(0) > ' ')
                .toList();
    }
}
