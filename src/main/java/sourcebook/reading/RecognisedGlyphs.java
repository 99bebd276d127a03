package sourcebook.reading;

import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.PageWords;
import sourcebook.extraction.PageWords.Word;
import sourcebook.extraction.PlacedText;
import sourcebook.extraction.PlacedText.Glyph;

/// Places of the characters of a recognised page: recognition gives a box for a word, its characters share it.
/// Stateless.
final class RecognisedGlyphs {
    private RecognisedGlyphs() {}

    /// @param text of the page, in which the words have their ranges
    static PlacedText of(PageWords page, String text) {
        List<Glyph> glyphs = new ArrayList<>();
        for (Word word : page.words()) {
            if (word.start() >= 0 && word.end() <= text.length() && word.start() < word.end()) {
                add(glyphs, page, word, text);
            }
        }
        return new PlacedText(text, glyphs);
    }

    private static void add(List<Glyph> glyphs, PageWords page, Word word, String text) {
        List<int[]> signs = signs(text, word.start(), word.end());
        boolean toTheLeft = signs.stream().anyMatch(sign -> rightToLeft(text.codePointAt(sign[0])));
        // an image that had to be turned clockwise was written in the other direction
        int angle = Math.floorMod(-page.rotationDegrees(), 360);
        boolean backwards = toTheLeft != (angle == 180 || angle == 270);
        boolean upright = angle % 180 == 0;
        float x = (float) word.x() / page.widthPx();
        float y = (float) word.y() / page.heightPx();
        float width = (float) word.width() / page.widthPx();
        float height = (float) word.height() / page.heightPx();
        for (int i = 0; i < signs.size(); i++) {
            float from = (float) (backwards ? signs.size() - 1 - i : i) / signs.size();
            float share = 1f / signs.size();
            glyphs.add(new Glyph(
                    signs.get(i)[0],
                    signs.get(i)[1],
                    upright ? x + from * width : x,
                    upright ? y : y + from * height,
                    upright ? width * share : width,
                    upright ? height : height * share,
                    angle));
        }
    }

    /// Characters with the marks that belong to them.
    private static List<int[]> signs(String text, int start, int end) {
        List<int[]> signs = new ArrayList<>();
        for (int at = start; at < end; ) {
            int character = text.codePointAt(at);
            int next = Math.min(end, at + Character.charCount(character));
            int type = Character.getType(character);
            boolean mark =
                    type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
            if (mark && !signs.isEmpty()) {
                signs.getLast()[1] = next;
            } else {
                signs.add(new int[] {at, next});
            }
            at = next;
        }
        return signs;
    }

    private static boolean rightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
