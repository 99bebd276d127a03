package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The installed `opj_decompress` of the OpenJPEG project, which reads JPEG 2000 (ISO/IEC 15444-1): no decoder of a
/// free licence runs in Java. It has so much time for a picture; [Jpeg2000Reader] asks for none that is too large.
/// Thread-safe.
final class OpenJpeg {
    private static final String EXECUTABLE = System.getProperty("sourcebook.openjpeg", "opj_decompress");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static volatile boolean missing;
    private static volatile long lookedAt;

    private OpenJpeg() {}

    /// Whether it can be asked. It is looked for again after a minute, since a person may install it meanwhile.
    static boolean installed() {
        if (missing && System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
            return false;
        }
        if (lookedAt == 0 || missing) {
            missing = !starts();
            lookedAt = System.nanoTime();
        }
        return !missing;
    }

    private static boolean starts() {
        try {
            Process process = new ProcessBuilder(EXECUTABLE, "-h")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException none) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The picture as a PNM file's bytes.
    ///
    /// @param ending of the file's name, by which the program tells its wrapping: `.jp2` or `.j2k`
    /// @throws IOException when it cannot be read, or not in time
    static byte[] pnm(byte[] picture, String ending) throws IOException {
        Path folder = Files.createTempDirectory("jpeg2000");
        Path in = folder.resolve("in" + ending);
        Path out = folder.resolve("out.pnm");
        try {
            Files.write(in, picture);
            run(in, out);
            return Files.readAllBytes(out);
        } finally {
            delete(folder);
        }
    }

    /// With whatever the program made in it: of components of different sizes it writes a file each.
    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static void run(Path in, Path out) throws IOException {
        Process process = new ProcessBuilder(EXECUTABLE, "-i", in.toString(), "-o", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            process.onExit().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (process.exitValue() != 0 || Files.notExists(out)) {
                throw new IOException("OpenJPEG cannot read the picture: exit code " + process.exitValue() + ".");
            }
        } catch (TimeoutException late) {
            throw new IOException("The JPEG 2000 picture took longer than " + LIMIT.toSeconds() + " seconds.", late);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ending);
        } catch (ExecutionException impossible) {
            throw new IOException(impossible);
        } finally {
            process.destroyForcibly();
        }
    }
}
