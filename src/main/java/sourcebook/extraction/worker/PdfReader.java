package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import sourcebook.extraction.Extraction.Kind;

/// PDF by physical page, in the order of its content streams and article threads, which follows columns better than any
/// sorting by place does. Pages without text are recognised from their image where that is possible.
final class PdfReader {
    private static final float OCR_DPI = 300;
    private static final float MOST_PIXELS = 25_000_000; // an A3 page at 300 dpi is 17 million

    private static final byte[] BEGINNING = "%PDF-1.".getBytes(StandardCharsets.US_ASCII); // ISO 32000-1, 7.5.2

    private final Progress progress;

    PdfReader(Progress progress) {
        this.progress = progress;
    }

    /// Whether a file is named as a PDF and begins as one: the detection by the signs of all formats takes a
    /// millisecond
    /// to say the same.
    static boolean is(Path original, String name) throws IOException {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(original)) {
            return Arrays.equals(stream.readNBytes(BEGINNING.length), BEGINNING);
        }
    }

    void read(Draft draft) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(draft.request.original().toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            PdfMetadata.read(pdf, draft.metadata);
            var text = new PageText(pdf, progress, draft.request.maxTextCharacters());
            draft.pages = text.pages();
            draft.lines = text.lines();
            draft.warnings.addAll(text.warnings());
            recognise(pdf, draft, text.kinds());
            PdfAttachments.read(pdf, draft, progress);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
        }
    }

    private void recognise(PDDocument pdf, Draft draft, List<PageKind> kinds) {
        var pages = new RecognisedPages(draft, draft.pages.size(), "the pages' images", progress);
        var renderer = new PDFRenderer(pdf);
        for (int i = 0; i < draft.pages.size(); i++) {
            int index = i;
            if (kinds.get(i).isPicture()) {
                float scale = scale(pdf.getPage(i));
                pages.recognise(i + 1, Math.round(scale * 72), () -> {
                    progress.moved();
                    return PageImage.of(renderer.renderImage(index, scale, ImageType.GRAY));
                });
            }
        }
        pages.finish();
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        float scale = OCR_DPI / 72;
        double pixels = (double) box.getWidth() * scale * box.getHeight() * scale;
        return pixels > MOST_PIXELS ? (float) (scale * Math.sqrt(MOST_PIXELS / pixels)) : scale;
    }
}
