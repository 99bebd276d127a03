package sourcebook.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final int FEWEST_LINES = 4;
    private static final Pattern ENDS = Pattern.compile("[.!?:;。！？：；؟…][\\p{Pf}\\p{Pe}\"']?$");

    /// The blocks of a text in order; together they are the whole text.
    static List<TextBlock> of(DocumentText text) {
        return of(text, Structure.NONE);
    }

    /// The same, cut only between parts where these are known.
    static List<TextBlock> of(DocumentText text, Structure structure) {
        List<TextBlock> blocks = new ArrayList<>();
        for (int page = 1; page <= text.pages(); page++) {
            int start = text.pageStarts().get(page - 1);
            int end = page < text.pages()
                    ? text.pageStarts().get(page)
                    : text.text().length();
            int from = start;
            do {
                int to = end - from <= CHARACTERS ? end : structure.seam(from, cut(text.text(), from, end), end);
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

    /// Whether a text's lines were broken at a width, as in a PDF or an old mail; else each line is a paragraph. Told
    /// by
    /// lines that are short enough and end in the middle of a sentence.
    static boolean brokenLines(String text) {
        String[] lines = text.substring(0, Math.min(text.length(), SAMPLE)).split("\n", -1);
        int followed = 0;
        int open = 0;
        for (int i = 0; i + 1 < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !lines[i + 1].isBlank()) {
                followed++;
                open += line.length() <= WIDEST_LINE && !ENDS.matcher(line).find() ? 1 : 0;
            }
        }
        return followed >= FEWEST_LINES && open * 2 > followed;
    }
}
