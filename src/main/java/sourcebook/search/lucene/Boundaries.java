package sourcebook.search.lucene;

import sourcebook.search.WordCharacters;

/// Where an excerpt of a text may begin or end. Looks only at the characters around a place, never at the whole text.
final class Boundaries {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    /// Behind the last letter of ASCII.
    private static final char DELETE = 0x7F;

    /// What ends a sentence, a blank behind it; a full stop is looked at more closely.
    private static final String STOPS = "!?\u2026\u061F\u06D4\u0964\u0965";
    /// What ends a sentence in scripts that put no blank behind it.
    private static final String WIDE_STOPS = "\u3002\uFF01\uFF1F\uFF61";
    private static final String CLOSING = "\"')]}\u00BB\u2019\u201D\u203A\u300D\u300F";

    private final CharSequence text;

    Boundaries(CharSequence text) {
        this.text = text;
    }

    /// White space, the kinds that do not break a line included.
    boolean blankAt(int at) {
        char c = text.charAt(at);
        return (c <= ' ' || c >= DELETE) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    int pastBlanks(int from) {
        int at = from;
        while (at < text.length() && blankAt(at)) {
            at++;
        }
        return at;
    }

    int beforeBlanks(int end, int least) {
        int at = end;
        while (at > least && blankAt(at - 1)) {
            at--;
        }
        return at;
    }

    /// Between two characters as a person counts them: neither inside a surrogate pair nor before what changes the
    /// character before it.
    boolean character(int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
            return false;
        }
        int after = Character.codePointAt(text, at);
        boolean changes = WordCharacters.marks(after)
                || WordCharacters.ignorable(after)
                || (after >= FIRST_SKIN_TONE && after <= LAST_SKIN_TONE);
        return !changes && Character.codePointBefore(text, at) != ZERO_WIDTH_JOINER;
    }

    /// Not inside a word; in scripts without blanks between words, anywhere between two characters.
    boolean word(int at) {
        return character(at)
                && (at <= 0
                        || at >= text.length()
                        || !ofWord(Character.codePointBefore(text, at))
                        || !ofWord(Character.codePointAt(text, at)));
    }

    private static boolean ofWord(int codePoint) {
        return (WordCharacters.begins(codePoint) && !WordCharacters.standsAlone(codePoint))
                || WordCharacters.marks(codePoint)
                || WordCharacters.ignorable(codePoint);
    }

    /// Where a sentence or paragraph begins.
    boolean sentence(int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before < DELETE && Character.isLetterOrDigit(before)) {
            return false; // most places of most texts
        }
        if (blankAt(at) || CLOSING.indexOf(text.charAt(at)) >= 0) {
            return false;
        }
        int end = beforeBlanks(at, 0);
        int stop = end;
        while (stop > 0 && CLOSING.indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        if (stop == 0) {
            return end == 0;
        }
        char last = text.charAt(stop - 1);
        if (WIDE_STOPS.indexOf(last) >= 0) {
            return true;
        }
        if (end == at) {
            return false;
        }
        if (paragraph(end, at)) {
            return true;
        }
        boolean small = Character.isLowerCase(Character.codePointAt(text, at));
        return !small && (STOPS.indexOf(last) >= 0 || (last == '.' && !abbreviation(stop - 1, at)));
    }

    /// An empty line or a new page between two places.
    private boolean paragraph(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\f' || c == '\u2029') {
                return true;
            }
            lines += c == '\n' ? 1 : 0;
        }
        return lines > 1;
    }

    /// Whether the point is that of an initial, a short title (`Dr.`, `St.`) or, before a figure, of anything.
    private boolean abbreviation(int point, int next) {
        int from = point;
        while (from > 0 && point - from < 3 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int letters = point - from;
        return letters == 1
                || (letters == 2 && Character.isUpperCase(text.charAt(from)))
                || Character.isDigit(text.charAt(next));
    }
}
