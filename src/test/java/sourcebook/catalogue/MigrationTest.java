package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

    /// Who reads alone migrates nothing, and must not take an older form for an archive without documents.
    @Test
    void whoOnlyReadsAnOlderArchiveIsToldSo() {
        SQLiteDataSource old = source();
        Flyway.configure()
                .dataSource(old)
                .locations("classpath:db/migration")
                .target("7")
                .load()
                .migrate();
        Path file = folder.resolve("catalogue.sqlite");
        String told = assertThrows(IllegalArgumentException.class, () -> Database.openReadOnly(file))
                .getMessage();
        assertTrue(told.contains("an earlier version"), told);
        Database.open(file).close();
        try (Database reader = Database.openReadOnly(file)) {
            assertEquals(
                    Database.MIGRATIONS,
                    reader.jdbc()
                            .sql("select count(*) from flyway_schema_history where success = 1 and type = 'SQL'")
                            .query(Integer.class)
                            .single());
        }
        JdbcClient.create(old).sql("pragma user_version = 1000").update();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Database.openReadOnly(file))
                .getMessage()
                .contains("a later version"));
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

    /// Ids stood in every table that says something of a document; now its number does, and the id is kept once.
    @Test
    void whatWasKnownByIdsIsKnownByNumbers() {
        ofIds(3);
        checkOfIds(3);
    }

    /// A migration that cannot be finished leaves the archive as it was.
    @Test
    void whatIsNotFinishedIsTakenBack() {
        ofIds(3);
        JdbcClient jdbc = JdbcClient.create(source());
        jdbc.sql("create table numbered_ledger (in_the_way integer)").update();
        assertThrows(
                RuntimeException.class,
                () -> Database.open(folder.resolve("catalogue.sqlite")).close());
        assertEquals(
                List.of(id(1).value(), id(2).value(), id(3).value()),
                jdbc.sql("select id from document order by id")
                        .query(String.class)
                        .list());
        jdbc.sql("drop table numbered_ledger").update();
        checkOfIds(3);
    }

    /// Kills a process that has carried out some statements of a migration, of which part is in the log of the database
    /// already.
    @Test
    void aProcessKilledInTheMiddleOfAMigrationLosesNothing() throws Exception {
        int documents = 500; // more than the killed process keeps in memory
        ofIds(documents);
        for (int statements : List.of(2, 4, 10, 14, 20)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HalfMigration.class.getName(),
                            folder.resolve("catalogue.sqlite").toString(),
                            "V44__documents_by_number.sql",
                            Integer.toString(statements))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var said = process.inputReader()) {
                assertEquals(HalfMigration.READY, said.readLine());
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertEquals(
                    documents,
                    JdbcClient.create(source())
                            .sql("select count(*) from document where typeof(id) = 'text'")
                            .query(Integer.class)
                            .single());
        }
        checkOfIds(documents);
    }

    /// An archive whose tables know documents by their ids.
    private void ofIds(int documents) {
        SQLiteDataSource old = source();
        Flyway.configure()
                .dataSource(old)
                .locations("classpath:db/migration")
                .target("43")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(old);
        jdbc.sql("insert into story (id, made) values (7, 1)").update();
        jdbc.sql("insert into story_decision (id, kind, who, made) values (3, 'JOIN', 'ada', 1)")
                .update();
        for (int number = 1; number <= documents; number++) {
            String id = id(number).value();
            jdbc.sql("""
                            insert into document (id, sequence, media_type, size, added, pages, text_from_ocr, warnings,
                              inferred, described, present, number, rules, kept, needs_ocr, folder, stated, weaknesses)
                            values (:id, :number, 'text/plain', 9, 1, 2, 0, '["odd"]', '{"title":null,"creators":[],
                              "date":null,"source":null,"about":[],"publishedIn":[],"language":null,"type":null,
                              "url":null,"custom":{}}', '', 1, :place, 7, 1, 0, :folder, 0, 0)
                            """)
                    .param("id", id)
                    .param("number", number)
                    .param("place", documents + 1 - number) // ids and numbers are in different orders
                    .param("folder", "a/" + number % 2)
                    .update();
            jdbc.sql("insert into document_text values (:place, 0, '', '', :body, x'', x'', x'')")
                    .param("place", documents + 1 - number)
                    .param("body", frame("Text " + number))
                    .update();
            jdbc.sql("""
                            insert into ledger (path, inner_path, size, modified, document_id, outcome, sequence,
                              received, updated) values (:path, '', 9, 1, :id, 'INDEXED', :number, 1, :number)
                            """)
                    .param("path", "a/" + number % 2 + "/" + number + ".txt")
                    .param("id", id)
                    .param("number", number)
                    .update();
            jdbc.sql("insert into story_text (id, word_hash, sketch) values (:number, :number, x'0000000000000001')")
                    .param("number", number)
                    .update();
            jdbc.sql("insert into story_copy (document_id, text_id, present, story_id, joined)"
                            + " values (:id, :number, 1, :story, 1)")
                    .param("id", id)
                    .param("number", number)
                    .param("story", number < 3 ? 7 : null)
                    .update();
        }
        jdbc.sql("""
                        insert into ledger (path, inner_path, size, modified, document_id, outcome, reason, received,
                          updated) values ('a/broken.pdf', '', 9, 1, :id, 'FAILED', 'it is broken', 1, 0)
                        """).param("id", id(9_999).value()).update();
        jdbc.sql("""
                        insert into edit (batch, document_id, field, before_value, after_value, who, made)
                        values (1, :id, 'SOURCE', '[]', '["The Outlet"]', 'ada', 1)
                        """).param("id", id(2).value()).update();
        jdbc.sql("insert into story_decision_document (decision_id, document_id) values (3, :one), (3, :other)")
                .param("one", id(1).value())
                .param("other", id(2).value())
                .update();
        jdbc.sql("update change_sequence set value = :last")
                .param("last", documents)
                .update();
    }

    private void checkOfIds(int documents) {
        for (int opening = 1; opening <= 2; opening++) {
            try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
                Catalogue catalogue = new Catalogue(database);
                Ledger ledger = new Ledger(database);
                for (int number = 1; number <= documents; number++) {
                    CataloguedDocument document = catalogue.find(id(number)).orElseThrow();
                    assertEquals(number, document.sequence());
                    assertEquals(List.of("odd"), document.warnings());
                    assertEquals(List.of(Location.of("a/" + number % 2 + "/" + number + ".txt")), document.locations());
                    assertEquals(number < 3 ? "s7" : null, document.story());
                    assertEquals(
                            number == 2 ? "The Outlet" : null, document.record().sourceText());
                    assertEquals(
                            "Text " + number,
                            catalogue.text(id(number)).orElseThrow().text());
                    assertEquals(id(number), ledger.find(number).orElseThrow().document());
                }
                assertEquals(
                        id(documents),
                        catalogue.describedByOtherRules(8, true, 1).getFirst(),
                        "in order of adding");
                assertEquals(id(9_999), ledger.find(documents + 1).orElseThrow().document(), "of no document");
                assertEquals(
                        List.of("a/broken.pdf"),
                        ledger.entries(Outcome.FAILED, "", 0, 9).stream()
                                .map(entry -> entry.location().path())
                                .toList());
                assertEquals(
                        List.of(id(1), id(2)),
                        catalogue.stories().decisions(id(2)).getFirst().documents());
                assertEquals(1, catalogue.edits(id(2)).size());
                assertEquals(
                        List.of(id(2)),
                        catalogue.findByPrefix(id(2).value()).stream()
                                .map(CataloguedDocument::id)
                                .toList());
                assertTrue(catalogue.findByPrefix("000000").isEmpty(), "not of one alone");
            }
        }
    }

    private SQLiteDataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("catalogue.sqlite"));
        source.setSynchronous("OFF"); // of what is prepared here nothing must outlive the machine
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
