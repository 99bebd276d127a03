package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.SQLiteDataSource;

class ReusedStatementsTest {
    private static final String SELECT = "select value from thing where id = ?";

    @TempDir
    private Path folder;

    private final AtomicInteger prepared = new AtomicInteger();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("things.sqlite"));
        connection = new ReusedStatements(new Counting(sqlite, prepared)).getConnection();
        update("create table thing (id integer primary key, value text not null)");
        update("insert into thing values (1, 'one'), (2, 'two')");
        prepared.set(0);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /// Connections that count what they prepare.
    private static final class Counting extends DelegatingDataSource {
        private final AtomicInteger prepared;

        Counting(SQLiteDataSource source, AtomicInteger prepared) {
            super(source);
            this.prepared = prepared;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            prepared.incrementAndGet();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }

    private int update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private String value(int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, id);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : "none";
        }
    }

    @Test
    void theSameStatementIsPreparedOnce() throws SQLException {
        assertEquals("one", value(1));
        assertEquals("two", value(2));
        assertEquals("none", value(3));
        assertEquals(1, prepared.get());
    }

    @Test
    void whatItWasAskedBeforeIsForgotten() throws SQLException {
        assertEquals("one", value(1));
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            assertTrue(!rows.next(), "no id was given");
        }
    }

    @Test
    void twoInUseAtOnceDoNotMix() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(SELECT);
                PreparedStatement two = connection.prepareStatement(SELECT)) {
            one.setInt(1, 1);
            two.setInt(1, 2);
            try (ResultSet first = one.executeQuery();
                    ResultSet second = two.executeQuery()) {
                assertTrue(first.next() && second.next());
                assertEquals("one", first.getString(1));
                assertEquals("two", second.getString(1));
            }
        }
        assertEquals("two", value(2));
        assertEquals(2, prepared.get());
    }

    @Test
    void oneThatFailedIsPreparedAnew() throws SQLException {
        String insert = "insert into thing values (2, 'again')";
        assertThrows(SQLException.class, () -> update(insert));
        update("delete from thing where id = 2");
        assertEquals(1, update(insert));
        assertEquals("again", value(2));
    }

    @Test
    void aChangedTableIsSeen() throws SQLException {
        assertEquals("one", value(1));
        update("alter table thing add column other text");
        update("update thing set value = 'first' where id = 1");
        assertEquals("first", value(1));
    }

    @Test
    void whatWasClosedIsOfNoUse() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SELECT);
        statement.close();
        statement.close();
        assertTrue(statement.isClosed());
        assertThrows(SQLException.class, statement::executeQuery);
        assertEquals("one", value(1));
    }

    @Test
    void rowsLeftOpenDoNotHoldUpOthers() throws SQLException {
        assertEquals("one", value(1)); // its rows were not read to the end
        try (Connection other = new ReusedStatements(sqliteOf()).getConnection();
                PreparedStatement statement = other.prepareStatement("delete from thing")) {
            assertEquals(2, statement.executeUpdate());
        }
        assertEquals("none", value(1));
    }

    private SQLiteDataSource sqliteOf() {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("things.sqlite"));
        return sqlite;
    }
}
