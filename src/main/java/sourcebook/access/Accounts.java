package sourcebook.access;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `account`, which holds one row at most. Thread-safe.
final class Accounts {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Accounts(DataSource database, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    Optional<Account> find() {
        return jdbc.sql("select name, password_hash from account")
                .query((row, number) -> new Account(row.getString("name"), row.getString("password_hash")))
                .optional();
    }

    /// Writes the account, unless there is one.
    ///
    /// @return whether it was written
    boolean create(Account account) {
        return jdbc.sql("""
                        insert into account (id, name, password_hash, created) values (1, :name, :hash, :now)
                        on conflict (id) do nothing
                        """)
                        .param("name", account.name())
                        .param("hash", account.passwordHash())
                        .param("now", clock.instant().toEpochMilli())
                        .update()
                == 1;
    }
}
