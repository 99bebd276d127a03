package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import sourcebook.search.WordCharacters;
import sourcebook.search.WordScanner;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.FunctionWords;
import sourcebook.search.lucene.language.WordForms;

/// What the words of a text are called in the index.
///
/// One field holds several kinds of term at one position, told apart by a first character that no word has: the word
/// itself, folded (no mark); its stems, each with the language whose rules made it, so that those of two languages
/// never mix; and for a word broken at a line end the joined word, its stems, and its second half. So a phrase is
/// exact, a bare word finds its other forms, and there is one set of positions.
final class Terms {
    static final char STEM = '\u0001';
    /// At the first half's position: the joined word. Its offsets run to the end of the second half.
    static final char JOINED = '\u0002';
    static final char JOINED_STEM = '\u0003';
    /// At the second half's position: the joined word again, so that a phrase goes on behind it.
    static final char SECOND_HALF = '\u0004';

    /// At a position of its own: a mark between two characters that are words of their own, whichever it is.
    static final String MARK = "\u0005";

    /// Between the language of a stem and the stem.
    static final char OF = ':';

    /// UTF-16 units of a term; Lucene takes 32,766 bytes, three for a unit at most. Longer words are cut alike in
    /// texts and in queries.
    private static final int LONGEST = 4_096;

    /// They part the names of one person, written with blanks or with nothing elsewhere.
    private static final String MIDDLE_DOTS = "\u00B7\u30FB\uFF65\u2027";

    private Terms() {}

    /// A word without case and diacritics.
    static String folded(String word) {
        return cut(Folding.folded(cut(word)));
    }

    /// The stems of a word, each as it stands behind its mark: none if the word has no other forms in any language, one
    /// without a language if the language of the place has no rules for it.
    ///
    /// @param language of the place where it stands
    static List<String> stems(String word, String folded, String language) {
        if (!WordForms.possible(folded)) {
            return List.of();
        }
        String of = WordForms.languageOf(folded, language);
        if (WordForms.common(of, folded)) {
            return List.of();
        }
        List<String> stems = WordForms.stems(of, cut(word), folded);
        return switch (stems.size()) {
            case 0 -> List.of(OF + folded);
            case 1 -> List.of(stem(of, stems.getFirst()));
            default -> stems.stream().map(stem -> stem(of, stem)).toList();
        };
    }

    /// A stem as it stands behind its mark.
    static String stem(String language, String stem) {
        return language + OF + stem;
    }

    /// Whether a term of the index is a stem.
    static boolean stem(String term) {
        return !term.isEmpty() && (term.charAt(0) == STEM || term.charAt(0) == JOINED_STEM);
    }

    /// The language of a stem's term.
    static String languageOf(String term) {
        return term.substring(1, term.indexOf(OF));
    }

    /// Whether a folded word is among the commonest of English.
    static boolean common(String folded) {
        return WordForms.common("en", folded);
    }

    /// Whether a folded word says nothing about what a text is about; longer a list than that of the commonest words,
    /// for ranking alone.
    static boolean function(String folded) {
        return common(folded) || FunctionWords.english(folded);
    }

    /// Whether a term of the index is a word as it is written: neither stem nor half nor mark.
    static boolean plain(String term) {
        return !term.isEmpty() && term.charAt(0) > MARK.charAt(0);
    }

    /// Whether a folded word is a character that is a word of its own.
    static boolean alone(String folded) {
        return WordCharacters.standsAlone(folded.codePointAt(0));
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

    /// How many words a text has.
    static int count(String text) {
        WordScanner scanner = new WordScanner(text);
        int words = 0;
        while (scanner.next()) {
            words++;
        }
        return words;
    }

    /// A word of a query: as typed, folded, its position (the first is at 0) and its place in what was typed.
    record Asked(String typed, String term, int position, int start, int end) {
        boolean alone() {
            return WordCharacters.standsAlone(typed.codePointAt(0));
        }
    }

    /// The words of a query with their positions.
    static List<Asked> asked(String text) {
        List<Asked> words = new ArrayList<>();
        WordScanner scanner = new WordScanner(text);
        int position = -1;
        int end = 0;
        while (scanner.next()) {
            position += words.isEmpty() ? 1 : step(text, end, scanner.start());
            end = scanner.end();
            String word = text.substring(scanner.start(), end);
            words.add(new Asked(word, folded(word), position, scanner.start(), end));
        }
        return words;
    }

    /// Positions from one word of a text to the next: one, but two across a [#MARK] between characters that are words
    /// of
    /// their own. What stands between words means nothing where blanks part them; where nothing parts them, a comma
    /// does (`其中，国家` does not hold `中国`).
    static int step(String text, int end, int next) {
        if (end == next
                || !WordCharacters.standsAlone(text.codePointAt(next))
                || !WordCharacters.standsAlone(letterBefore(text, end))) {
            return 1;
        }
        for (int i = end; i < next; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && !Character.isISOControl(c)
                    && !WordCharacters.ignorable(c)
                    && MIDDLE_DOTS.indexOf(c) < 0) {
                return 2;
            }
        }
        return 1;
    }

    private static int letterBefore(String text, int end) {
        int at = end;
        int letter = text.codePointBefore(at);
        while (WordCharacters.marks(letter) && at > Character.charCount(letter)) {
            at -= Character.charCount(letter);
            letter = text.codePointBefore(at);
        }
        return letter;
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

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
