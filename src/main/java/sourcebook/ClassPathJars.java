package sourcebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// The jars that the program's own jar names. The first search for a service or a resource opens every one of them, one
/// after the other: ninety thousand entries. Here they are opened from the last to the first on a thread of their own,
/// so that whoever searches finds the later half open; the JDK reads a jar once for all who have it open.
final class ClassPathJars {
    /// They stay open as long as the program runs, as those of its class loader do.
    @SuppressWarnings("unused") // only held
    private static volatile List<JarFile> held = List.of();

    private ClassPathJars() {}

    /// Begins, and returns at once.
    static void open() {
        String path = System.getProperty("java.class.path", "");
        Thread.ofPlatform().name("jars").daemon().start(() -> held = open(Path.of(path)));
    }

    /// @param program the jar whose manifest names the others; of anything else nothing is opened
    /// @return the open jars, the last first
    static List<JarFile> open(Path program) {
        List<JarFile> open = new ArrayList<>();
        try (JarFile jar = new JarFile(program.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (named != null) {
                for (String name : Arrays.asList(named.split(" ")).reversed()) {
                    open.add(new JarFile(Path.of(program.toUri().resolve(name)).toFile()));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return open; // tests have a path of many; and whoever needs what is missing says so
        }
        return open;
    }
}
