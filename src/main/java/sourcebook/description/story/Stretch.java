package sourcebook.description.story;

/// Some words in a row, as they are spelled: made ready to be compared with many others, most of which are nothing
/// like them. Immutable.
final class Stretch {
    /// Shortest word that a scan may break in two.
    private static final int BREAKABLE = 4;

    private final String[] words;
    private final long[] letters;
    private final boolean[] digits;

    Stretch(Words text, int from, int to) {
        words = new String[to - from];
        letters = new long[words.length];
        digits = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = text.word(from + i);
            letters[i] = Spelling.letters(words[i]);
            digits[i] = Spelling.hasDigit(words[i]);
        }
    }

    int count() {
        return words.length;
    }

    /// Whether a word is one of the other stretch, misread.
    boolean isMisread(int word, Stretch others, int other) {
        if (digits[word] || others.digits[other]) {
            return false;
        }
        int most = Spelling.errors(words[word].length(), others.words[other].length());
        return most > 0
                && Spelling.mayDiffer(letters[word], others.letters[other], most)
                && Spelling.distance(words[word], others.words[other], most) <= most;
    }

    /// Whether a blank too many or too few makes one word of the two of the other stretch that begin at `first`, or two
    /// of the one.
    boolean isBroken(int word, Stretch others, int first) {
        int length = words[word].length();
        int together = others.words[first].length() + others.words[first + 1].length();
        return Math.abs(length - together) <= 1
                && length >= BREAKABLE
                && !digits[word]
                && Spelling.mayDiffer(letters[word], others.letters[first] | others.letters[first + 1], 1)
                && Spelling.distance(words[word], others.words[first] + others.words[first + 1], 1) <= 1;
    }
}
