package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word of a text: offsets in UTF-16 units, and its form without case and diacritics.
record Word(String folded, int start, int end) {

    /// The words of a text, letters and digits; marks stay with the letter before them.
    static List<Word> split(String text) {
        List<Word> words = new ArrayList<>(text.length() / 6 + 1);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && inside(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(fold(text, start, i), start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean inside(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String fold(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x80) {
                return Countries.fold(text.substring(start, end));
            }
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
