package sourcebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, with a `java` that writes down how it was called: whatever becomes of the
/// start-up caches, the program starts.
class LauncherTest {
    @TempDir
    Path home;

    private Path app;
    private Path calls;

    @BeforeEach
    void lay() throws IOException {
        Files.copy(Path.of("sourcebook"), home.resolve("sourcebook"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        app = Files.createDirectories(home.resolve("target/app"));
        Files.createFile(app.resolve(".built"));
        calls = home.resolve("calls");
        Path bin = Files.createDirectories(home.resolve("jdk/bin"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        script(bin.resolve("javac"), "exit 0");
        java("exit 0");
    }

    private void java(String then) throws IOException {
        script(home.resolve("jdk/bin/java"), "echo \"$*\" >>'" + calls + "'\n" + then);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /// Every call of `java`, in order.
    private List<String> launch(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of("bash", home.resolve("sourcebook").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().remove("SOURCEBOOK_JAVA_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return Files.readAllLines(calls);
    }

    @Test
    void aCacheIsTrainedOnceAndUsed() throws Exception {
        java("for word in \"$@\"; do case $word in -XX:AOTCacheOutput=*) echo x >\"${word#*=}\" ;; esac; done");
        List<String> first = launch("serve", "--port", "0");
        assertEquals(3, first.size(), "the server and a search are rehearsed, then the server starts");
        assertTrue(first.get(0).contains("-Dsourcebook.rehearsal=true"), first.get(0));
        assertTrue(first.get(2).contains("-XX:AOTCache=" + app.resolve("serve.aot")), first.get(2));
        assertTrue(first.get(2).endsWith("serve --port 0"), first.get(2));
        List<String> second = launch("search", "peace");
        assertEquals(4, second.size(), "nothing is trained a second time");
        assertTrue(second.get(3).contains("-XX:AOTCache=" + app.resolve("command.aot")), second.get(3));
    }

    @Test
    void trainingThatFailsIsNotTriedAgainAndHindersNothing() throws Exception {
        java("case \"$*\" in *AOTCacheOutput*) exit 1 ;; esac");
        String started = launch("serve").getLast();
        assertFalse(started.contains("AOTCache"), started);
        assertTrue(started.endsWith("serve"), started);
        assertEquals(4, launch("serve").size());
    }

    @Test
    void anotherJdkHasItsCachesTrainedAnew() throws Exception {
        launch("serve");
        Files.writeString(home.resolve("jdk/release"), "MORE=\"other\"\n", StandardOpenOption.APPEND);
        assertEquals(6, launch("serve").size());
    }

    @Test
    void theJvmStartsWithACacheThatIsNone() throws Exception {
        Path broken = Files.writeString(home.resolve("broken.aot"), "no cache at all");
        for (Path cache : List.of(broken, home.resolve("missing.aot"))) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:AOTCache=" + cache,
                            "-Xlog:aot=off",
                            "-Xlog:cds=off",
                            "-version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
        }
    }
}
