package sourcebook.search;

/// Which characters make a word, everywhere in this room: a word is a run of letters and digits with their combining
/// marks; everything else, apostrophe, underscore, full stop and hyphen included, separates. So a count equals that of
/// a plain scan with word boundaries.
///
/// Characters of scripts that put no blanks between words are one word each, since where a word ends there is a guess.
public final class WordCharacters {
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final char WORD_JOINER = '\u2060';
    private static final char NO_BREAK_ZERO_WIDTH = '\uFEFF';

    /// The sign of a long vowel in kana counts as a character of no script.
    private static final int LONG_VOWEL = 0x30FC;

    private static final int HALF_WIDTH_LONG_VOWEL = 0xFF70;
    /// Half-width kana write their voice marks as letters of their own.
    private static final int FIRST_HALF_WIDTH_VOICE = 0xFF9E;

    private static final int LAST_HALF_WIDTH_VOICE = 0xFF9F;

    private WordCharacters() {}

    /// A letter or digit of any script, with which a word can begin.
    public static boolean begins(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9');
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /// A combining mark, which belongs to the letter before it.
    public static boolean marks(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return (codePoint >= FIRST_HALF_WIDTH_VOICE && codePoint <= LAST_HALF_WIDTH_VOICE)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// An invisible character that does not end a word it stands inside of.
    public static boolean ignorable(int codePoint) {
        return codePoint == SOFT_HYPHEN
                || codePoint == ZERO_WIDTH_NON_JOINER
                || codePoint == ZERO_WIDTH_JOINER
                || codePoint == WORD_JOINER
                || codePoint == NO_BREAK_ZERO_WIDTH;
    }

    /// A character that is a word of its own.
    public static boolean standsAlone(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> begins(codePoint);
            case COMMON -> codePoint == LONG_VOWEL || codePoint == HALF_WIDTH_LONG_VOWEL;
            default -> false;
        };
    }
}
