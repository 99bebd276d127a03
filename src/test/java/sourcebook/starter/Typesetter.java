package sourcebook.starter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/// Sets paragraphs in columns on pages, as a printer would: justified, words broken at line ends, running heads.
///
/// All lengths are in points. One use, one thread.
final class Typesetter implements AutoCloseable {
    private static final float GUTTER = 16;
    private static final float MARGIN = 44;
    private static final float HEAD_ROOM = 26;

    private final PDDocument document;
    private final PDRectangle size;
    private final int columns;
    private final PDType1Font headFont;
    private final IntFunction<String> head;
    private final IntFunction<String> foot;
    private int pages;
    private int column;
    private float y;
    /// Where columns of this page begin: lower on a page with a title across.
    private float top;
    private PDPageContentStream out;

    /// @param head the running head of a page, 0-based; empty for none
    /// @param foot the line at its foot
    Typesetter(
            PDDocument document,
            PDRectangle size,
            int columns,
            PDType1Font headFont,
            IntFunction<String> head,
            IntFunction<String> foot)
            throws IOException {
        this.document = document;
        this.size = size;
        this.columns = columns;
        this.headFont = headFont;
        this.head = head;
        this.foot = foot;
        this.out = newPage();
    }

    /// @param leading from line to line
    /// @param before room above
    /// @param indent of the first line
    record Style(PDType1Font font, float size, float leading, float before, float indent, boolean justified) {}

    /// Sets a paragraph over the whole width, at the top of a page.
    void across(String text, Style style) throws IOException {
        float width = size.getWidth() - 2 * MARGIN;
        y -= style.before();
        for (Line line : lines(text, style, width)) {
            y -= style.leading();
            draw(line, style, MARGIN, width);
        }
        top = y - 6;
        y = top;
    }

    /// Sets a paragraph in the columns.
    void paragraph(String text, Style style) throws IOException {
        float width = columnWidth();
        boolean first = true;
        for (Line line : lines(text, style, width)) {
            float need = style.leading() + (first && y < top ? style.before() : 0);
            // a heading must not stand alone at the foot
            float keep = first && !style.justified() ? 2 * style.leading() : 0;
            if (y - need - keep < MARGIN) {
                nextColumn();
                need = style.leading();
            }
            y -= need;
            draw(line, style, MARGIN + column * (width + GUTTER), width);
            first = false;
        }
    }

    void nextPage() throws IOException {
        out.close();
        out = newPage();
    }

    /// Leaves room.
    void skip(float points) {
        y -= points;
    }

    private void nextColumn() throws IOException {
        if (column + 1 < columns) {
            column++;
            y = top;
        } else {
            nextPage();
        }
    }

    private float columnWidth() {
        return (size.getWidth() - 2 * MARGIN - (columns - 1) * GUTTER) / columns;
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        int number = pages++;
        small(stream, head.apply(number), size.getHeight() - MARGIN + 10, number);
        small(stream, foot.apply(number), MARGIN - 20, number);
        column = 0;
        top = size.getHeight() - MARGIN - HEAD_ROOM / 2;
        y = top;
        return stream;
    }

    /// Running heads and page numbers stand outside: left on even pages, right on odd ones.
    private void small(PDPageContentStream stream, String text, float at, int number) throws IOException {
        float width = headFont.getStringWidth(text) / 1000 * 8;
        stream.beginText();
        stream.setFont(headFont, 8);
        stream.newLineAtOffset(number % 2 == 1 ? MARGIN : size.getWidth() - MARGIN - width, at);
        stream.showText(text);
        stream.endText();
    }

    private record Line(String text, float indent, boolean last) {}

    private static List<Line> lines(String text, Style style, float width) throws IOException {
        List<Line> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float indent = style.indent();
        for (String word : text.split(" ")) {
            String rest = word;
            while (!fits(line, rest, style, width - indent)) {
                String part = style.justified() ? Hyphens.head(rest, line, style, width - indent) : "";
                if (part.isEmpty() && line.isEmpty()) {
                    break;
                }
                String whole = part.isEmpty() ? line.toString() : joined(line, part);
                lines.add(new Line(whole, indent, false));
                rest = rest.substring(
                        part.isEmpty() || !part.endsWith("-") ? part.length() : Hyphens.taken(rest, part));
                line.setLength(0);
                indent = 0;
            }
            String now = joined(line, rest);
            line.setLength(0);
            line.append(now);
        }
        lines.add(new Line(line.toString(), indent, true));
        return lines;
    }

    static boolean fits(StringBuilder line, String word, Style style, float width) throws IOException {
        return style.font().getStringWidth(joined(line, word)) / 1000 * style.size() <= width;
    }

    private static String joined(StringBuilder line, String word) {
        return line.isEmpty() ? word : line + " " + word;
    }

    private void draw(Line line, Style style, float x, float width) throws IOException {
        float natural = style.font().getStringWidth(line.text()) / 1000 * style.size();
        long gaps = line.text().chars().filter(c -> c == ' ').count();
        out.beginText();
        out.setFont(style.font(), style.size());
        boolean stretch = style.justified() && !line.last() && gaps > 0;
        out.setWordSpacing(stretch ? (width - line.indent() - natural) / gaps : 0);
        out.newLineAtOffset(x + line.indent(), y);
        out.showText(line.text());
        out.endText();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
