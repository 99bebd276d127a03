package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import sourcebook.search.lucene.Spelling.Word;

/// Words of the archive that differ from one at its beginning alone: another first letter, one too many, one too few,
/// or
/// the first two changed round. Asks for as many words as the script has first letters in the archive.
final class FirstLetters {
    /// Scripts whose letters are words have more; nobody misspells their first.
    private static final int MOST = 120;

    private final IndexReader reader;

    FirstLetters(IndexReader reader) {
        this.reader = reader;
    }

    /// Those that more documents have than the word itself, the most frequent first.
    ///
    /// @param folded one word
    List<Word> near(String folded, int most) throws IOException {
        int first = folded.codePointAt(0);
        String rest = folded.substring(Character.charCount(first));
        Set<String> written = new LinkedHashSet<>();
        if (rest.isEmpty()) {
            return List.of();
        }
        int second = rest.codePointAt(0);
        written.add(rest);
        written.add(
                Character.toString(second) + Character.toString(first) + rest.substring(Character.charCount(second)));
        for (int letter : letters(Character.UnicodeScript.of(second))) {
            written.add(Character.toString(letter) + rest);
            written.add(Character.toString(letter) + folded);
        }
        int least = documents(folded);
        List<Word> near = new ArrayList<>();
        for (String word : written) {
            int documents = word.equals(folded) ? 0 : documents(word);
            if (documents > least) {
                near.add(new Word(word, documents));
            }
        }
        near.sort(Comparator.comparingInt(Word::documents).reversed().thenComparing(Word::text));
        return near.subList(0, Math.min(most, near.size()));
    }

    private int documents(String word) throws IOException {
        return reader.docFreq(new Term(IndexSchema.TEXT, word));
    }

    /// The letters of a script with which words of the archive begin; none if they are too many.
    private Set<Integer> letters(Character.UnicodeScript script) throws IOException {
        Set<Integer> letters = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            org.apache.lucene.index.Terms terms = leaf.reader().terms(IndexSchema.TEXT);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            int next = 'a'; // the marked terms lie before
            while (next <= Character.MAX_CODE_POINT
                    && each.seekCeil(new BytesRef(Character.toString(next))) != TermsEnum.SeekStatus.END) {
                int letter = each.term().utf8ToString().codePointAt(0);
                if (Character.UnicodeScript.of(letter) == script && letters.add(letter) && letters.size() > MOST) {
                    return Set.of();
                }
                next = letter + 1;
                if (next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE) {
                    next = Character.MAX_SURROGATE + 1;
                }
            }
        }
        return letters;
    }
}
