package sourcebook.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recoll as Debian packages it: a native indexer, run once over a folder of PDF files with settings, index and home of
/// its own, at the priority that Sourcebook has. It is a process each time, as people run it: its start and end are
/// timed.
final class Recoll implements Rounds.Opened {
    private static final Pattern TOTAL = Pattern.compile("(?m)^(\\d+) results");

    private final Path home;
    private final int documents;

    /// @param home an empty folder
    /// @param folder of PDF files
    /// @param documents that it must find there at least
    Recoll(Path home, Path folder, int documents) throws IOException {
        this.home = home;
        this.documents = documents;
        Files.writeString(home.resolve("recoll.conf"), """
                topdirs = "%s"
                indexStoreDocText = 1
                noaspell = 1
                followLinks = 1
                idxniceprio = 0
                """.formatted(folder));
    }

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "recollindex"))
                .anyMatch(Files::isExecutable);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ask("recollindex", "-z");
    }

    /// The answers are held against the folder, too: an indexer that leaves files out is quicker.
    @Override
    public void close() throws IOException, InterruptedException {
        String answer = ask("recollq", "-n", "1", "mime:application/pdf");
        Matcher total = TOTAL.matcher(answer);
        if (!total.find() || Integer.parseInt(total.group(1)) < documents) {
            throw new IllegalStateException("Recoll did not index all documents: " + answer);
        }
    }

    private String ask(String... command) throws IOException, InterruptedException {
        Path output = home.resolve(command[0] + ".output");
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("RECOLL_CONFDIR", home.toString());
        builder.redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed: " + Files.readString(output));
            }
        } finally {
            process.destroy();
        }
        return Files.readString(output);
    }
}
