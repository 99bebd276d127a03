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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Kind;

/// The installed `tesseract` executable. Thread-safe.
///
/// @param version as it says itself: `5.3.0`
/// @param models all models it lists: `eng`, `osd`, `chi_sim`, `script/Latin`
public record Tesseract(String version, List<String> models) {
    private static final String EXECUTABLE = System.getProperty("sourcebook.tesseract", "tesseract");
    private static final String DETECTION = "osd";
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;
    private static final Pattern FOLDER = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern FINDING = Pattern.compile("(?m)^(Rotate|Orientation confidence|Script): *(\\S+)");

    private record Found(Tesseract engine, @Nullable Path folder, long changed) {}

    private static volatile @Nullable Found found;

    /// Empty when it is not on the `PATH` or has no languages. It is looked for again while there is none, and when the
    /// folder of its models has changed, since a person may install some meanwhile.
    public static Optional<Tesseract> installed() {
        Found known = found;
        if (known == null || changed(known.folder()) != known.changed()) {
            known = look();
            found = known;
        }
        return Optional.ofNullable(known).map(Found::engine);
    }

    /// For a person: `tesseract 5.3.0 (eng, rus)`.
    public String description() {
        return "tesseract " + version + " (" + String.join(", ", Script.usable(models)) + ")";
    }

    /// It can tell the layout of a page.
    boolean detects() {
        return models.contains(DETECTION);
    }

    /// What is told while a page is being recognised.
    interface Watch {
        void moved();
    }

    /// The text on an image file, page by page, for it may hold several; at least one, which may be empty.
    ///
    /// @param with the models for it, of [#models]
    /// @param dpi of the image; 0 if only the image knows
    /// @throws Unreadable when it takes too long or the engine refuses it
    List<RecognisedText> recognise(Path image, List<String> with, int dpi, Duration limit, Watch watch)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-l", String.join("+", with)));
        if (dpi > 0) {
            arguments.addAll(List.of("--dpi", String.valueOf(dpi)));
        }
        arguments.addAll(List.of("-c", "tessedit_create_tsv=1"));
        List<RecognisedText> pages = RecognisedText.pages(run(image, arguments, ".tsv", limit, watch));
        return pages.isEmpty() ? List.of(RecognisedText.NONE) : pages;
    }

    /// How the page lies and what script it is in; empty when there is too little on it to tell, or the model for
    /// telling is not installed.
    Optional<Layout> detect(Path image, Duration limit, Watch watch) throws IOException {
        if (!detects()) {
            return Optional.empty();
        }
        String said;
        try {
            said = String.join("\n", run(image, List.of("-l", DETECTION, "--psm", "0"), ".osd", limit, watch));
        } catch (Unreadable e) {
            if (e.failed().kind() == Kind.TIMED_OUT) {
                throw e;
            }
            return Optional.empty(); // its way to say that there are too few characters
        }
        int rotation = -1;
        float certainty = 0;
        String script = "";
        for (Matcher finding = FINDING.matcher(said); finding.find(); ) {
            switch (finding.group(1)) {
                case "Rotate" -> rotation = Integer.parseInt(finding.group(2));
                case "Script" -> script = finding.group(2);
                default -> certainty = Float.parseFloat(finding.group(2));
            }
        }
        return rotation < 0 ? Optional.empty() : Optional.of(new Layout(rotation, certainty, Script.detected(script)));
    }

    private static List<String> run(Path image, List<String> arguments, String ending, Duration limit, Watch watch)
            throws IOException {
        Path base = Files.createTempFile("ocr", "");
        Path answer = Path.of(base + ending);
        Path errors = Path.of(base + ".err");
        Process process = null;
        try {
            List<String> command = new ArrayList<>(List.of(EXECUTABLE, image.toString(), base.toString()));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command);
            builder.environment().put("OMP_THREAD_LIMIT", "1"); // faster for one page, and leaves the other cores alone
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
            process = builder.start();
            process.getOutputStream().close();
            long end = System.nanoTime() + limit.toNanos();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                watch.moved();
                if (System.nanoTime() > end) {
                    throw new Unreadable(
                            Kind.TIMED_OUT,
                            "Recognising it took longer than %d seconds."
                                    .formatted(Math.ceilDiv(limit.toMillis(), 1_000L)));
                }
            }
            if (process.exitValue() != 0 || Files.notExists(answer)) {
                String why =
                        Files.readString(errors, StandardCharsets.ISO_8859_1).strip();
                throw new Unreadable(
                        Kind.UNREADABLE,
                        why.isEmpty()
                                ? "Tesseract ended with exit code %d.".formatted(process.exitValue())
                                : "Tesseract ended with: " + Sentence.of(new IOException(why)));
            }
            return Files.readAllLines(answer);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            if (process != null) {
                end(process);
            }
            for (Path file : List.of(base, answer, errors)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Waits until it is gone, so that it writes nothing afterwards.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(_ -> process)
                .join();
    }

    private static @Nullable Found look() {
        try {
            List<String> version = ask("--version");
            List<String> listed = ask("--list-langs");
            List<String> names = listed.stream()
                    .skip(1)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (version.isEmpty() || Script.usable(names).isEmpty()) {
                return null;
            }
            Matcher folder = FOLDER.matcher(listed.getFirst());
            Path where = folder.find() ? Path.of(folder.group(1)) : null;
            var engine =
                    new Tesseract(version.getFirst().replace("tesseract", "").strip(), names);
            return new Found(engine, where, changed(where));
        } catch (IOException e) {
            return null; // it is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// When models were last added or taken away, with those of whole scripts, which lie in a folder below.
    private static long changed(@Nullable Path models) {
        long sum = 0;
        for (Path folder : models == null ? List.<Path>of() : List.of(models, models.resolve("script"))) {
            sum += folder.toFile().lastModified(); // 0 for none
        }
        return sum;
    }

    private static List<String> ask(String option) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(EXECUTABLE, option).redirectErrorStream(true).start();
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
