package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Folders of dead processes go, those of the living stay.
class SpoolFolderTest {
    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left = Files.createTempDirectory("sourcebook-worker-" + dead.pid() + "-");
        Files.writeString(left.resolve("page.pgm"), "half a page");
        Path own = SpoolFolder.create("sourcebook-worker");
        Path foreign = Files.createTempDirectory("sourcebook-");
        try {
            SpoolFolder.sweep();
            assertThat(left).doesNotExist();
            assertThat(own).exists();
            assertThat(foreign).exists();
        } finally {
            SpoolFolder.delete(own);
            SpoolFolder.delete(foreign);
        }
    }
}
