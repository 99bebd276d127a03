package sourcebook.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.extraction.worker.WorkerMain;

/// Not a test: extracts all files below the given paths with real workers and prints one line for each, then the speed.
/// A file beside it named `FILE.txt` is taken as its right text, and the token F1 is printed too.
///
/// Arguments: number of workers, then paths; `-q` before them prints only what failed or differs, `-t` the texts too.
/// `-Dworker.flags="…"` gives the workers further JVM flags.
final class MeasureExtraction {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private MeasureExtraction() {}

    private record Result(Path file, Extraction extraction, long millis) {}

    public static void main(String[] args) throws Exception {
        var arguments = new ArrayList<>(List.of(args));
        boolean quiet = arguments.remove("-q");
        boolean show = arguments.remove("-t");
        int workers = Integer.parseInt(arguments.removeFirst());
        List<Path> files = new ArrayList<>();
        for (String path : arguments) {
            try (var walk = Files.walk(Path.of(path))) {
                walk.filter(Files::isRegularFile)
                        .filter(f -> !isAnswer(f))
                        .sorted()
                        .forEach(files::add);
            }
        }
        var d = ExtractionSettings.defaults();
        var settings = new ExtractionSettings(
                workers,
                d.workerHeapMegabytes(),
                d.wallClock(),
                d.silence(),
                d.documentsPerWorker(),
                d.maxParts(),
                d.maxPartBytes(),
                d.maxContainerBytes(),
                d.maxDepth(),
                d.maxTextCharacters(),
                d.ocr(),
                d.ocrWallClock());
        List<String> flags = Stream.of(System.getProperty("worker.flags", "").split(" ", -1))
                .filter(flag -> !flag.isBlank())
                .toList();
        long start = System.nanoTime();
        List<Future<Result>> futures = new ArrayList<>();
        double f1 = 0;
        int compared = 0;
        int identical = 0;
        try (var extractor = new WorkerExtractor(settings, flags, WorkerMain.class.getName());
                var pool = Executors.newFixedThreadPool(workers)) {
            for (Path file : files) {
                futures.add(pool.submit(() -> one(extractor, file)));
            }
            for (var future : futures) {
                Result result = future.get();
                double f = f1(result);
                if (f >= 0) {
                    f1 += f;
                    compared++;
                    identical += f > 0.9999 ? 1 : 0;
                }
                if (!quiet || f >= 0 && f <= 0.9999 || result.extraction() instanceof Extraction.Failed) {
                    System.out.println(line(result) + (f >= 0 ? " F1=%.4f".formatted(f) : ""));
                    if (show && result.extraction() instanceof Extraction.Read(var document)) {
                        System.out.println(String.join("\n--- page ---\n", document.pages())
                                .indent(6));
                        document.metadata().forEach((k, v) -> System.out.println("      # " + k + "=" + v));
                        document.parts().forEach(p -> System.out.println("      > " + p.name() + " " + p.problem()));
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d files, %.1f s, %.1f documents/s%n", files.size(), seconds, files.size() / seconds);
        if (compared > 0) {
            System.out.printf("F1 %.4f, %d of %d identical%n", f1 / compared, identical, compared);
        }
    }

    private static boolean isAnswer(Path file) {
        String name = file.toString();
        return name.endsWith(".txt") && Files.exists(Path.of(name.substring(0, name.length() - 4)));
    }

    private static Result one(WorkerExtractor extractor, Path file) throws IOException, InterruptedException {
        Path spool = Files.createTempDirectory("measure");
        long start = System.nanoTime();
        Extraction extraction = extractor.extract(file, String.valueOf(file.getFileName()), spool, true);
        long millis = (System.nanoTime() - start) / 1_000_000;
        SpoolFolder.delete(spool);
        return new Result(file, extraction, millis);
    }

    private static double f1(Result result) throws IOException {
        Path answer = Path.of(result.file() + ".txt");
        if (Files.notExists(answer)) {
            return -1;
        }
        Map<String, Integer> right = words(Files.readString(answer));
        Map<String, Integer> got = result.extraction() instanceof Extraction.Read(var document)
                ? words(String.join("\n", document.pages()))
                : Map.of();
        if (right.equals(got)) {
            return 1;
        }
        int both = right.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), got.getOrDefault(e.getKey(), 0)))
                .sum();
        return 2.0 * both / Math.max(1, sum(right) + sum(got));
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.merge(matcher.group(), 1, Integer::sum);
        }
        return words;
    }

    private static String line(Result result) {
        String outcome = switch (result.extraction()) {
            case Extraction.Failed(var kind, var reason) -> "FAILED " + kind + ": " + reason;
            case Extraction.Read(var document) -> {
                String text = String.join(" ", document.pages())
                        .replaceAll("\\s+", " ")
                        .strip();
                yield "%s pages=%d chars=%d meta=%d lines=%d parts=%d%s%s%s%s | %s"
                        .formatted(
                                document.mediaType(),
                                document.pages().size(),
                                text.length(),
                                document.metadata().size(),
                                document.lines().size(),
                                document.parts().size(),
                                document.html() != null ? " html" : "",
                                document.textFromOcr() ? " OCR" : "",
                                document.noTextReason() == null ? "" : " NO TEXT: " + document.noTextReason(),
                                document.warnings().isEmpty() ? "" : " WARNINGS " + document.warnings(),
                                text.substring(0, Math.min(70, text.length())));
            }
        };
        return "%5d ms %s: %s".formatted(result.millis(), result.file().getFileName(), outcome);
    }
}
