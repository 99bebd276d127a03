package sourcebook.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The archive's SQLite file, migrated to the present form when it is opened.
///
/// Write-ahead log with full synchronisation: a transaction that returned survives power loss. Readers never wait.
/// Writers of this process take turns by a lock, so that the order of sequence numbers is the order of commits.
public final class Database implements AutoCloseable {
    /// Readers at a time; more wait. SQLite gains nothing from many.
    private static final int CONNECTIONS = 8;

    /// Reading one document reads its locations and edits on the way.
    private static final int CONNECTIONS_OF_A_READER = 4;

    private static final int BUSY_MILLIS = 30_000;

    /// Of the rows with texts, which take a kilobyte, more fit a page without a rest that is lost: of pages of 4,096
    /// bytes a seventh was empty.
    private static final int NEW_PAGE_BYTES = 8_192;

    /// Migrations of this version, kept in the file's `user_version` by whoever has made all of them: who only reads
    /// migrates nothing, and must know.
    static final int MIGRATIONS = 15;

    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final Statements statements;
    private final TransactionTemplate transaction;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final LongAdder transactions = new LongAdder();

    private Database(HikariDataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.statements = new Statements(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /// Opens the file, making it if it is missing.
    public static Database open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        if (!Files.exists(file)) {
            make(file);
        }
        HikariDataSource source = pool(file, config, false, CONNECTIONS);
        try {
            migrate(source);
            note(source);
        } catch (RuntimeException unusable) {
            source.close();
            throw unusable;
        }
        return new Database(source);
    }

    /// The size of pages is given once, before anything is in the file, and before the log.
    private static void make(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url(file));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma page_size = " + NEW_PAGE_BYTES);
            statement.execute("pragma journal_mode = wal");
        } catch (SQLException unusable) {
            throw new UncategorizedSQLException("Making the catalogue", url(file), unusable);
        }
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /// Each room counts its migrations in a range of its own, so that one of an earlier range can be
    /// newer than all that an archive has had. Flyway leaves those out, and warns of every opening once
    /// it is told not to: it is told only when there is one.
    private static void migrate(DataSource source) {
        Flyway flyway = flyway(source, false);
        boolean late = Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.IGNORED);
        (late ? flyway(source, true) : flyway).migrate();
    }

    private static void note(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        if (migrations(jdbc) != MIGRATIONS) {
            jdbc.sql("pragma user_version = " + MIGRATIONS).update();
        }
    }

    private static int migrations(JdbcClient jdbc) {
        return jdbc.sql("pragma user_version").query(Integer.class).single();
    }

    private static Flyway flyway(DataSource source, boolean outOfOrder) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .outOfOrder(outOfOrder)
                .load();
    }

    /// Opens an existing file for reading alone, while another process may write it. Nothing is migrated.
    ///
    /// @throws IllegalArgumentException if another version of this program wrote it, saying what to do
    public static Database openReadOnly(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Database database = new Database(pool(file, config, true, CONNECTIONS_OF_A_READER));
        try {
            int migrations = migrations(database.jdbc);
            if (migrations != MIGRATIONS) {
                throw new IllegalArgumentException(file + " was written by "
                        + (migrations < MIGRATIONS
                                ? "an earlier version of this program: open the archive once by `sourcebook serve` or"
                                        + " `sourcebook ingest`, which brings it up to date."
                                : "a later version of this program, which alone can read it."));
            }
            return database;
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    private static HikariDataSource pool(Path file, SQLiteConfig config, boolean readOnly, int connections) {
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-64_000); // KiB
        config.setGetGeneratedKeys(false); // else each insertion is followed by a question that nobody asked
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl(url(file));
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(new ReusedStatements(sqlite));
        pool.setReadOnly(readOnly);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setPoolName("catalogue");
        return new HikariDataSource(pool);
    }

    /// For rooms that keep tables of their own in the same file.
    public DataSource source() {
        return source;
    }

    /// What was asked of the database since it was opened here: transactions that write, and each statement by its
    /// text. For tests of work that must not be done.
    public record Work(long transactions, Map<String, Long> statements) {
        /// How many statements hold these words.
        public long of(String words) {
            return statements.entrySet().stream()
                    .filter(statement -> statement.getKey().contains(words))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    public Work work() {
        try {
            ReusedStatements statements =
                    Objects.requireNonNull(source.getDataSource()).unwrap(ReusedStatements.class);
            return new Work(transactions.sum(), statements.uses());
        } catch (SQLException impossible) {
            throw new IllegalStateException("The pool's source is its own", impossible);
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Statements statements() {
        return statements;
    }

    /// Runs `work` in one transaction; on return it is durable, on an exception nothing of it is kept.
    <T> T write(Supplier<T> work) {
        writing.lock();
        try {
            List<T> result = new ArrayList<>(1);
            transactions.increment();
            transaction.executeWithoutResult(status -> result.add(work.get()));
            return result.getFirst();
        } finally {
            writing.unlock();
        }
    }

    void writeOnly(Runnable work) {
        write(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// The same, and what follows from its end, before anybody else writes.
    ///
    /// @param durable called when the work is durable
    /// @param lost called when nothing of it is kept
    void writeOnly(Runnable work, Runnable durable, Runnable lost) {
        writing.lock();
        Runnable end = lost;
        try {
            writeOnly(work);
            end = durable;
        } finally {
            try {
                end.run();
            } finally {
                writing.unlock();
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
