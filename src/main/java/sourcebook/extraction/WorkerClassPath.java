package sourcebook.extraction;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// The class path of a worker: the parent's own, less all that a document must never reach (Spring, Vaadin, Lucene,
/// the database, the web server).
///
/// A jar whose manifest names further jars (Boot's extracted layout, a test runner's booter) would bring them all back
/// in, since the JVM follows such manifests: their jars are listed singly, and of the jar itself only the classes of
/// this room are copied, into a jar without a manifest.
final class WorkerClassPath {
    private static final List<String> NOT_FOR_WORKERS = List.of(
            "spring-",
            "vaadin-",
            "flow-",
            "lucene-",
            "sqlite-",
            "postgresql-",
            "HikariCP",
            "flyway-",
            "tomcat-",
            "logback-",
            "jul-to-slf4j",
            "hibernate-",
            "swagger-",
            "springdoc-",
            "citeproc-",
            "styles-",
            "locales-",
            "picocli-",
            "jackson-",
            "micrometer-",
            "reactor-",
            "collaboration-engine",
            "atmosphere-",
            "antlr4-",
            "language-detector",
            "playwright-",
            "driver-",
            "junit-",
            "archunit");
    private static final String ROOM = "sourcebook/extraction/";

    private WorkerClassPath() {}

    /// The parent's class path; in front of it that of a class loader that some test runners make for the classes.
    static String current() {
        String path = System.getProperty("java.class.path");
        if (WorkerClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            String own = Arrays.stream(loader.getURLs())
                    .filter(url -> url.getProtocol().equals("file"))
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
            return own + File.pathSeparator + path;
        }
        return path;
    }

    /// @param parent the parent's class path, as in `java.class.path`
    /// @param folder where a copied jar may lie, existing
    static String of(String parent, Path folder) {
        Set<Path> entries = new LinkedHashSet<>();
        int copied = 0;
        for (String element : parent.split(File.pathSeparator, -1)) {
            Path path = Path.of(element).toAbsolutePath().normalize();
            if (element.isEmpty() || !Files.exists(path)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                entries.add(path);
                continue;
            }
            Collection<Path> named = namedInManifest(path);
            if (named.isEmpty()) {
                entries.add(path);
            } else {
                Path copy = folder.resolve("room-" + copied++ + ".jar");
                if (copyRoom(path, copy)) {
                    entries.add(copy);
                }
                entries.addAll(named);
            }
        }
        return entries.stream()
                .filter(WorkerClassPath::forWorkers)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean forWorkers(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return Files.isDirectory(entry) || NOT_FOR_WORKERS.stream().noneMatch(name::startsWith);
    }

    private static Collection<Path> namedInManifest(Path jar) {
        Set<Path> named = new LinkedHashSet<>();
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String value =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            if (value != null) {
                for (String relative : value.trim().split("\\s+", -1)) {
                    Path path = Path.of(jar.toUri().resolve(relative));
                    if (Files.exists(path)) {
                        named.add(path.normalize());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
        return named;
    }

    private static boolean copyRoom(Path jar, Path copy) {
        boolean any = false;
        try (var file = new JarFile(jar.toFile());
                var out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith(ROOM) && !entry.isDirectory()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (var in = file.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    any = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the worker's classes out of " + jar, e);
        }
        return any;
    }
}
