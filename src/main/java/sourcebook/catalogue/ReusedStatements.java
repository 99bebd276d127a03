package sourcebook.catalogue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Gives connections that keep their prepared statements. Saving a document takes some sixty statements, always the
/// same ones, and SQLite reads and plans each anew: a quarter of the writer's time. Stands below the pool, which would
/// close them.
///
/// Each connection is used by one thread at a time, as JDBC asks; the source itself is thread-safe.
final class ReusedStatements extends DelegatingDataSource {
    /// Statements kept for a connection; some kilobytes each. The catalogue has about as many.
    private static final int KEPT = 200;

    private final Map<String, LongAdder> uses = new ConcurrentHashMap<>();

    ReusedStatements(DataSource source) {
        super(source);
    }

    /// How often each statement was used, by its text.
    Map<String, Long> uses() {
        return uses.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, use -> use.getValue().sum()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new KeepingConnection(super.getConnection(), uses));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ReusedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /// The statements of one connection for whoever does without the proxies: [Connection#unwrap] gives it. Used as the
    /// connection is, by one thread at a time.
    interface Kept {
        /// A statement, without values of former uses.
        PreparedStatement take(String sql) throws SQLException;

        /// The statement is of use again: it did what it was to do, and its rows are closed.
        void giveBack(String sql, PreparedStatement statement) throws SQLException;
    }

    private static final class KeepingConnection implements InvocationHandler, Kept {
        private final Connection connection;

        /// Those not in use; the longest unused first.
        private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

        private final Map<String, LongAdder> uses;

        private KeepingConnection(Connection connection, Map<String, LongAdder> uses) {
            this.connection = connection;
            this.uses = uses;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
                String sql = (String) arguments[0];
                return proxy(PreparedStatement.class, new KeptStatement(this, sql, take(sql)));
            }
            if (method.getName().equals("unwrap") && arguments != null && arguments[0] == Kept.class) {
                return this;
            }
            return switch (method.getName()) {
                case "equals" -> arguments != null && self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> call(connection, method, arguments); // closing it closes its statements
            };
        }

        @Override
        public PreparedStatement take(String sql) throws SQLException {
            uses.computeIfAbsent(sql, first -> new LongAdder()).increment();
            PreparedStatement known = idle.remove(sql);
            return known == null ? connection.prepareStatement(sql) : known;
        }

        @Override
        public void giveBack(String sql, PreparedStatement statement) throws SQLException {
            statement.clearParameters();
            keep(sql, statement);
        }

        private void keep(String sql, PreparedStatement statement) throws SQLException {
            PreparedStatement second = idle.put(sql, statement);
            if (second != null) { // was prepared while the first was in use
                second.close();
            }
            if (idle.size() > KEPT) {
                idle.pollFirstEntry().getValue().close();
            }
        }
    }

    /// A statement in use; closing it gives it back.
    private static final class KeptStatement implements InvocationHandler {
        private final KeepingConnection home;
        private final String sql;
        private final PreparedStatement statement;
        private @Nullable ResultSet rows;
        private boolean closed;
        private boolean failed;

        private KeptStatement(KeepingConnection home, String sql, PreparedStatement statement) {
            this.home = home;
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "isClosed" -> {
                    return closed;
                }
                case "equals" -> {
                    return arguments != null && self == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(self);
                }
                default -> {
                    if (closed) {
                        throw new SQLException("The statement is closed.");
                    }
                    return run(method, arguments);
                }
            }
        }

        private @Nullable Object run(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                Object result = call(statement, method, arguments);
                if (result instanceof ResultSet found) {
                    rows = found;
                }
                return result;
            } catch (SQLException refused) {
                failed = true;
                throw refused;
            }
        }

        private void giveBack() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (rows != null) {
                rows.close();
            }
            if (failed || statement.isClosed()) {
                statement.close();
                return;
            }
            home.giveBack(sql, statement);
        }
    }
}
