package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A worker sees what it needs and nothing of the server.
class WorkerClassPathTest {
    @TempDir
    Path folder;

    @Test
    void aWorkerSeesNoServerNoIndexAndNoDatabase() throws Exception {
        String path = WorkerClassPath.of(WorkerClassPath.current(), folder);
        try (var loader = loader(path)) {
            for (String needed : new String[] {
                "sourcebook.extraction.worker.WorkerMain",
                "org.apache.tika.parser.AutoDetectParser",
                "org.apache.pdfbox.Loader"
            }) {
                assertThat(loader.loadClass(needed)).isNotNull();
            }
            for (String barred : new String[] {
                "org.springframework.context.ApplicationContext",
                "org.springframework.boot.SpringApplication",
                "com.vaadin.flow.component.Component",
                "org.apache.lucene.index.IndexWriter",
                "org.sqlite.JDBC",
                "org.flywaydb.core.Flyway",
                "org.apache.catalina.startup.Tomcat"
            }) {
                assertThatThrownBy(() -> loader.loadClass(barred)).isInstanceOf(ClassNotFoundException.class);
            }
        }
    }

    /// As in Boot's extracted layout: the application's jar names the jars of `lib/` in its manifest.
    @Test
    void aManifestIsFollowedJarByJar() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("app/lib"));
        jar(lib.resolve("tika-core-1.jar"), null, "org/tika/One.class");
        jar(lib.resolve("spring-core-1.jar"), null, "org/springframework/Two.class");
        Path app = folder.resolve("app/app.jar");
        jar(
                app,
                "lib/tika-core-1.jar lib/spring-core-1.jar",
                "sourcebook/extraction/worker/X.class",
                "sourcebook/ui/Y.class");

        String path = WorkerClassPath.of(app.toString(), folder);
        assertThat(path.split(File.pathSeparator))
                .hasSize(2)
                .contains(lib.resolve("tika-core-1.jar").toString());
        try (var loader = loader(path)) {
            assertThat(loader.getResource("sourcebook/extraction/worker/X.class"))
                    .isNotNull();
            assertThat(loader.getResource("org/tika/One.class")).isNotNull();
            assertThat(loader.getResource("sourcebook/ui/Y.class")).isNull();
            assertThat(loader.getResource("org/springframework/Two.class")).isNull();
        }
    }

    private static URLClassLoader loader(String path) throws Exception {
        var entries = path.split(File.pathSeparator);
        var urls = new URL[entries.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(entries[i]).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static void jar(Path file, @org.jspecify.annotations.Nullable String classPath, String... names)
            throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String name : names) {
                jar.putNextEntry(new ZipEntry(name));
            }
        }
    }
}
