package sourcebook.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// The few statements that are run for each document, without what makes others pleasant to write: values are given in
/// the order of their question marks, and none of the layers between is asked. On the way of a new document those took
/// a sixth of the writer's time. Inside a transaction they belong to it. Thread-safe.
final class Statements {
    private final DataSource source;

    /// @param source over [ReusedStatements]
    Statements(DataSource source) {
        this.source = source;
    }

    /// Reads the row at which a result stands; columns from 1.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes the row at which a result stands; columns from 1.
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    void update(String sql, @Nullable Object... values) {
        run(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /// The same statement with each of these rows of values.
    void updateAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        run(sql, statement -> {
            for (Object[] values : rows) {
                bind(statement, values);
                statement.executeUpdate();
            }
            return rows.size();
        });
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    void each(String sql, Taker taker, @Nullable Object... values) {
        run(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
            return values;
        });
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return run(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                T found = reader.read(rows);
                while (rows.next()) {} // a statement that changes something is done when it has no more rows
                return Optional.of(found);
            }
        });
    }

    /// The one number that a statement gives.
    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow(() -> new IllegalStateException("No row: " + sql));
    }

    private <T> T run(String sql, Work<T> work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            ReusedStatements.Kept kept = connection.unwrap(ReusedStatements.Kept.class);
            PreparedStatement statement = kept.take(sql);
            boolean done = false;
            try {
                T result = work.of(statement);
                done = true;
                return result;
            } finally {
                if (done) {
                    kept.giveBack(sql, statement);
                } else {
                    statement.close();
                }
            }
        } catch (SQLException refused) {
            throw new UncategorizedSQLException("A statement of the catalogue", sql, refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Boolean bit -> statement.setInt(i + 1, bit ? 1 : 0);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> throw new IllegalArgumentException("No value of a column: " + values[i].getClass());
            }
        }
    }
}
