package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import sourcebook.search.lucene.language.Folding;

/// The words of a text as the index counts them, so that what is counted elsewhere agrees with it.
public final class Words {
    private Words() {}

    /// A word and where it stands, in UTF-16 units.
    ///
    /// @param folded without case and diacritics
    public record Word(int start, int end, String folded) {}

    /// The words of a text in their order. Characters of scripts without blanks are one word each.
    public static List<Word> of(CharSequence text) {
        String whole = text.toString();
        List<Word> words = new ArrayList<>();
        WordScanner scanner = new WordScanner(whole);
        while (scanner.next()) {
            words.add(new Word(
                    scanner.start(), scanner.end(), Folding.folded(whole.substring(scanner.start(), scanner.end()))));
        }
        return words;
    }
}
