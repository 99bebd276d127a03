package sourcebook.search.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.util.IOUtils;
import org.tartarus.snowball.ext.EnglishStemmer;
import sourcebook.search.WordCharacters;

/// What the words of a text are called in the index.
///
/// One field holds several kinds of term at one position, told apart by a first character that no word has: the word
/// itself, folded (no mark); its stem, if it has one; and for a word broken at a line end the joined word, its stem,
/// and its second half. So a phrase is exact, a bare word finds its other forms, and there is one set of positions.
final class Terms {
    static final char STEM = '\u0001';
    /// At the first half's position: the joined word. Its offsets run to the end of the second half.
    static final char JOINED = '\u0002';
    static final char JOINED_STEM = '\u0003';
    /// At the second half's position: the joined word again, so that a phrase goes on behind it.
    static final char SECOND_HALF = '\u0004';

    /// UTF-16 units of a term; Lucene takes 32,766 bytes, three for a unit at most. Longer words are cut alike in
    /// texts and in queries.
    private static final int LONGEST = 4_096;

    private static final int SHORTEST_STEMMED = 3;

    /// Lucene's stop words for English, and what an apostrophe leaves behind.
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "s", "such", "t", "that", "the", "their", "then", "there", "these", "they", "this", "to",
            "was", "will", "with");

    private static final String SNOWBALL = "english_stop.txt";

    /// Words that carry grammar, not meaning: the Snowball project's list for English.
    private static final Set<String> FUNCTION = functionWords();

    private static final ThreadLocal<EnglishStemmer> STEMMER = ThreadLocal.withInitial(EnglishStemmer::new);

    private Terms() {}

    /// A word without case and diacritics.
    static String folded(String word) {
        String cut = cut(word);
        if (plain(cut)) {
            return cut;
        }
        String folded = cut(ICUFoldingFilter.NORMALIZER.normalize(cut));
        return folded.isEmpty() ? cut : folded;
    }

    /// The English stem of a folded word; the word itself if it is short or not made of English letters.
    static String stem(String folded) {
        if (!english(folded)) {
            return folded;
        }
        EnglishStemmer stemmer = STEMMER.get();
        stemmer.setCurrent(folded);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /// Whether a word's stem stands in the index beside it. The commonest words have none: it would be as long a list
    /// again.
    static boolean stemmed(String folded) {
        return english(folded) && !COMMON.contains(folded);
    }

    /// The words with this stem that stand in the index only as themselves.
    static List<String> unstemmed(String stem) {
        List<String> words = new ArrayList<>(
                COMMON.stream().filter(word -> stem(word).equals(stem)).toList());
        if (!english(stem) && !words.contains(stem)) {
            words.add(stem);
        }
        return words;
    }

    /// Whether a folded word is among the commonest of English.
    static boolean common(String folded) {
        return COMMON.contains(folded);
    }

    /// Whether a folded word says nothing about what a text is about; longer a list than that of the commonest words,
    /// for ranking alone.
    static boolean function(String folded) {
        return COMMON.contains(folded) || FUNCTION.contains(folded);
    }

    private static Set<String> functionWords() {
        try (InputStream list =
                IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(SNOWBALL), SNOWBALL)) {
            CharArraySet words = WordlistLoader.getSnowballWordSet(list);
            Set<String> function = new HashSet<>();
            words.forEach(word -> function.add(new String((char[]) word)));
            return Set.copyOf(function);
        } catch (IOException broken) {
            throw new UncheckedIOException(SNOWBALL, broken);
        }
    }

    private static boolean english(String word) {
        return word.length() >= SHORTEST_STEMMED && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /// The folded words of a text.
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        WordScanner scanner = new WordScanner(text);
        while (scanner.next()) {
            words.add(folded(text.substring(scanner.start(), scanner.end())));
        }
        return words;
    }

    /// Whether a word is broken at a line end between two words: a hyphen, then a line break among blanks, then a
    /// small letter.
    static boolean broken(String text, int firstEnd, int secondStart) {
        if (secondStart - firstEnd < 2 || !hyphen(text.charAt(firstEnd))) {
            return false;
        }
        boolean lineBreak = false;
        for (int i = firstEnd + 1; i < secondStart; i++) {
            switch (text.charAt(i)) {
                case '\n', '\r', '\f', '\u0085', '\u2028', '\u2029' -> lineBreak = true;
                case ' ', '\t', '\u00A0' -> {}
                default -> {
                    return false;
                }
            }
        }
        int second = text.codePointAt(secondStart);
        return lineBreak
                && Character.isLowerCase(second)
                && !WordCharacters.standsAlone(second)
                && !Character.isDigit(text.codePointBefore(firstEnd));
    }

    /// Whether a term of the index is a word that was broken at a line end.
    static boolean joined(String term) {
        return !term.isEmpty() && (term.charAt(0) == JOINED || term.charAt(0) == JOINED_STEM);
    }

    private static boolean hyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }

    private static boolean plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
