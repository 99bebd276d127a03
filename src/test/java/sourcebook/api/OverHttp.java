package sourcebook.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import sourcebook.access.RawHttp;
import tools.jackson.databind.JsonNode;

/// Tests of the REST interface that share one small archive and its server.
@ExtendWith(ApiArchive.Shared.class)
abstract class OverHttp {
    final ApiServer server;
    final RawHttp http;
    final Path folder;

    OverHttp(ApiArchive archive) {
        server = archive.server();
        http = server.http();
        folder = archive.folder();
    }

    int total(String path) throws IOException {
        return server.json(path).get("total").intValue();
    }

    /// The id of the document at a path, by way of the ledger.
    String id(String path) throws IOException {
        for (JsonNode entry : server.json("/api/ledger?limit=1000").get("entries")) {
            if (entry.get("path").stringValue().equals(path)) {
                return entry.get("document").stringValue();
            }
        }
        throw new AssertionError(path + " is not in the ledger: " + ledger());
    }

    /// Writes a file and has it read.
    void add(String path, String content) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(path), content);
        server.ingest().rescan();
    }

    void remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
        try {
            server.ingest().rescan();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String ledger() {
        try {
            return http.get("/api/ledger.csv").text();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
