package sourcebook.search;

/// What the signs mean that a person may type between words, of whatever script and keyboard.
final class QuerySigns {
    private static final String QUOTES =
            "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\uFF02\u300C\u300D" + "\u300E\u300F\u301D\u301E\u301F";
    private static final String OPENING = "(\uFF08";
    private static final String CLOSING = ")\uFF09";
    private static final String MINUS = "-\u2212\uFF0D";

    private static final String WIDE = "\uFF0A\uFF1A\uFF5E\u301C\uFF0B\uFF1D\uFF1E\uFF5C\uFF08\uFF09";
    private static final String PLAIN = "*:~~+=>|()";

    private QuerySigns() {}

    /// The text with the signs of the query language in their plain form, each at its place. A question
    /// mark of full width stays, since Chinese writes it behind a question.
    static String plain(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        for (int i = at; i < plain.length(); i++) {
            int wide = WIDE.indexOf(plain.charAt(i));
            if (wide >= 0) {
                plain.setCharAt(i, PLAIN.charAt(wide));
            }
        }
        return plain.toString();
    }

    static boolean quotes(char c) {
        return c == '"' || (c >= 0x80 && QUOTES.indexOf(c) >= 0);
    }

    static boolean opens(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean closes(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static boolean minus(char c) {
        return MINUS.indexOf(c) >= 0;
    }

    static boolean plus(char c) {
        return c == '+';
    }

    /// A letter, a digit, or a mark on one.
    static boolean inWord(int codePoint) {
        return WordCharacters.begins(codePoint) || WordCharacters.marks(codePoint);
    }

    /// Whether leaving it out is worth a remark: not for punctuation, which stands alone in any text.
    static boolean telling(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MODIFIER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static boolean wild(char c) {
        return c == '*' || c == '?';
    }

    /// What ends a run of characters.
    static boolean ends(char c) {
        return blank(c) || quotes(c) || opens(c) || closes(c);
    }

    static boolean blank(char c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
