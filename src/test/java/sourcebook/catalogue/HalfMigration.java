package sourcebook.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// A process that carries out the first statements of a migration, in a transaction as Flyway does, and then waits to
/// be
/// killed: `java … HalfMigration DATABASE MIGRATION STATEMENTS`.
final class HalfMigration {
    /// What it says when it waits.
    static final String READY = "half";

    private HalfMigration() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        String[] statements;
        try (InputStream in = HalfMigration.class.getResourceAsStream("/db/migration/" + arguments[1])) {
            statements = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("--[^\n]*", "")
                    .split(";");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma foreign_keys = on");
            statement.execute("pragma cache_size = 10"); // pages; what is more goes to the log before the end
            connection.setAutoCommit(false);
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                statement.execute(statements[i]);
            }
            System.out.println(READY);
            System.in.read();
        }
    }
}
