package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.Location;
import sourcebook.description.Describer;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.extraction.WorkerExtractor;

/// Not a test: how much time describing adds to extracting, over the files below the given paths, one after another in
/// one run. Each file is extracted by a warm worker and then described, the whole is done `-Drounds` times (3), and
/// the sums of the last round are printed, then the files that took longest to describe. Nothing is recognised (OCR),
/// which would only make extraction longer.
final class MeasureDescription {
    private static final int SLOWEST = 10;

    private MeasureDescription() {}

    private record Timed(Path file, long extracting, long describing) {}

    public static void main(String[] paths) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            try (Stream<Path> walk = Files.walk(Path.of(path))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        Describer describer = new Describer();
        List<Timed> times = List.of();
        try (WorkerExtractor extractor = new WorkerExtractor(ExtractionSettings.defaults())) {
            for (int round = Integer.getInteger("rounds", 3); round > 0; round--) {
                times = new ArrayList<>();
                for (Path file : files) {
                    times.add(measure(file, extractor, describer));
                }
            }
        }
        double extracting = times.stream().mapToLong(Timed::extracting).sum() / 1e6;
        double describing = times.stream().mapToLong(Timed::describing).sum() / 1e6;
        System.out.printf(
                "%d files: extracting %.0f ms, describing %.0f ms, added %.1f %%%n",
                times.size(), extracting, describing, 100 * describing / extracting);
        times.stream()
                .sorted(Comparator.comparingLong(Timed::describing).reversed())
                .limit(SLOWEST)
                .forEach(slow -> System.out.printf(
                        "  %6.1f ms (extracting %6.1f)  %s%n",
                        slow.describing() / 1e6,
                        slow.extracting() / 1e6,
                        slow.file().getFileName()));
    }

    private static Timed measure(Path file, WorkerExtractor extractor, Describer describer)
            throws IOException, InterruptedException {
        Path spool = Files.createTempDirectory("measure");
        try {
            long start = System.nanoTime();
            Extraction extraction = extractor.extract(file, file.getFileName().toString(), spool, false);
            long extracted = System.nanoTime();
            if (extraction instanceof Extraction.Read(ExtractedDocument document)) {
                Reading.describe(describer, Location.of(file.toString()), document);
            }
            return new Timed(file, extracted - start, System.nanoTime() - extracted);
        } finally {
            FileSystemUtils.deleteRecursively(spool);
        }
    }
}
