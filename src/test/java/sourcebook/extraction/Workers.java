package sourcebook.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import sourcebook.extraction.worker.FaultyWorker;
import sourcebook.extraction.worker.WorkerMain;

/// Real workers for the tests of this room, and a folder for what they are given.
final class Workers implements AutoCloseable {
    final WorkerExtractor extractor;
    private final Path folder;
    private int files;

    private Workers(WorkerExtractor extractor) throws IOException {
        this.extractor = extractor;
        this.folder = Files.createTempDirectory("extraction-test");
    }

    static Workers one() throws IOException {
        return with(settings());
    }

    static Workers with(ExtractionSettings settings) throws IOException {
        return new Workers(new WorkerExtractor(settings));
    }

    static Workers withFaults(ExtractionSettings settings) throws IOException {
        return new Workers(new WorkerExtractor(settings, List.of(), FaultyWorker.class.getName()));
    }

    /// With another program in the place of Tesseract.
    static Workers withEngine(ExtractionSettings settings, Path executable) throws IOException {
        return new Workers(new WorkerExtractor(
                settings, List.of("-Dsourcebook.tesseract=" + executable), WorkerMain.class.getName()));
    }

    static ExtractionSettings settings() {
        return new ExtractionSettings(
                1,
                256,
                Duration.ofSeconds(120),
                Duration.ofSeconds(60),
                100,
                100,
                8 << 20,
                16 << 20,
                4,
                4_000_000,
                true,
                Duration.ofSeconds(120));
    }

    Extraction extract(String name, String text) throws IOException, InterruptedException {
        return extract(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Extraction extract(String name, byte[] bytes) throws IOException, InterruptedException {
        return extract(name, bytes, true);
    }

    private Extraction extract(String name, byte[] bytes, boolean recognise) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("original-" + ++files), bytes);
        return extractor.extract(file, name, spool(), recognise);
    }

    ExtractedDocument read(String name, byte[] bytes) throws IOException, InterruptedException {
        return read(extract(name, bytes));
    }

    /// Without recognition of images.
    ExtractedDocument readTextOnly(String name, byte[] bytes) throws IOException, InterruptedException {
        return read(extract(name, bytes, false));
    }

    private static ExtractedDocument read(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Read(var document) -> document;
            case Extraction.Failed failed -> throw new AssertionError(failed.toString());
        };
    }

    ExtractedDocument read(String name, String text) throws IOException, InterruptedException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The folder of the last document's parts.
    Path spool() {
        return folder.resolve("spool-" + files);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        extractor.close();
        SpoolFolder.delete(folder);
    }
}
