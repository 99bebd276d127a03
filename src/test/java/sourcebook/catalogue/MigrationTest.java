package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

/// Archives of earlier versions open, and what is new is worked out for their documents.
class MigrationTest {
    @TempDir
    private Path folder;

    @Test
    void anArchiveOfTheFirstVersionOpensWithAllItHad() {
        SQLiteDataSource old = source();
        Flyway.configure()
                .dataSource(old)
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        fill(JdbcClient.create(old));
        check();
    }

    /// As the archives of the first version are: later migrations of other rooms came before the second of this one.
    @Test
    void migrationsOfOtherRoomsDoNotStandInTheWay() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        for (String name : List.of("V1__catalogue.sql", "V20__citation.sql", "V30__access.sql")) {
            try (InputStream in = MigrationTest.class.getResourceAsStream("/db/migration/" + name)) {
                Files.copy(in, migrations.resolve(name));
            }
        }
        SQLiteDataSource old = source();
        Flyway.configure()
                .dataSource(old)
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        fill(JdbcClient.create(old));
        check();
    }

    /// Texts, mentions and extractions that were kept by ids lie where those of new documents do.
    @Test
    void whatWasKeptByIdsIsKeptByNumbers() {
        SQLiteDataSource old = source();
        Flyway.configure()
                .dataSource(old)
                .locations("classpath:db/migration")
                .target("41")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(old);
        for (int number = 1; number <= 3; number++) {
            jdbc.sql("""
                            insert into document (id, sequence, media_type, size, added, pages, text_from_ocr, warnings,
                              inferred, described, present, number, rules, kept, needs_ocr, folder, stated, weaknesses)
                            values (:id, :number, 'text/plain', 9, 1, 2, 0, '[]', '{"title":null,"creators":[],
                              "date":null,"source":null,"about":[],"publishedIn":[],"language":null,"type":null,
                              "url":null,"custom":{}}', '', 1, :place, 7, 1, 0, '', 0, 0)
                            """)
                    .param("id", id(number).value())
                    .param("number", number)
                    .param("place", 4 - number) // ids and numbers are in different orders
                    .update();
            jdbc.sql("""
                            insert into document_text (document_id, body_start, page_starts, page_languages, body, furniture)
                            values (:id, 2, '[0,4]', '["en","fr"]', :body, :furniture)
                            """)
                    .param("id", id(number).value())
                    .param("body", frame("Text " + number))
                    .param("furniture", frame("Menu " + number))
                    .update();
        }
        jdbc.sql("insert into document_mentions values (:id, :mentions)")
                .param("id", id(2).value())
                .param("mentions", frame("FR 0 4\nSUHH 1 2\n"))
                .update();
        jdbc.sql("insert into document_extracted values (:id, x'0102')")
                .param("id", id(3).value())
                .update();
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue catalogue = new Catalogue(database);
            for (int number = 1; number <= 3; number++) {
                assertEquals(
                        new DocumentText("Text " + number, 2, List.of(0, 4), "Menu " + number, List.of("en", "fr")),
                        catalogue.text(id(number)).orElseThrow());
            }
            assertEquals(List.of(new Mention("FR", 0, 4), new Mention("SUHH", 1, 3)), catalogue.mentions(id(2)));
            assertEquals(List.of(), catalogue.mentions(id(3)));
            assertArrayEquals(
                    new byte[] {1, 2}, catalogue.kept(id(3)).orElseThrow().extracted());
            assertTrue(catalogue.kept(id(1)).isEmpty());
            catalogue.forgetExtraction(id(3));
            assertTrue(catalogue.kept(id(3)).isEmpty());
        }
    }

    private SQLiteDataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("catalogue.sqlite"));
        return source;
    }

    private static void fill(JdbcClient jdbc) {
        document(jdbc, 1, "a/one.html", """
                {"title":{"value":"A title","evidence":{"rule":"og:title","text":"","confidence":"HIGH"}},
                 "creators":[],"date":null,"source":null,"about":[],"publishedIn":[],"language":null,"type":null,
                 "url":{"value":"https://www.example.org/1","evidence":{"rule":"url","text":"","confidence":"HIGH"}},
                 "custom":{}}""", null, 1);
        document(jdbc, 2, "b.zip!/scan.png", """
                {"title":null,"creators":[],"date":null,"source":null,"about":[],"publishedIn":[],"language":null,
                 "type":null,"url":null,"custom":{}}""", "needs OCR", 1);
        document(jdbc, 3, "gone.txt", """
                {"title":null,"creators":[],"date":null,"source":null,"about":[],"publishedIn":[],"language":null,
                 "type":null,"url":null,"custom":{}}""", null, 0);
        jdbc.sql("""
                        insert into edit (batch, document_id, field, before_value, after_value, who, made)
                        values (1, :id, 'SOURCE', '[]', '["The Outlet"]', 'ada', 1)
                        """).param("id", id(1).value()).update();
        jdbc.sql("update change_sequence set value = 3").update();
    }

    private static void document(
            JdbcClient jdbc, int number, String place, String record, String withoutText, int present) {
        String[] parts = place.split("!/", 2);
        jdbc.sql("""
                        insert into document values (:id, :number, 'text/html', 9, 1, 1, :withoutText, 0, '[]', :record,
                          :record, :present)
                        """)
                .param("id", id(number).value())
                .param("number", number)
                .param("withoutText", withoutText)
                .param("record", record)
                .param("present", present)
                .update();
        jdbc.sql("insert into document_text values (:id, 0, '[0]', :body, :furniture)")
                .param("id", id(number).value())
                .param("body", frame("Text " + number))
                .param("furniture", frame(""))
                .update();
        jdbc.sql("""
                        insert into ledger (path, inner_path, size, modified, document_id, outcome, sequence, received,
                          updated) values (:path, :inner, 9, 1, :id, :outcome, :number, 1, 1)
                        """)
                .param("path", parts[0])
                .param("inner", parts.length == 1 ? "" : parts[1])
                .param("id", id(number).value())
                .param("outcome", present == 1 ? "INDEXED" : "REMOVED")
                .param("number", number)
                .update();
    }

    /// As texts were once packed.
    private static byte[] frame(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8), 6);
    }

    private void check() {
        for (int opening = 1; opening <= 2; opening++) { // the second finds nothing left to migrate
            try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
                Catalogue catalogue = new Catalogue(database);
                assertEquals("Text 1", catalogue.text(id(1)).orElseThrow().text());
                assertEquals(
                        "The Outlet",
                        catalogue.find(id(1)).orElseThrow().record().sourceText());
                assertEquals(2, catalogue.pages(), "the third is gone");
                assertTrue(catalogue.needsOcr(id(2)));
                assertFalse(catalogue.isKept(id(1)));
                assertEquals(List.of(), catalogue.mentions(id(1)));
                assertEquals(List.of(id(1), id(2)), catalogue.describedByOtherRules(7, false, 10));
                assertEquals(opening == 1 ? 3 : 0, catalogue.examine(10));
                assertEquals(0, catalogue.examine(10));
                assertEquals(
                        List.of(id(2)),
                        catalogue.weak(RecordField.TITLE, Weakness.MISSING, 0, 10).stream()
                                .map(CataloguedDocument::id)
                                .toList());
                assertEquals(List.of(id(2)), catalogue.weakIds(RecordField.SOURCE, Weakness.MISSING, 10));
                assertEquals(
                        new Weaknesses(RecordField.DATE, 2, 0),
                        catalogue.weaknesses().get(2));
            }
        }
    }

    private static DocumentId id(int number) {
        return new DocumentId(String.format("%064x", number));
    }
}
