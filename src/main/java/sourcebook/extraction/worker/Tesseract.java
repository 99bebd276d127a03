package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The installed `tesseract` executable. Stateless.
///
/// @param version as it says itself: `5.3.0`
/// @param languages traineddata names to recognise with, English first
public record Tesseract(String version, List<String> languages) {
    private static final Duration PER_PAGE = Duration.ofMinutes(2);
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final int MOST_LANGUAGES = 4; // each costs as much time again
    private static final long POLL_MILLIS = 200;

    /// Found once is found for good; while there is none it is looked for again each time, since a person may install
    /// it meanwhile.
    private static volatile @Nullable Tesseract found;

    /// Empty when it is not on the `PATH` or has no languages.
    public static Optional<Tesseract> installed() {
        Tesseract known = found;
        if (known == null) {
            known = look().orElse(null);
            found = known;
        }
        return Optional.ofNullable(known);
    }

    /// For a person: `tesseract 5.3.0 (eng)`.
    public String description() {
        return "tesseract " + version + " (" + String.join(", ", languages) + ")";
    }

    /// What is told while a page is being recognised, and asked whether to go on.
    interface Watch {
        void moved();
    }

    /// The text on an image file, empty when there is none.
    ///
    /// @throws Unreadable when the page takes too long or the engine refuses it
    String recognise(Path image, Path scratch, Duration limit, Watch watch) throws IOException {
        Duration most = limit.compareTo(PER_PAGE) < 0 ? limit : PER_PAGE;
        Path base = Files.createTempFile(scratch, "ocr", "");
        Path text = Path.of(base + ".txt");
        Path errors = Path.of(base + ".err");
        try {
            var builder = new ProcessBuilder(
                    "tesseract", image.toString(), base.toString(), "-l", String.join("+", languages), "txt");
            builder.environment().put("OMP_THREAD_LIMIT", "1"); // faster for one page, and leaves the other cores alone
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            long end = System.nanoTime() + most.toNanos();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                watch.moved();
                if (System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new Unreadable(
                            sourcebook.extraction.Extraction.Kind.TIMED_OUT,
                            "Recognising its text took longer than " + most.toSeconds() + " seconds.");
                }
            }
            if (process.exitValue() != 0 || Files.notExists(text)) {
                String why =
                        Files.readString(errors, StandardCharsets.ISO_8859_1).strip();
                throw new Unreadable(
                        sourcebook.extraction.Extraction.Kind.UNREADABLE,
                        "Its text could not be recognised: " + Sentence.of(new IOException(why)));
            }
            return CleanText.of(Files.readString(text)).strip();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            for (Path file : List.of(base, text, errors)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<Tesseract> look() {
        try {
            List<String> version = ask("--version");
            List<String> listed = ask("--list-langs");
            List<String> names = listed.stream()
                    .skip(1)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && !name.equals("osd") && !name.equals("equ"))
                    .toList();
            List<String> languages = Stream.concat(
                            names.stream().filter("eng"::equals), names.stream().filter(name -> !name.equals("eng")))
                    .limit(MOST_LANGUAGES)
                    .toList();
            if (version.isEmpty() || languages.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Tesseract(version.getFirst().replace("tesseract", "").strip(), languages));
        } catch (IOException e) {
            return Optional.empty(); // it is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<String> ask(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("tesseract", option)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        }
        if (!process.waitFor(QUESTION.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.isAlive() || process.exitValue() != 0 ? List.of() : lines;
    }
}
