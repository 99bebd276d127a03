package sourcebook.extraction.worker;

import org.jspecify.annotations.Nullable;

/// Text as a reader may get it: line ends as `\n`, no control characters, no halves of characters.
final class CleanText {
    private CleanText() {}

    /// NUL and other controls become a space or vanish, form feeds a line end; unpaired surrogates become U+FFFD. The
    /// same string when there is nothing to do, which is the rule.
    static String of(String text) {
        int i = 0;
        while (i < text.length() && plain(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : clean(text, null);
    }

    /// Where each character of a text is in the clean one, in UTF-16 units; one that vanishes is where the next is.
    /// One place more than characters, for the end.
    static int[] places(String text) {
        int[] places = new int[text.length() + 1];
        clean(text, places);
        return places;
    }

    /// @param places filled, if wanted
    private static String clean(String text, int @Nullable [] places) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (places != null) {
                places[i] = clean.length();
            }
            char c = text.charAt(i);
            if (plain(c)) {
                clean.append(c);
            } else if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (c == '\f' || c == '\u000B' || c == '\u0085') {
                clean.append('\n');
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
                if (places != null) {
                    places[i] = clean.length() - 1;
                }
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (c == 0) {
                clean.append(' ');
            }
        }
        if (places != null) {
            places[text.length()] = clean.length();
        }
        return clean.toString();
    }

    private static boolean plain(char c) {
        return c == '\n'
                || c == '\t'
                || (c >= ' ' && c < 0x7F)
                || (c > 0x9F && !Character.isSurrogate(c) && c != '\uFEFF');
    }
}
