package sourcebook.extraction.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument.Line;

/// Gathers one printed line: its words, and by majority of its characters the size and weight.
final class PrintedLine {
    private static final int BOLD_WEIGHT = 600;

    private final StringBuilder text = new StringBuilder();
    private final Map<Float, Integer> sizes = new HashMap<>();
    private int characters;
    private int bold;
    private @Nullable PDFont lastFont;
    private boolean lastBold;
    private float left = Float.MAX_VALUE;
    private float top = Float.MAX_VALUE;

    /// @param apart a space stands before them
    void add(boolean apart, String words, List<TextPosition> positions) {
        text.append(apart ? " " : "").append(words);
        for (TextPosition position : positions) {
            if (position.getUnicode() == null || position.getUnicode().isBlank()) {
                continue;
            }
            characters++;
            float size = Math.round(Math.abs(position.getFontSizeInPt()) * 10) / 10f;
            sizes.merge(size, 1, Integer::sum);
            if (isBold(position.getFont())) {
                bold++;
            }
            left = Math.min(left, position.getXDirAdj());
            top = Math.min(top, position.getYDirAdj() - position.getHeightDir());
        }
    }

    boolean isBlank() {
        return text.isEmpty() || text.toString().isBlank();
    }

    Line finished(int page) {
        float size = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
        boolean known = characters > 0;
        return new Line(
                page,
                CleanText.of(text.toString()).strip(),
                size,
                2 * bold > characters,
                known ? left : 0,
                known ? top : 0);
    }

    void clear() {
        text.setLength(0);
        sizes.clear();
        characters = 0;
        bold = 0;
        left = Float.MAX_VALUE;
        top = Float.MAX_VALUE;
    }

    /// Asked for each character, answered anew where the font changes.
    @SuppressWarnings("ReferenceEquality") // the same font is meant, not one like it
    private boolean isBold(@Nullable PDFont font) {
        if (font != lastFont) {
            lastFont = font;
            lastBold = bold(font);
        }
        return lastBold;
    }

    private static boolean bold(@Nullable PDFont font) {
        if (font == null) {
            return false;
        }
        String name = font.getName();
        if (name != null) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.contains("bold") || lower.contains("black") || lower.contains("heavy")) {
                return true;
            }
        }
        var descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
    }
}
