package sourcebook.extraction.worker;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/// The words of one printed line in the order in which they are read.
///
/// PDFBox gives words from left to right, the letters within each in reading order. In a line with Arabic or
/// Hebrew the words themselves must be put in order (UAX 9, rule L2, at the level of words), and words that only a
/// vowel mark set apart, since it stands out of line with its letter, are one.
final class PrintedWords {
    private static final char FIRST_RIGHT_TO_LEFT = '\u0590'; // the first block of such a script, Hebrew
    private static final float JOINED = 0.12f; // of the font size: letters of one word stand closer

    /// A word, and whether a space stands before it.
    record Word(String text, List<TextPosition> positions, boolean apart) {}

    private PrintedWords() {}

    /// The same list when all is written from left to right, which is the rule.
    static List<Word> inReadingOrder(List<Word> line) {
        if (line.size() < 2 || !anyRightToLeft(line)) {
            return line;
        }
        List<Word> visual = line.stream()
                .sorted(Comparator.comparingDouble(word -> left(word.positions())))
                .toList();
        byte[] levels = levels(visual);
        Object[] places = new Object[visual.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        Bidi.reorderVisually(levels, 0, places, 0, places.length);
        List<Word> ordered = new ArrayList<>();
        int before = -1;
        for (Object place : places) {
            int at = (Integer) place;
            Word word = visual.get(at);
            boolean neighbours = before >= 0 && Math.abs(before - at) == 1;
            boolean apart = before >= 0
                    && !(neighbours
                            && levels[before] % 2 == 1
                            && levels[at] % 2 == 1
                            && touch(visual.get(Math.min(before, at)), visual.get(Math.max(before, at))));
            ordered.add(new Word(word.text(), word.positions(), apart));
            before = at;
        }
        return ordered;
    }

    /// 1 for what is written from right to left, 2 (or 0, in a line that as a whole runs to the right) for the
    /// rest; words without letters or digits go with their neighbours if these agree, else with the line.
    private static byte[] levels(List<Word> line) {
        int right = 0;
        int left = 0;
        for (Word word : line) {
            right += count(word.text(), true);
            left += count(word.text(), false);
        }
        boolean rightToLeft = right >= left;
        byte foreign = (byte) (rightToLeft ? 2 : 0);
        byte[] levels = new byte[line.size()];
        for (int i = 0; i < levels.length; i++) {
            String text = line.get(i).text();
            levels[i] =
                    count(text, true) > 0 ? 1 : text.codePoints().anyMatch(Character::isLetterOrDigit) ? foreign : -1;
        }
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < 0) {
                int next = i;
                while (next < levels.length && levels[next] < 0) {
                    next++;
                }
                byte whole = (byte) (rightToLeft ? 1 : 0);
                byte one = i > 0 ? levels[i - 1] : whole;
                byte other = next < levels.length ? levels[next] : whole;
                levels[i] = one == other ? one : whole;
            }
        }
        return levels;
    }

    private static boolean touch(Word one, Word other) {
        float size = 0;
        for (TextPosition position : one.positions()) {
            size = Math.max(size, Math.abs(position.getFontSizeInPt()));
        }
        return left(other.positions()) - right(one.positions()) < JOINED * size;
    }

    /// Marks do not count: they may stand anywhere above their letter.
    private static double left(List<TextPosition> positions) {
        double left = Double.MAX_VALUE;
        for (TextPosition position : positions) {
            if (position.getWidthDirAdj() > 0) {
                left = Math.min(left, position.getXDirAdj());
            }
        }
        return left < Double.MAX_VALUE || positions.isEmpty()
                ? left
                : positions.getFirst().getXDirAdj();
    }

    private static double right(List<TextPosition> positions) {
        double right = -Double.MAX_VALUE;
        for (TextPosition position : positions) {
            if (position.getWidthDirAdj() > 0) {
                right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            }
        }
        return right > -Double.MAX_VALUE || positions.isEmpty()
                ? right
                : positions.getFirst().getXDirAdj();
    }

    /// Asked of every line of every page.
    private static boolean anyRightToLeft(List<Word> line) {
        for (int i = 0; i < line.size(); i++) {
            if (anyRightToLeft(line.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_RIGHT_TO_LEFT && isRightToLeft(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static int count(String text, boolean rightToLeft) {
        return (int) text.codePoints()
                .filter(character -> rightToLeft
                        ? isRightToLeft(character)
                        : Character.getDirectionality(character) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .count();
    }
}
