package sourcebook.description.language;

/// As much of a text as tells its language: words, without addresses, numbers and code, from several places.
final class Sample {
    /// More text makes no difference and costs time.
    private static final int CHARS = 3600;

    private static final int PLACES = 3;

    /// Longer runs of ASCII are no words.
    private static final int LONGEST_WORD = 40;

    private static final int PLAIN = 0x80;

    /// Which characters of ASCII words do not hold.
    private static final boolean[] NOISE = new boolean[PLAIN];

    static {
        for (char c : "0123456789@_/\\={}<>[]$%#|~^".toCharArray()) {
            NOISE[c] = true;
        }
    }

    private Sample() {}

    static String of(CharSequence text) {
        return text.length() <= CHARS ? words(text, 0, text.length(), new StringBuilder()) : places(text);
    }

    /// The beginning is often a table of contents or an imprint, the end a list of notes.
    private static String places(CharSequence text) {
        int each = CHARS / PLACES;
        StringBuilder sample = new StringBuilder(CHARS + PLACES);
        for (int place = 1; place <= PLACES; place++) {
            int from = (int) ((long) (text.length() - each) * place / (PLACES + 1));
            words(text, from, from + each, sample);
        }
        return sample.toString();
    }

    /// Runs without blanks; one of ASCII alone is left out when it holds what words do not.
    private static String words(CharSequence text, int from, int to, StringBuilder sample) {
        int start = from;
        boolean ascii = true;
        boolean noise = false;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : ' ';
            if (Character.isWhitespace(c) || c == '\u00A0') {
                boolean word = i > start && !(ascii && (noise || i - start >= LONGEST_WORD));
                if (word) {
                    sample.append(text, start, i).append(' ');
                }
                start = i + 1;
                ascii = true;
                noise = false;
            } else {
                if (c < PLAIN) {
                    noise |= NOISE[c];
                } else {
                    ascii = false;
                }
            }
        }
        return sample.toString();
    }
}
