package sourcebook.search.lucene;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordCharacters;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.WordForms;

/// What the words met last are called: few words make most of any text, and stemming is the dearest part of reading
/// one. Holds some megabytes at most. Thread-safe: what entries say never changes, and one that another thread
/// replaced meanwhile is made again.
///
/// A word of up to sixteen characters of ASCII is two numbers, so that nothing else must be fetched to know
/// it again: most of the time that looking up takes is waiting for memory.
final class KnownWords {
    private static final int ENTRIES = 1 << 15;

    /// Longer words (UTF-16 units) are rare and would hold more memory than they save time.
    private static final int LONGEST = 40;

    /// Letters of ASCII in a long; two of these are a word.
    private static final int IN_LONG = 8;

    private static final int PLAIN = 2 * IN_LONG;
    /// In the place of the second number of a word that is not told by its numbers alone.
    private static final long OTHER = -1;

    /// Multiplies what is hashed: 2 to the 64 by the golden ratio.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final AtomicReferenceArray<@Nullable KnownWord> KNOWN = new AtomicReferenceArray<>(ENTRIES);

    private KnownWords() {}

    /// The word from `start` to `end` (exclusive) of a text.
    ///
    /// @param language of the place where it stands
    static KnownWord at(String text, int start, int end, String language) {
        if (end - start > LONGEST) {
            return read(0, OTHER, text.substring(start, end), language);
        }
        long first = 0;
        long second = 0;
        int letters = 0;
        int middle = Math.min(end, start + IN_LONG);
        for (int i = start; i < middle; i++) {
            char c = text.charAt(i);
            letters |= c;
            first = (first << Byte.SIZE) | c;
        }
        for (int i = middle; i < end; i++) {
            char c = text.charAt(i);
            letters |= c;
            second = (second << Byte.SIZE) | c;
        }
        if (letters >= 0x80 || end - start > PLAIN) {
            first = hash(text, start, end);
            second = OTHER;
        }
        long mixed = (((first * MIX) ^ second) * MIX) ^ (language.hashCode() * MIX);
        int entry = (int) (mixed >>> 40) & (ENTRIES - 1);
        KnownWord known = KNOWN.getPlain(entry);
        if (known == null || !known.is(first, second, text, start, end, language)) {
            known = read(first, second, text.substring(start, end), language);
            KNOWN.setRelease(entry, known);
        }
        return known;
    }

    private static long hash(String text, int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private static KnownWord read(long first, long second, String word, String language) {
        String term = Terms.folded(word);
        boolean alone = WordCharacters.standsAlone(word.codePointAt(0));
        boolean korean = !alone && KoreanWords.korean(word);
        List<String> stems = alone || korean ? List.of() : Terms.stems(word, term, language);
        boolean common = !alone && !korean && stems.isEmpty() && WordForms.possible(term);
        return new KnownWord(
                first,
                second,
                word,
                language,
                term,
                new BytesRef(term),
                alone,
                korean,
                stems,
                stems.stream().map(stem -> new BytesRef(Terms.STEM + stem)).toArray(BytesRef[]::new),
                common ? WordForms.languageOf(term, language) : null);
    }
}
