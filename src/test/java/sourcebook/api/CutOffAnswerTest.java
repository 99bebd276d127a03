package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;

/// An answer that breaks off in the middle must be seen to: what is saved of it is no whole file.
class CutOffAnswerTest {
    private static final int DOCUMENTS = 100;

    @TempDir
    private Path folder;

    @Test
    void anExportThatFailsInTheMiddleDoesNotEndAsAWholeOneDoes() throws Exception {
        for (int i = 0; i < DOCUMENTS; i++) {
            Files.writeString(folder.resolve("a name that is rather long ".repeat(6) + i + ".txt"), "Text number " + i);
        }
        try (ApiServer server = new ApiServer(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            server.ingest().rescan();
            HttpRequest export = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.http().port() + "/api/export?format=jsonl"))
                    .build();
            String whole = client.send(export, BodyHandlers.ofString()).body();
            assertEquals(DOCUMENTS, whole.lines().count());
            assertTrue(whole.length() > 1 << 15, "more than what is kept back before anything is sent");

            spoil(whole.lines().toList().getLast());
            assertThrows(IOException.class, () -> client.send(export, BodyHandlers.ofString()));
        }
    }

    /// Makes the record of the document that comes last unreadable.
    private void spoil(String line) throws SQLException {
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]+)\".*", "$1");
        String database = "jdbc:sqlite:" + new ArchiveFolder(folder).database();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1, statement.executeUpdate("update document set described = '{' where id = unhex('" + id + "')"));
        }
    }
}
