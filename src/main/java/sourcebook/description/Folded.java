package sourcebook.description;

/// A text in which characters are the same that are the same to any pattern that ignores case, and which three
/// characters stand in a row in it: so most pieces that it does not hold are told without looking for them. Immutable.
final class Folded {
    /// Of the hash of three characters; a page of a text sets some 1,500 of them.
    private static final int BITS = 14;

    private static final int MASK = (1 << BITS) - 1;

    private final String text;
    private final long[] threes;

    private Folded(String text) {
        this.text = text;
        this.threes = new long[1 << (BITS - 6)];
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text.charAt(i));
            threes[hash >>> 6] |= 1L << hash;
        }
    }

    static Folded of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c >= 0x80) {
                folded[i] = Character.toLowerCase(Character.toUpperCase(c));
            } else if (c >= 'A' && c <= 'Z') {
                folded[i] = (char) (c + ('a' - 'A'));
            }
        }
        return new Folded(new String(folded));
    }

    /// A text that is to be searched as it is.
    static Folded as(String text) {
        return new Folded(text);
    }

    /// A piece of text that is looked for.
    static final class Piece {
        private final String text;
        private final int[] threes;

        private Piece(String text, int[] threes) {
            this.text = text;
            this.threes = threes;
        }

        /// @param text as it stands in folded texts
        static Piece of(String text) {
            int[] threes = new int[Math.max(0, text.length() - 2)];
            int hash = 0;
            for (int i = 0; i < text.length(); i++) {
                hash = next(hash, text.charAt(i));
                if (i >= 2) {
                    threes[i - 2] = hash;
                }
            }
            return new Piece(text, threes);
        }

        static Piece folded(String text) {
            return of(Folded.of(text).text);
        }

        String text() {
            return text;
        }
    }

    /// What is three characters back is shifted out.
    private static int next(int hash, char c) {
        return (hash << 5 ^ c * 0x9E5) & MASK;
    }

    boolean holds(Piece piece) {
        for (int three : piece.threes) {
            if ((threes[three >>> 6] & 1L << three) == 0) {
                return false;
            }
        }
        return text.contains(piece.text);
    }
}
