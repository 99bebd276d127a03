package sourcebook.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The built program, started as a person starts it: by the launcher, as a process of its own. Linux only, since memory
/// is read from `/proc`.
final class Program {
    private static final Path LAUNCHER = Path.of("sourcebook").toAbsolutePath();
    private static final int POLL_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 120;

    private Program() {}

    private static ProcessBuilder launch(String javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(LAUNCHER.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOURCEBOOK_JAVA_OPTIONS", javaOptions);
        return builder;
    }

    /// @param seconds from the command to its end
    /// @param peakMegabytes most memory that was resident
    record Ran(double seconds, double peakMegabytes, String output) {}

    /// Runs a command to its end.
    static Ran run(String... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path output = Files.createTempFile("sourcebook", ".out");
        Process process = launch("", List.of(arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        double peak = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMegabytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String printed = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The program failed: " + printed);
        }
        return new Ran(seconds, peak, printed);
    }

    private static double peakMegabytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_000)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    /// A running server. Closing it ends it as a person does.
    static final class Served implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Process process;
        private final URI address;

        private Served(Process process, URI address) {
            this.process = process;
            this.address = address;
        }

        URI address() {
            return address;
        }

        long pid() {
            return process.pid();
        }

        boolean alive() {
            return process.isAlive();
        }

        /// The answer to a search with facets, as JSON.
        String search(String query) throws IOException, InterruptedException {
            return get("api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        }

        String get(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " gave " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }

        /// Bytes of what is alive on its heap, after full collections. One is not enough: what waits to be
        /// cleaned up is held until the next.
        long retained() throws IOException, InterruptedException {
            histogram();
            return histogram();
        }

        /// Of what is alive after one collection.
        private long histogram() throws IOException, InterruptedException {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            return printed.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No histogram: " + printed));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /// Starts a server and returns as soon as it has answered `query`.
    static Served serve(Path archive, String javaOptions, String query) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = launch(
                        javaOptions,
                        List.of("serve", "--archive", archive.toString(), "--port", Integer.toString(port)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Served served = new Served(process, URI.create("http://127.0.0.1:" + port + "/"));
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                served.search(query);
                return served;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > latest) {
                    served.close();
                    throw new IllegalStateException("The server does not answer.", notYet);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    /// Phrases of two words from the corpus, in quotes.
    static List<String> phrases(Setting setting, int number) throws IOException {
        SplittableRandom random = new SplittableRandom(setting.seed());
        List<Path> files = setting.corpus().files();
        List<String> phrases = new ArrayList<>();
        while (phrases.size() < number) {
            Path file = setting.corpus().folder().resolve(files.get(random.nextInt(files.size())));
            String[] words = Files.readString(file)
                    .replaceAll("[^\\p{L}\\s]", "")
                    .strip()
                    .split("\\s+");
            if (words.length > 2) {
                int first = random.nextInt(words.length - 1);
                phrases.add('"' + words[first] + ' ' + words[first + 1] + '"');
            }
        }
        return phrases;
    }
}
