package sourcebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathJarsTest {
    @Test
    void whatTheProgramsJarNamesIsOpenedFromTheLastOn(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        jar(folder.resolve("lib/one.jar"), "");
        jar(folder.resolve("lib/two.jar"), "");
        jar(folder.resolve("program.jar"), "lib/one.jar lib/two.jar");

        assertThat(opened(folder.resolve("program.jar"))).containsExactly("two.jar", "one.jar");
    }

    @Test
    void whatIsMissingOrNoJarIsLeftToTheClassLoader(@TempDir Path folder) throws IOException {
        jar(folder.resolve("plain.jar"), "");
        jar(folder.resolve("program.jar"), "plain.jar missing.jar");

        assertThat(opened(folder.resolve("program.jar"))).isEmpty();
        assertThat(opened(folder.resolve("plain.jar"))).isEmpty();
        assertThat(opened(folder)).isEmpty();
        assertThat(opened(Path.of("one.jar:two.jar"))).isEmpty();
    }

    private static List<String> opened(Path program) throws IOException {
        List<JarFile> open = ClassPathJars.open(program);
        for (JarFile jar : open) {
            jar.close();
        }
        return open.stream()
                .map(jar -> Path.of(jar.getName()).getFileName().toString())
                .toList();
    }

    private static void jar(Path file, String named) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!named.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, named);
        }
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}
