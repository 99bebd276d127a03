package sourcebook.reading;

import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.PlacedText;
import sourcebook.extraction.PlacedText.Glyph;
import sourcebook.reading.PlacedWord.Characters;

/// Puts the glyphs of a page together to words. Stateless.
final class PlacedWords {
    private PlacedWords() {}

    /// Words without a place are left out.
    ///
    /// @param alignment of the page's printed text with the kept one
    /// @param start of the page in the document's text
    static List<PlacedWord> of(PlacedText placed, Alignment alignment, int start) {
        String text = placed.text();
        List<PlacedWord> words = new ArrayList<>();
        int line = 0;
        int glyph = 0;
        for (int at = 0; at < text.length(); ) {
            if (Character.isWhitespace(text.charAt(at))) {
                line += text.charAt(at++) == '\n' ? 1 : 0;
                continue;
            }
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            List<Glyph> glyphs = new ArrayList<>();
            while (glyph < placed.glyphs().size() && placed.glyphs().get(glyph).start() < end) {
                glyphs.add(placed.glyphs().get(glyph++));
            }
            if (!glyphs.isEmpty()) {
                boolean space = end < text.length() && text.charAt(end) != '\n';
                words.add(word(text.substring(at, end), glyphs, alignment, start, line, space));
            }
            at = end;
        }
        return words;
    }

    private static PlacedWord word(
            String text, List<Glyph> glyphs, Alignment alignment, int pageStart, int line, boolean space) {
        List<Characters> characters = new ArrayList<>();
        Box box = box(glyphs.getFirst());
        int start = Alignment.NOWHERE;
        int end = Alignment.NOWHERE;
        for (Glyph glyph : glyphs) {
            box = box.with(box(glyph));
            int first = alignment.place(glyph.start());
            int last = alignment.place(glyph.end() - 1);
            if (first >= 0 && last >= first) {
                start = start < 0 ? pageStart + first : start;
                end = pageStart + last + 1;
                characters.add(new Characters(pageStart + first, pageStart + last + 1, box(glyph)));
            } else {
                characters.add(new Characters(Alignment.NOWHERE, Alignment.NOWHERE, box(glyph)));
            }
        }
        return new PlacedWord(text, box, line, glyphs.getFirst().angle(), space, start, end, characters);
    }

    private static Box box(Glyph glyph) {
        return new Box(glyph.x(), glyph.y(), glyph.width(), glyph.height());
    }
}
