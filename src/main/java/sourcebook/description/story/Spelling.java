package sourcebook.description.story;

/// Tells a misread or differently spelled word from another word.
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    /// How many letters of two words may differ where they are spellings of one, by their lengths: one of five, two of
    /// ten, three of more is wrong, missing or too many. 0: they are other words whatever their letters.
    static int errors(int length, int other) {
        int shorter = Math.min(length, other);
        int longer = Math.max(length, other);
        if (shorter < 2 || longer > LONGEST) {
            return 0;
        }
        int most = longer <= 5 ? 1 : longer <= 10 ? 2 : 3;
        return longer - shorter <= most ? most : 0;
    }

    /// The letters of a word, capitals aside, a bit for each; different ones may have the same bit.
    static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << Character.toLowerCase(word.charAt(i));
        }
        return letters;
    }

    /// Whether words of these letters can differ by so few: each letter that the other has not is one.
    static boolean mayDiffer(long letters, long others, int most) {
        return Long.bitCount(letters & ~others) <= most && Long.bitCount(others & ~letters) <= most;
    }

    static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// How many characters must be replaced, added or taken away (Levenshtein), capitals aside.
    static int distance(String one, String other) {
        return distance(one, other, Integer.MAX_VALUE);
    }

    /// @param most more than so many are not counted to the end
    static int distance(String one, String other, int most) {
        int from = 0;
        int to = one.length();
        int otherTo = other.length();
        while (from < to && from < otherTo && same(one.charAt(from), other.charAt(from))) {
            from++;
        }
        while (to > from && otherTo > from && same(one.charAt(to - 1), other.charAt(otherTo - 1))) {
            to--;
            otherTo--;
        }
        if (to == from || otherTo == from) {
            return Math.max(to, otherTo) - from;
        }
        return distance(one.substring(from, to), other.substring(from, otherTo), new int[otherTo - from + 1], most);
    }

    private static int distance(String one, String other, int[] row, int most) {
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return least;
            }
        }
        return row[other.length()];
    }

    private static boolean same(char one, char other) {
        return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
