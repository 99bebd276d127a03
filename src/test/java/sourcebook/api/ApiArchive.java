package sourcebook.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/// A small archive with its server. Tests that change it leave it as they found it.
final class ApiArchive implements AutoCloseable {
    static final String SCHOLARS = """
            Scholars from Kenya met in Nairobi. The exchange programme began there.

            The exchange programme of Tanzania followed two years later.
            """;
    static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Training &lt;script&gt;alert(1)&lt;/script&gt; abroad</title></head>
            <body><article><h1>Training abroad</h1><p>Nurses trained in Ghana came home with new skills, and the hospitals
            of Accra were glad of every one of them.</p><p>A second group will leave in spring.</p></article></body></html>
            """;
    static final String FORMULA = "=cmd, \"now\".txt";

    private final Path folder;
    private final ApiServer server;

    private ApiArchive() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("sourcebook-api");
        Files.writeString(folder.resolve("scholars.txt"), SCHOLARS);
        Files.writeString(folder.resolve("page.html"), PAGE);
        Files.writeString(folder.resolve(FORMULA), "A treaty on lorries.");
        Files.writeString(folder.resolve("Ünï \u202egnp.txt"), "A file with an odd name.");
        Files.writeString(folder.resolve("to-edit.txt"), "A text whose record is edited.");
        Files.writeString(folder.resolve("metadata.csv"), """
                path,title,source,date,country
                scholars.txt,The scholars,"Gazette, The Daily",2014-07-18,KE
                to-edit.txt,To edit,"Gazette, The Daily",2016,TZ
                """);
        Files.writeString(folder.resolve(".DS_Store"), "junk");
        server = new ApiServer(folder);
        server.ingest().rescan();
    }

    Path folder() {
        return folder;
    }

    ApiServer server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /// Gives the one archive to every test class that asks for it; it is closed after the last.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ApiArchive.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(ApiArchive.class))
                    .computeIfAbsent(ApiArchive.class, _ -> opened(), ApiArchive.class);
        }

        private static ApiArchive opened() {
            try {
                return new ApiArchive();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
