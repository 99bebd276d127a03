package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.PageWords;

/// OCR within one document: the engine, if it is installed and wanted, the time the document has left for it, and what
/// its pages have shown so far. Used by one thread.
///
/// A page is levelled and read as the page before it was; if the engine is sure of what it read, that is all. If not,
/// detection says how the page lies and what script it is in, and it is read again so; if even that is missing, the
/// other ways up are tried. Of several readings the surest is taken. Sure is a mean confidence by characters: on drawn
/// pages of thirteen languages, readings by the right model upright had 91 to 96, by a wrong model 2 to 40, upside down
/// 37.
final class Recognition {
    private static final float SURE = 70;
    private static final float NONSENSE = 50; // below it a script that nothing installed can read is believed

    private static final System.Logger LOG = System.getLogger(Recognition.class.getName());

    private final Optional<Tesseract> engine;
    private final Progress progress;
    private final Duration whole;
    private final Duration perPage;
    private long end;
    private List<String> models = List.of();
    private int rotation;

    Recognition(Request request, Progress progress) {
        this.engine = request.ocrMillis() > 0 ? Tesseract.installed() : Optional.empty();
        this.progress = progress;
        this.whole = Duration.ofMillis(request.ocrMillis());
        this.perPage = Duration.ofMillis(request.ocrPageMillis());
    }

    /// What became of a page: its text, which may be empty, with its words; or the script that cannot be read.
    ///
    /// @param words null when there are none
    /// @param missing what must be installed, null when nothing is
    record Outcome(
            String text,
            @Nullable PageWords words,
            @Nullable String missing) {}

    boolean possible() {
        return engine.isPresent();
    }

    /// The document's time for recognition is used up.
    boolean outOfTime() {
        return end != 0 && left().isNegative();
    }

    /// Reads one page.
    ///
    /// @param number of the page, 1-based
    /// @param dpi of the image; 0 if unknown
    Outcome page(PageImage shown, int number, int dpi) throws IOException {
        begin();
        return shown.isBlank() ? new Outcome("", null, null) : new Page(shown, number, dpi).read();
    }

    /// Reads an image file that only the engine can decode, as it lies, page by page.
    List<Outcome> file(Path image) throws IOException {
        begin();
        List<Outcome> outcomes = new ArrayList<>();
        Tesseract tesseract = engine.orElseThrow();
        for (RecognisedText page :
                tesseract.recognise(image, Script.anyModels(tesseract.models()), 0, limit(), progress::moved)) {
            outcomes.add(new Outcome(page.text(), page.words().isEmpty() ? null : page.on(outcomes.size() + 1), null));
        }
        return outcomes;
    }

    private void begin() {
        if (end == 0) {
            end = System.nanoTime() + whole.toNanos();
            progress.recognising();
        }
        if (models.isEmpty()) {
            models = Script.anyModels(engine.orElseThrow().models());
        }
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private Duration limit() {
        Duration left = left();
        return left.compareTo(perPage) < 0 ? left : perPage;
    }

    /// One way to read a page.
    private record Way(List<String> models, int rotation) {}

    private record Reading(Way way, RecognisedText text, PageImage image) {
        boolean isSure() {
            return text.confidence() >= SURE;
        }
    }

    /// The readings of one page.
    private final class Page {
        private final Tesseract tesseract = engine.orElseThrow();
        private final PageImage shown;
        private final int number;
        private final int dpi;
        private final long pageEnd = System.nanoTime() + limit().toNanos();
        private final Skew skew;
        private final List<Reading> readings = new ArrayList<>();

        Page(PageImage shown, int number, int dpi) {
            this.shown = shown;
            this.number = number;
            this.dpi = dpi;
            this.skew = Skew.of(shown.image());
        }

        Outcome read() throws IOException {
            Layout layout = null;
            try {
                int first = skew.sideways() == (rotation % 180 != 0) ? rotation : skew.sideways() ? 90 : 0;
                if (!reading(new Way(models, first)).isSure()) {
                    layout = layout();
                    readAgain(layout);
                }
            } catch (Unreadable e) {
                if (readings.isEmpty()) {
                    throw e;
                }
                LOG.log(System.Logger.Level.DEBUG, "taken as it was read first", e);
            }
            return taken(layout);
        }

        private void readAgain(@Nullable Layout layout) throws IOException {
            if (layout != null) {
                List<String> fitting = layout.script().models(tesseract.models());
                var way = new Way(fitting.isEmpty() ? models : fitting, layout.rotationDegrees());
                if (reading(way).isSure() || layout.isCertain()) {
                    return;
                }
            }
            if (!best().text().words().isEmpty()) {
                otherWaysUp();
            }
        }

        private void otherWaysUp() throws IOException {
            Way before = best().way();
            for (int turn : new int[] {180, 90, 270}) {
                if (reading(new Way(before.models(), (before.rotation() + turn) % 360))
                        .isSure()) {
                    return;
                }
            }
        }

        private Reading best() {
            Reading best = readings.getFirst();
            for (Reading reading : readings) {
                best = reading.text().confidence() > best.text().confidence() ? reading : best;
            }
            return best;
        }

        private Outcome taken(@Nullable Layout layout) {
            Reading best = best();
            RecognisedText text = best.text();
            if (best.isSure()) {
                models = best.way().models();
                rotation = best.way().rotation();
            } else if (layout != null
                    && layout.isCertain()
                    && text.confidence() < NONSENSE
                    && layout.script().models(tesseract.models()).isEmpty()) {
                return new Outcome("", null, layout.script().need());
            }
            if (text.words().isEmpty()) {
                return new Outcome("", null, null);
            }
            int turned = best.way().rotation();
            return new Outcome(text.text(), text.on(number, best.image(), turned, skew.after(turned)), null);
        }

        /// Reads the page in a way, unless it was already read so.
        private Reading reading(Way way) throws IOException {
            for (Reading reading : readings) {
                if (reading.way().equals(way)) {
                    return reading;
                }
            }
            PageImage image = shown.upright(way.rotation(), skew.after(way.rotation()));
            progress.moved();
            var reading = new Reading(way, withFile(image, file -> text(file, way.models())), image);
            readings.add(reading);
            return reading;
        }

        private RecognisedText text(Path file, List<String> with) throws IOException {
            return tesseract
                    .recognise(file, with, dpi, pageLeft(), progress::moved)
                    .getFirst();
        }

        private @Nullable Layout layout() throws IOException {
            return tesseract.detects()
                    ? withFile(shown, file -> tesseract.detect(file, pageLeft(), progress::moved))
                            .orElse(null)
                    : null;
        }

        private Duration pageLeft() {
            return Duration.ofNanos(Math.max(0, pageEnd - System.nanoTime()));
        }
    }

    private interface Use<T> {
        T of(Path file) throws IOException;
    }

    private static <T> T withFile(PageImage image, Use<T> use) throws IOException {
        Path file = Files.createTempFile("page", ".pgm");
        try {
            image.write(file);
            return use.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
