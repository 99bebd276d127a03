package sourcebook.description.story;

/// Tells a misread or differently spelled word from another word.
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    /// Whether two different words are spellings of one: at most one letter of five, two of ten, three of more is
    /// wrong, missing or too many. Numbers are other numbers however little they differ.
    static boolean isNear(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter < 2 || longer > LONGEST) {
            return false;
        }
        int most = longer <= 5 ? 1 : longer <= 10 ? 2 : 3;
        return longer - shorter <= most && !hasDigit(one) && !hasDigit(other) && distance(one, other, most) <= most;
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
        int[] row = new int[other.length() + 1];
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
