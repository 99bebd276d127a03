package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
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

    private final Progress progress;

    PdfReader(Progress progress) {
        this.progress = progress;
    }

    void read(Draft draft) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(draft.request.original().toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            PdfMetadata.read(pdf, draft.metadata);
            var text = new PageText(pdf, progress, draft.request);
            draft.pages = text.pages();
            draft.lines = text.lines();
            draft.warnings.addAll(text.warnings());
            recognise(pdf, draft);
            PdfAttachments.read(pdf, draft, progress);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
        }
    }

    private void recognise(PDDocument pdf, Draft draft) {
        List<String> pages = new ArrayList<>(draft.pages);
        var recognition = new Recognition(draft.request, progress);
        var renderer = new PDFRenderer(pdf);
        List<Integer> late = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (!pages.get(i).isBlank() || !showsSomething(pdf.getPage(i))) {
                continue;
            }
            if (!recognition.possible()) {
                draft.noTextReason = "needs OCR";
            } else if (recognition.outOfTime()) {
                late.add(i + 1);
            } else {
                pages.set(i, page(pdf, renderer, recognition, i, draft));
            }
        }
        if (recognition.possible()) {
            draft.pages = pages;
        } else if (draft.noTextReason != null && draft.hasText()) {
            long without = pages.stream().filter(String::isBlank).count();
            draft.warnings.add(
                    without == 1
                            ? "One page has no text and needs OCR."
                            : without + " pages have no text and need OCR.");
        }
        if (!late.isEmpty()) {
            draft.warnings.add("The time for recognising text ran out: %d pages from page %d on are without text."
                    .formatted(late.size(), late.getFirst()));
        }
    }

    private String page(PDDocument pdf, PDFRenderer renderer, Recognition recognition, int i, Draft draft) {
        progress.moved();
        try {
            BufferedImage image = renderer.renderImage(i, scale(pdf.getPage(i)), ImageType.GRAY);
            progress.moved();
            String text = recognition.text(image);
            draft.textFromOcr |= !text.isEmpty();
            if (text.isEmpty()) {
                draft.noTextReason = "no text was recognised in the pages' images";
            }
            return text;
        } catch (IOException | RuntimeException e) {
            draft.warnings.add("Page %d could not be recognised: %s".formatted(i + 1, Sentence.of(e)));
            draft.noTextReason = "the text in the pages' images could not be recognised";
            return "";
        }
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        float scale = OCR_DPI / 72;
        double pixels = (double) box.getWidth() * scale * box.getHeight() * scale;
        return pixels > MOST_PIXELS ? (float) (scale * Math.sqrt(MOST_PIXELS / pixels)) : scale;
    }

    /// A page without contents, or one that draws nothing from elsewhere and is tiny, is simply empty.
    private static boolean showsSomething(PDPage page) {
        return page.hasContents() && page.getCOSObject().containsKey(COSName.CONTENTS);
    }
}
