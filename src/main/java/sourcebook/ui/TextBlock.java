package sourcebook.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sourcebook.catalogue.DocumentText;

/// A stretch of a document's text that is sent to the browser at once: at most a few screens, within one page.
///
/// @param page 1-based
/// @param start offset in UTF-16 units, inclusive
/// @param end exclusive
record TextBlock(int page, int start, int end) {
    /// About two screens. Larger ones make the first look slow, smaller ones make many requests.
    private static final int CHARACTERS = 8_000;
    /// Enough of a text to tell whether its lines were broken at a width.
    private static final int SAMPLE = 100_000;
    /// Wider than this, a line is a paragraph.
    private static final int WIDEST_LINE = 130;
    private static final int FEWEST_LINES = 8;

    /// The blocks of a text in order; together they are the whole text.
    static List<TextBlock> of(DocumentText text) {
        List<TextBlock> blocks = new ArrayList<>();
        for (int page = 1; page <= text.pages(); page++) {
            int start = text.pageStarts().get(page - 1);
            int end = page < text.pages()
                    ? text.pageStarts().get(page)
                    : text.text().length();
            int from = start;
            do {
                int to = end - from <= CHARACTERS ? end : cut(text.text(), from, end);
                blocks.add(new TextBlock(page, from, to));
                from = to;
            } while (from < end);
        }
        return blocks;
    }

    /// After the last blank line within reach, else after a line, else after a blank, else between two characters.
    private static int cut(String text, int from, int end) {
        int limit = Math.min(end, from + CHARACTERS);
        int half = from + CHARACTERS / 2;
        for (String seam : List.of("\n\n", "\n", " ")) {
            int at = text.lastIndexOf(seam, limit - seam.length());
            if (at >= half) {
                return at + seam.length();
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    /// The width at which the lines of a text were broken, in characters; 0 when each line is a paragraph.
    static int wrapWidth(String text) {
        int[] lengths = text.substring(0, Math.min(text.length(), SAMPLE))
                .lines()
                .mapToInt(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        if (lengths.length < FEWEST_LINES) {
            return 0;
        }
        int usual = lengths[lengths.length * 9 / 10];
        int median = lengths[lengths.length / 2];
        // Broken lines are nearly all of one length; lists and verse are not, and keep their lines.
        return usual <= WIDEST_LINE
                        && median >= usual * 2 / 3
                        && Arrays.stream(lengths).max().orElse(0) <= 2 * usual
                ? usual
                : 0;
    }
}
