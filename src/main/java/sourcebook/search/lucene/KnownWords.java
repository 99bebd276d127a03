package sourcebook.search.lucene;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordCharacters;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.WordForms;

/// What the words met last are called: few words make most of any text, and stemming is the dearest part of reading
/// one. Holds some megabytes at most. Thread-safe: entries are immutable, and one that another thread
/// replaced meanwhile is made again.
final class KnownWords {
    private static final int ENTRIES = 1 << 14;

    /// Longer words (UTF-16 units) are rare and would hold more memory than they save time.
    private static final int LONGEST = 40;

    private static final AtomicReferenceArray<@Nullable KnownWord> KNOWN = new AtomicReferenceArray<>(ENTRIES);

    private KnownWords() {}

    /// A word as it is written, in a text of a language.
    ///
    /// @param term the word folded
    /// @param alone whether it is a character that is a word of its own
    /// @param stems of the whole word, as they stand behind their mark; none for a word of the next two kinds
    /// @param korean whether it is made of parts, which are not kept here
    /// @param unstemmed the language of which it is a common word, without a stem; null for all other words
    record KnownWord(
            String word,
            String language,
            String term,
            boolean alone,
            boolean korean,
            List<String> stems,
            @Nullable String unstemmed) {
        private boolean is(String text, int start, int end, String in) {
            return word.length() == end - start && text.startsWith(word, start) && language.equals(in);
        }
    }

    /// The word from `start` to `end` (exclusive) of a text.
    ///
    /// @param language of the place where it stands
    static KnownWord at(String text, int start, int end, String language) {
        if (end - start > LONGEST) {
            return read(text.substring(start, end), language);
        }
        int hash = language.hashCode();
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int entry = (hash ^ hash >>> 15) & ENTRIES - 1;
        KnownWord known = KNOWN.getPlain(entry);
        if (known == null || !known.is(text, start, end, language)) {
            known = read(text.substring(start, end), language);
            KNOWN.setRelease(entry, known);
        }
        return known;
    }

    private static KnownWord read(String word, String language) {
        String term = Terms.folded(word);
        boolean alone = WordCharacters.standsAlone(word.codePointAt(0));
        boolean korean = !alone && KoreanWords.korean(word);
        List<String> stems = alone || korean ? List.of() : Terms.stems(word, term, language);
        boolean common = !alone && !korean && stems.isEmpty() && WordForms.possible(term);
        return new KnownWord(
                word, language, term, alone, korean, stems, common ? WordForms.languageOf(term, language) : null);
    }
}
