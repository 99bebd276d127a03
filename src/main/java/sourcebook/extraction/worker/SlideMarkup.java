package sourcebook.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.PictureShape;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextParagraph.BulletStyle;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// The slides of a PowerPoint file with titles, lists, tables, bold and italic words, of which Tika says less. Used for
/// one file.
final class SlideMarkup {
    private static final int DEEPEST = 5; // levels of a list, of groups in groups
    private static final int MOST_CELLS = 1_000_000; // a table claims its size in few bytes

    private final HeldPictures pictures;
    private final Progress progress;
    private final int mostCharacters;
    private final StringBuilder html = new StringBuilder();
    private boolean titled;
    private String title = ""; // of the slide, until it was met
    private int characters;

    private SlideMarkup(HeldPictures pictures, Progress progress, int mostCharacters) {
        this.pictures = pictures;
        this.progress = progress;
        this.mostCharacters = mostCharacters;
    }

    /// Slides in elements.
    ///
    /// @param titled whether any slide has a title; else its first line may be one
    /// @param characters of the text
    record Slides(String html, boolean titled, int characters) {}

    static boolean reads(String mediaType) {
        return mediaType.contains("presentationml") || mediaType.contains("powerpoint");
    }

    static Slides of(Path file, HeldPictures pictures, Progress progress, int mostCharacters)
            throws IOException, SAXException {
        SlideMarkup markup = new SlideMarkup(pictures, progress, mostCharacters);
        try (SlideShow<?, ?> show = SlideShowFactory.create(file.toFile(), null, true)) {
            // in the older format text is read before tables, and notes behind all slides
            boolean older = show instanceof HSLFSlideShow;
            for (Slide<?, ?> slide : show.getSlides()) {
                String title = slide.getTitle();
                markup.title = title == null ? "" : title.strip();
                markup.html.append("<div class=slide>");
                markup.shapes(slide.getShapes(), older, 0);
                markup.html.append("</div>");
                if (!older) {
                    markup.notes(slide.getNotes());
                }
            }
            if (older) {
                for (Slide<?, ?> slide : show.getSlides()) {
                    markup.notes(slide.getNotes());
                }
            }
        }
        return new Slides(markup.html.toString(), markup.titled, markup.characters);
    }

    private void notes(@Nullable Notes<?, ?> notes) throws IOException, SAXException {
        if (notes != null) {
            html.append("<div>");
            shapes(notes.getShapes(), false, 0);
            html.append("</div>");
        }
    }

    private void shapes(List<? extends Shape<?, ?>> shapes, boolean tablesLast, int depth)
            throws IOException, SAXException {
        for (Shape<?, ?> shape : shapes) {
            if (!(tablesLast && shape instanceof TableShape)) {
                shape(shape, depth);
            }
        }
        for (Shape<?, ?> shape : tablesLast ? shapes : List.<Shape<?, ?>>of()) {
            if (shape instanceof TableShape) {
                shape(shape, depth);
            }
        }
    }

    private void shape(Shape<?, ?> shape, int depth) throws IOException, SAXException {
        progress.moved();
        switch (shape) {
            case TableShape<?, ?> table -> table(table);
            case PictureShape<?, ?> picture -> picture(picture.getPictureData());
            case TextShape<?, ?> text -> text(text);
            case GroupShape<?, ?> group when depth < DEEPEST -> shapes(group.getShapes(), false, depth + 1);
            default -> {}
        }
    }

    private void table(TableShape<?, ?> table) throws SAXException {
        int rows = table.getNumberOfRows();
        int columns = table.getNumberOfColumns(); // counted anew at each call
        if ((long) rows * columns > MOST_CELLS) {
            throw new SAXException("A table of %d by %d cells.".formatted(rows, columns));
        }
        html.append("<table>");
        for (int row = 0; row < rows; row++) {
            progress.moved();
            html.append("<tr>");
            for (int column = 0; column < columns; column++) {
                TableCell<?, ?> cell = table.getCell(row, column);
                if (cell != null) {
                    int span = cell.getGridSpan();
                    html.append(span > 1 ? "<td colspan=" + span + ">" : "<td>");
                    for (TextParagraph<?, ?, ?> paragraph : cell.getTextParagraphs()) {
                        paragraph("p", paragraph, true);
                    }
                    html.append("</td>");
                }
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void picture(@Nullable PictureData data) throws IOException {
        if (data != null) {
            int number = pictures.add(new ByteArrayInputStream(data.getData()), List.of());
            html.append("<img alt=\"").append(number > 0 ? "" : "a drawing").append('"');
            html.append(number > 0 ? " src=\"pictures/" + number + "\">" : ">");
        }
    }

    private void text(TextShape<?, ?> shape) throws SAXException {
        boolean heads = isTitle(shape);
        int level = 0;
        String list = "ul";
        for (TextParagraph<?, ?, ?> paragraph : shape.getTextParagraphs()) {
            BulletStyle bullet = paragraph.getBulletStyle();
            boolean item = !heads && bullet != null;
            int wanted = item ? Math.clamp(paragraph.getIndentLevel() + 1L, 1, DEEPEST) : 0;
            String kind = bullet != null && bullet.getAutoNumberingScheme() != null ? "ol" : "ul";
            if (level > 0 && !kind.equals(list)) {
                level = to(0, level, list);
            }
            list = kind;
            level = to(wanted, level, list);
            paragraph(heads ? "h2" : item ? "li" : "p", paragraph, !heads);
        }
        to(0, level, list);
    }

    private boolean isTitle(TextShape<?, ?> shape) {
        if (title.isBlank() || !shape.getText().strip().equals(title)) {
            return false;
        }
        title = ""; // once a slide
        titled = true;
        return true;
    }

    private int to(int wanted, int level, String list) {
        for (int i = level; i < wanted; i++) {
            html.append('<').append(list).append('>');
        }
        for (int i = level; i > wanted; i--) {
            html.append("</").append(list).append('>');
        }
        return wanted;
    }

    private void paragraph(String name, TextParagraph<?, ?, ?> paragraph, boolean looks) throws SAXException {
        html.append('<').append(name).append('>');
        for (TextRun run : paragraph.getTextRuns()) {
            String words = run.getRawText();
            if (words == null) {
                continue;
            }
            characters += words.length();
            if (html.length() + (long) words.length() > mostCharacters) {
                throw new SAXException(Draft.tooMuchText(mostCharacters));
            }
            boolean strong = looks && run.isBold() && !words.isBlank();
            boolean emphasis = looks && run.isItalic() && !words.isBlank();
            html.append(strong ? "<b>" : "").append(emphasis ? "<i>" : "");
            words(words);
            html.append(emphasis ? "</i>" : "").append(strong ? "</b>" : "");
        }
        html.append("</").append(name).append('>');
    }

    private void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '\n', '\u000B' -> html.append("<br>");
                case '\r' -> html.append(' ');
                default -> html.append(words.charAt(i));
            }
        }
    }
}
