package sourcebook.analysis;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which archive this is: a random name that it got once and keeps. Immutable, thread-safe.
public final class ArchiveIdentity {
    private final String id;

    public ArchiveIdentity(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        boolean there = jdbc.sql("select 1 from sqlite_master where type = 'table' and name = 'archive_identity'")
                .query(Integer.class)
                .optional()
                .isPresent();
        this.id = there
                ? jdbc.sql("select id from archive_identity")
                        .query(String.class)
                        .single()
                : "";
    }

    /// Empty for an archive of an older program that is open for reading alone.
    public String id() {
        return id;
    }
}
