package sourcebook.description;

import java.text.Normalizer;

/// Letters as names are compared by: small, without diacritics and vowel points, Arabic spellings
/// levelled. Made for looking at a text one character after another, with offsets that stay those of
/// the text. Stateless, thread-safe.
final class Letters {
    /// What stands for a character that is not part of a word.
    static final char APART = 0;

    /// What stands for a character that leaves the word as it is: a combining mark, a vowel point, a
    /// soft hyphen.
    static final char MARK = 1;

    /// How words of a script are parted from their neighbours.
    enum Kind {
        /// Not part of a word.
        NONE,
        /// Words have blanks around them.
        WORD,
        /// A word ends where another script begins.
        KATAKANA,
        /// A word starts behind a blank and carries its particles behind it.
        HANGUL,
        /// No blanks: every character may begin or end a word.
        WIDE
    }

    private static final char[] FOLDED = new char[0x10000];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = folded((char) c);
        }
    }

    private Letters() {}

    private static char folded(char c) {
        if (mark(c)) {
            return MARK;
        }
        if (Character.isSurrogate(c) || !Character.isLetterOrDigit(c) && !indic(c)) {
            return APART;
        }
        if (c >= 0x0900 && c < 0x1E00 || c >= 0x2E80 && c < 0xFB00) {
            return c; // scripts whose marks are part of the letter, and those without any
        }
        char special = special(c);
        if (special != 0) {
            return special;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char first = Character.toLowerCase(plain.charAt(0));
        return Character.isLetterOrDigit(first) ? first : APART;
    }

    private static char special(char c) {
        return switch (c) {
            case 'ı', 'İ' -> 'i';
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ' -> 'd';
            case 'ة' -> 'ه';
            case 'ٱ' -> 'ا';
            case 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> 0;
        };
    }

    private static boolean indic(char c) {
        int type = Character.getType(c);
        return c >= 0x0900
                && c < 0x1E00
                && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean mark(char c) {
        return c >= 0x0300 && c <= 0x036F
                || c >= 0x0483 && c <= 0x0489
                || c >= 0x0591 && c <= 0x05C7 && c != 0x05BE
                || c == 0x0640
                || c >= 0x064B && c <= 0x065F
                || c == 0x0670
                || c == 0x00AD
                || c >= 0x200B && c <= 0x200F;
    }

    /// The letter it is compared as, or one of the two constants.
    static char fold(char c) {
        return FOLDED[c];
    }

    /// The second letter of a ligature, as in "ﬁ"; 0 for all others.
    static char second(char c) {
        if (c < 0xFB00 || c > 0xFB04) {
            return 0;
        }
        return c == 0xFB01 ? 'i' : c == 0xFB02 ? 'l' : 'f';
    }

    /// An opening or closing bracket of either width as `(` or `)`; 0 for what is no bracket.
    static char bracket(char c) {
        return switch (c) {
            case '(', '（' -> '(';
            case ')', '）' -> ')';
            default -> 0;
        };
    }

    static Kind kind(char c) {
        char folded = FOLDED[c];
        if (folded == APART || folded == MARK) {
            return Kind.NONE;
        }
        if (c < 0x0E00) {
            return Kind.WORD;
        }
        if (c >= 0x30A0 && c <= 0x30FF) {
            return Kind.KATAKANA;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return Kind.HANGUL;
        }
        boolean wide = c < 0x0F00
                || c >= 0x1000 && c < 0x10A0
                || c >= 0x1780 && c < 0x1800
                || c >= 0x2E80 && c < 0xA000
                || c >= 0xF900 && c < 0xFB00;
        return wide ? Kind.WIDE : Kind.WORD;
    }

    /// A name as names are looked up: its letters, one blank between its words, brackets only inside
    /// scripts without blanks.
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        boolean gap = false;
        boolean wide = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char folded = FOLDED[c];
            if (folded == MARK) {
                continue;
            }
            if (folded == APART) {
                if (wide && bracket(c) != 0) {
                    key.append(bracket(c));
                } else {
                    gap = true;
                }
                continue;
            }
            if (gap && !key.isEmpty()) {
                key.append(' ');
            }
            gap = false;
            key.append(folded);
            if (second(c) != 0) {
                key.append(second(c));
            }
            wide = kind(c) == Kind.WIDE;
        }
        return key.toString();
    }
}
