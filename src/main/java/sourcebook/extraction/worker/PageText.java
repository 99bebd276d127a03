package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument.Line;
import sourcebook.extraction.PlacedText;

/// The text of a PDF, page by page, with the printed lines of its first two and its last page; or of one of its pages,
/// with the place of each character.
///
/// A page that cannot be read costs itself: it is empty, and a warning says so.
final class PageText extends PDFTextStripper {
    private final Progress progress;
    private final @Nullable ResourceCache cache;
    private final long mostCharacters;
    private final @Nullable PDPage only;
    private final @Nullable PlacedGlyphs glyphs; // of the only page
    private final String[] pages;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final PageKind[] kinds;
    private boolean paints;
    private double pictures; // share of the page under way that its largest picture covers
    private final PrintedLine line = new PrintedLine();
    private final List<PrintedWords.Word> words = new ArrayList<>(); // of the line under way
    private final Overprint overprint = new Overprint();
    private final Deque<Boolean> replacing = new ArrayDeque<>(); // of the marked contents around
    private boolean replaced; // the text printed now stands for another, which is given beside it
    private final StringWriter written = new StringWriter();
    private long characters;

    /// @param mostCharacters in all pages together
    PageText(PDDocument pdf, Progress progress, long mostCharacters) throws IOException {
        this(pdf, countedPages(pdf), null, progress, mostCharacters);
    }

    private PageText(PDDocument pdf, int count, @Nullable PDPage only, Progress progress, long mostCharacters)
            throws IOException {
        this.progress = progress;
        this.cache = pdf.getResourceCache();
        this.mostCharacters = mostCharacters;
        this.only = only;
        this.glyphs = only == null ? null : new PlacedGlyphs(only);
        this.pages = new String[count];
        Arrays.fill(pages, "");
        this.kinds = new PageKind[pages.length];
        Arrays.fill(kinds, PageKind.EMPTY);
        setLineSeparator("\n");
        setPageEnd("");
        setSuppressDuplicateOverlappingText(false); // done here, in less time
        writeText(pdf, Writer.nullWriter());
    }

    /// The text of one page, equal to that among all pages, with places.
    static PlacedText placed(PDDocument pdf, PDPage page, Progress progress, long mostCharacters) throws IOException {
        var text = new PageText(pdf, 1, page, progress, mostCharacters);
        return text.glyphs == null ? PlacedText.NONE : text.glyphs.in(text.written.toString());
    }

    /// Counted, not believed: a broken file may claim any number, and an array of it takes all memory.
    private static int countedPages(PDDocument pdf) {
        int pages = 0;
        for (var _ : pdf.getPages()) {
            pages++;
        }
        return pages;
    }

    List<String> pages() {
        return List.of(pages);
    }

    /// Of each page, what it is made of.
    List<PageKind> kinds() {
        return List.of(kinds);
    }

    List<Line> lines() {
        return lines;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    protected void processPages(PDPageTree all) throws IOException {
        if (only == null) {
            super.processPages(all);
        } else if (only.hasContents()) {
            processPage(only);
        }
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        output = written;
        written.getBuffer().setLength(0);
        line.clear();
        words.clear();
        paints = false;
        pictures = 0;
        overprint.clear();
        try {
            super.processPage(new ReadPage(page, cache));
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            warnings.add("Page %d could not be read: %s".formatted(getCurrentPageNo(), Sentence.of(e)));
        }
        endLine();
        int number = getCurrentPageNo();
        if (number >= 1 && number <= pages.length) {
            String text = written.toString().strip();
            pages[number - 1] = text;
            kinds[number - 1] = PageKind.of(text, paints, pictures);
            characters += text.length();
        }
        if (characters > mostCharacters) {
            throw Draft.tooMuchText(mostCharacters);
        }
        progress.moved();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        switch (operator.getName()) {
            case OperatorName.DRAW_OBJECT -> {
                if (!operands.isEmpty()
                        && operands.getFirst() instanceof COSName name
                        && getResources() != null
                        && getResources().isImageXObject(name)) {
                    picture();
                }
            }
            case OperatorName.BEGIN_INLINE_IMAGE -> picture();
            case OperatorName.FILL_NON_ZERO,
                    OperatorName.FILL_EVEN_ODD,
                    OperatorName.LEGACY_FILL_NON_ZERO,
                    OperatorName.FILL_NON_ZERO_AND_STROKE,
                    OperatorName.FILL_EVEN_ODD_AND_STROKE,
                    OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
                    OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
                    OperatorName.STROKE_PATH,
                    OperatorName.CLOSE_AND_STROKE,
                    OperatorName.SHADING_FILL -> paints = true;
            default -> {}
        }
        super.processOperator(operator, operands);
    }

    /// A picture fills the unit square of the space that it is drawn in.
    private void picture() {
        paints = true;
        var box = getCurrentPage().getCropBox();
        double page = (double) box.getWidth() * box.getHeight();
        double area = Math.abs(getGraphicsState()
                .getCurrentTransformationMatrix()
                .createAffineTransform()
                .getDeterminant());
        pictures = page > 0 ? Math.max(pictures, area / page) : 0;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        replaced = properties != null && properties.getString(COSName.ACTUAL_TEXT) != null;
        replacing.push(replaced);
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        if (!replacing.isEmpty() && replacing.pop()) {
            replaced = false;
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (!replaced) {
            String characters = text.getUnicode();
            float tolerance = text.getWidth() / characters.length() / 3.0f;
            if (overprint.repeats(characters, text.getX(), text.getY(), tolerance)) {
                return;
            }
        }
        super.processTextPosition(text);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        words.add(new PrintedWords.Word(text, positions, !words.isEmpty()));
    }

    /// Words are set apart when their order is known.
    @Override
    protected void writeWordSeparator() {}

    @Override
    protected void writeLineSeparator() throws IOException {
        endLine();
        super.writeLineSeparator();
    }

    @Override
    protected void endArticle() throws IOException {
        endLine();
        super.endArticle();
    }

    private boolean wanted() {
        int number = getCurrentPageNo();
        return number <= 2 || number == pages.length;
    }

    private void endLine() throws IOException {
        boolean wanted = wanted();
        for (PrintedWords.Word word : PrintedWords.inReadingOrder(words)) {
            if (word.apart()) {
                super.writeWordSeparator();
            }
            if (glyphs != null) {
                glyphs.add(written.getBuffer().length(), word.text(), word.positions());
            }
            super.writeString(word.text(), word.positions());
            if (wanted) {
                line.add(word.apart(), word.text(), word.positions());
            }
        }
        words.clear();
        if (wanted && !line.isBlank()) {
            lines.add(line.finished(getCurrentPageNo()));
        }
        line.clear();
    }
}
