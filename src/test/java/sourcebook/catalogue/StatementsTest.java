package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class StatementsTest {
    @TempDir
    private Path folder;

    private Database database;
    private Statements statements;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("catalogue.sqlite"));
        statements = database.statements();
        statements.update("create table thing (id integer primary key, text text, number integer, bytes blob)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void valuesOfAllKindsComeBack() {
        statements.update("insert into thing values (?, ?, ?, ?)", 1L, "one", true, new byte[] {1, 2});
        statements.update("insert into thing values (?, ?, ?, ?)", 2, null, null, null);
        assertEquals(
                List.of("1 one 1", "2 null 0"),
                statements.list(
                        "select id, text, number from thing order by id",
                        row -> row.getLong(1) + " " + row.getString(2) + " " + row.getInt(3)));
        assertArrayEquals(
                new byte[] {1, 2},
                statements
                        .first("select bytes from thing where id = ?", row -> row.getBytes(1), 1)
                        .orElseThrow());
        assertEquals(Optional.empty(), statements.first("select id from thing where id = ?", row -> row.getInt(1), 3));
        assertThrows(IllegalStateException.class, () -> statements.number("select id from thing where id = ?", 3));
        assertThrows(IllegalArgumentException.class, () -> statements.update("delete from thing where id = ?", 'x'));
        assertEquals(2, statements.number("select count(*) from thing"));
    }

    @Test
    void aStatementOfATransactionGoesWithIt() {
        assertThrows(
                IllegalStateException.class,
                () -> database.writeOnly(() -> {
                    assertEquals(7, statements.number("insert into thing (id) values (?) returning id", 7));
                    assertEquals(1, statements.number("select count(*) from thing"), "seen within");
                    throw new IllegalStateException("taken back");
                }));
        assertEquals(0, statements.number("select count(*) from thing"));
        database.writeOnly(() -> statements.updateAll(
                "insert into thing (id, text) values (?, ?)", List.of(new Object[] {1, "a"}, new Object[] {2, "b"})));
        assertEquals(2, statements.number("select count(*) from thing"));
    }

    @Test
    void aRefusedStatementIsSaidAndTheNextOneRuns() {
        statements.update("insert into thing (id) values (?)", 1);
        DataAccessException refused = assertThrows(
                DataAccessException.class, () -> statements.update("insert into thing (id) values (?)", 1));
        assertTrue(refused.getMessage().contains("insert into thing"), refused.getMessage());
        statements.update("insert into thing (id) values (?)", 2);
        assertEquals(2, statements.number("select count(*) from thing"));
    }

    @Test
    void statementsAreKeptAndCounted() {
        long before = database.work().of("select count(*) from thing");
        for (int i = 0; i < 3; i++) {
            statements.number("select count(*) from thing");
        }
        assertEquals(before + 3, database.work().of("select count(*) from thing"));
    }

    @Test
    void pagesOfANewFileAreLarge() {
        assertEquals(8_192, statements.number("pragma page_size"));
        assertEquals(
                "wal",
                statements.first("pragma journal_mode", row -> row.getString(1)).orElseThrow());
    }
}
