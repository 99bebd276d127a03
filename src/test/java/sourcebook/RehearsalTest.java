package sourcebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    /// Another process, since this one may have loaded the library already.
    @Test
    void theDriverLoadsTheLibraryThatWasKept(@TempDir Path folder) throws IOException, InterruptedException {
        Path kept = folder.resolve("native");
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        Rehearsal.keepLibrary(kept);
        Rehearsal.keepLibrary(kept); // as after a change of the JDK

        Process opened = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.lib.path=" + kept,
                        "-Dorg.sqlite.tmpdir=" + unpacked,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opened.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(opened.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(opened.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(printed).contains("open").contains("none unpacked");
        assertThat(opened.exitValue()).isZero();
    }

    /// Opens a database in memory and says whether the driver had to unpack its library for that.
    static final class Opened {
        public static void main(String[] arguments) throws Exception {
            try (var database = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Stream<Path> unpacked = Files.list(Path.of(System.getProperty("org.sqlite.tmpdir")))) {
                System.out.println(database.isClosed() ? "closed" : "open");
                System.out.println(unpacked.findAny().isPresent() ? "unpacked" : "none unpacked");
            }
        }
    }
}
