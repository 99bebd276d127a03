package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer.Size;
import sourcebook.extraction.PlacedText;

/// The pages of a PDF. Of the file only the table of its objects is read at first, then what a page needs.
final class PdfPages implements OpenOriginal {
    private static final long MOST_CHARACTERS = 2_000_000; // of one page: a book has fewer
    private static final int MOST_PAGES = 200_000;
    private static final float LEAST_SCALE = 1e-4f;

    private final PDDocument pdf;
    private final PDFRenderer renderer;
    private final Progress progress;

    PdfPages(Path file, Progress progress) throws IOException {
        try {
            this.pdf = Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
        }
        this.progress = progress;
        this.renderer = new NoticingRenderer(pdf, progress);
        renderer.setSubsamplingAllowed(true);
    }

    @Override
    public List<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            sizes.add(new DisplayedPage(page).size());
            progress.moved();
            if (sizes.size() == MOST_PAGES) {
                break;
            }
        }
        return sizes;
    }

    @Override
    public BufferedImage image(int page, int widthPx) throws IOException {
        Size size = new DisplayedPage(page(page)).size();
        float scale = Math.max(LEAST_SCALE, OpenOriginal.width(size, widthPx) / size.width());
        return renderer.renderImage(page - 1, scale, ImageType.RGB);
    }

    @Override
    public PlacedText text(int page) throws IOException {
        return PageText.placed(pdf, page(page), progress, MOST_CHARACTERS);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    private PDPage page(int number) throws Unreadable {
        try {
            return pdf.getPage(number - 1);
        } catch (IndexOutOfBoundsException e) {
            throw OpenOriginal.noSuchPage(number);
        }
    }
}
