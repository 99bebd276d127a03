package sourcebook.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A PDF as a scanner gives it: an image on each page, no text.
final class ScannedCopy {
    private ScannedCopy() {}

    static void make(Path original, Path copy, int dpi) throws IOException {
        try (PDDocument from = Loader.loadPDF(original.toFile());
                PDDocument to = new PDDocument()) {
            var renderer = new PDFRenderer(from);
            for (int i = 0; i < from.getNumberOfPages(); i++) {
                BufferedImage image = renderer.renderImageWithDPI(i, dpi, ImageType.GRAY);
                float width = image.getWidth() * 72f / dpi;
                float height = image.getHeight() * 72f / dpi;
                var page = new PDPage(new PDRectangle(width, height));
                to.addPage(page);
                try (var content = new PDPageContentStream(to, page)) {
                    content.drawImage(JPEGFactory.createFromImage(to, image, 0.8f), 0, 0, width, height);
                }
            }
            to.save(copy.toFile());
        }
    }
}
