package sourcebook.extraction.worker;

import java.awt.geom.Point2D;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.TextPosition;
import sourcebook.extraction.PlacedText;
import sourcebook.extraction.PlacedText.Glyph;

/// Gathers where the characters of a page's text stand, while the text is written. For one page.
///
/// PDFBox gives the text of a word in reading order and its glyphs as they stand from left to right; presentation forms
/// of letters are taken apart in the text alone. So the way from a character to its glyph is gone the same way again.
final class PlacedGlyphs {
    private final DisplayedPage page;
    private final List<Glyph> glyphs = new ArrayList<>(); // offsets in the text as written

    /// Part of a glyph, from left to right in fractions of its width.
    private record Part(TextPosition position, float from, float to) {}

    PlacedGlyphs(PDPage page) {
        this.page = new DisplayedPage(page);
    }

    /// @param start of the printed words in what is written, in UTF-16 units
    void add(int start, String text, List<TextPosition> positions) {
        var visual = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (TextPosition position : positions) {
            part(position, visual, parts);
        }
        if (parts.isEmpty()) {
            return;
        }
        int[] order = readingOrder(visual.toString());
        boolean known = order.length == text.length();
        int last = -1; // index of the glyph that a mark without width belongs to
        for (int i = 0; i < text.length(); i++) {
            Part part = parts.get(
                    known ? order[i] : (int) ((long) i * parts.size() / text.length())); // a form that is not known
            if (Character.isWhitespace(text.charAt(i))) {
                last = -1;
            } else if (part.to() <= part.from() && last >= 0) {
                Glyph base = glyphs.get(last);
                glyphs.set(
                        last,
                        new Glyph(
                                base.start(),
                                start + i + 1,
                                base.x(),
                                base.y(),
                                base.width(),
                                base.height(),
                                base.angle()));
            } else {
                last = glyphs.size();
                glyphs.add(glyph(start + i, part));
            }
        }
    }

    /// The text as extraction gives it, with these places.
    ///
    /// @param written all that was written, as it was
    PlacedText in(String written) {
        String text = written.strip();
        int lead = written.isBlank() ? 0 : written.indexOf(text);
        int[] places = CleanText.places(text);
        List<Glyph> placed = new ArrayList<>(glyphs.size());
        for (Glyph glyph : glyphs) {
            int start = Math.clamp(glyph.start() - lead, 0, text.length());
            int end = Math.clamp(glyph.end() - lead, 0, text.length());
            if (places[end] > places[start]) {
                placed.add(new Glyph(
                        places[start],
                        places[end],
                        glyph.x(),
                        glyph.y(),
                        glyph.width(),
                        glyph.height(),
                        glyph.angle()));
            }
        }
        return new PlacedText(CleanText.of(text), placed);
    }

    private static void part(TextPosition position, StringBuilder visual, List<Part> parts) {
        String unicode = position.getVisuallyOrderedUnicode();
        if (unicode == null || unicode.isEmpty()) {
            return;
        }
        float[] widths = position.getIndividualWidths();
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        boolean single = widths.length == unicode.length() && sum > 0;
        float at = 0;
        for (int i = 0; i < unicode.length(); i++) {
            float share = single ? widths[i] / sum : 1f / unicode.length();
            String letters = apart(unicode.charAt(i));
            for (int k = 0; k < letters.length(); k++) {
                visual.append(letters.charAt(k));
                parts.add(
                        new Part(position, at + share * k / letters.length(), at + share * (k + 1) / letters.length()));
            }
            at += share;
        }
    }

    /// The letters that PDFBox writes for a presentation form of Latin, Armenian, Hebrew or Arabic.
    private static String apart(char form) {
        boolean presentation = (form >= 0xFB00 && form <= 0xFDFF) || (form >= 0xFE70 && form <= 0xFEFF);
        if (!presentation) {
            return String.valueOf(form);
        }
        String letters =
                Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC).trim();
        return form >= 0xFB1D ? new StringBuilder(letters).reverse().toString() : letters;
    }

    /// For each character in reading order, its index from left to right (UAX 9, at the level of runs).
    private static int[] readingOrder(String visual) {
        int[] order = new int[visual.length()];
        var bidi = new Bidi(visual, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Object[] places = new Object[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            places[run] = run;
        }
        byte[] given = levels.clone();
        Bidi.reorderVisually(levels, 0, places, 0, runs);
        int next = 0;
        for (int place = 0; place < runs; place++) {
            int run = (Integer) places[place];
            int from = bidi.getRunStart(run);
            int limit = bidi.getRunLimit(run);
            boolean backwards = (given[run] & 1) != 0;
            for (int i = 0; i < limit - from; i++) {
                order[next++] = backwards ? limit - 1 - i : from + i;
            }
        }
        return order;
    }

    private Glyph glyph(int start, Part part) {
        GlyphBox box = GlyphBox.of(part.position());
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point2D corner : box.corners(part.from(), part.to())) {
            Point2D shown = page.shown(corner);
            left = Math.min(left, shown.getX());
            right = Math.max(right, shown.getX());
            top = Math.min(top, shown.getY());
            bottom = Math.max(bottom, shown.getY());
        }
        return new Glyph(
                start,
                start + 1,
                (float) left,
                (float) top,
                (float) (right - left),
                (float) (bottom - top),
                page.shownAngle(box.angle()));
    }
}
