package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;

/// OCR within one document: the engine, if it is installed and wanted, and the time the document has left for it.
final class Recognition {
    private final Optional<Tesseract> engine;
    private final Progress progress;
    private final long end;

    Recognition(Request request, Progress progress) {
        this.engine = request.ocrMillis() > 0 ? Tesseract.installed() : Optional.empty();
        this.progress = progress;
        this.end = System.nanoTime() + Duration.ofMillis(request.ocrMillis()).toNanos();
    }

    boolean possible() {
        return engine.isPresent();
    }

    /// The document's time for recognition is used up.
    boolean outOfTime() {
        return left().isNegative();
    }

    String text(Path image) throws IOException {
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        return engine.orElseThrow().recognise(image, scratch, left(), progress::moved);
    }

    String text(BufferedImage image) throws IOException {
        Path file = Files.createTempFile("page", ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
            return text(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
