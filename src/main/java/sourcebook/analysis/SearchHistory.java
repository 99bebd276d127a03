package sourcebook.analysis;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What each person searched for last; nobody else sees it. It can be cleared, and switched off. Only what a person
/// asks is recorded, never what a program does. Thread-safe.
public final class SearchHistory {
    /// Entries that are kept for a person.
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    /// @param database the archive's, migrated
    public SearchHistory(DataSource database) {
        this(database, Clock.systemUTC());
    }

    SearchHistory(DataSource database, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    /// Adds a search, unless the person wants no history. The same search again moves to the top.
    public void record(String person, String address, String query, long total) {
        jdbc.sql("""
                        insert into search_history (person, address, query, total, made)
                        select :person, :address, :query, :total, :now
                        where not exists (select 1 from search_history_off where person = :person)
                        """)
                .param("person", person)
                .param("address", address)
                .param("query", query)
                .param("total", total)
                .param("now", clock.instant().toEpochMilli())
                .update();
        jdbc.sql("""
                        delete from search_history where person = :person and id not in (
                          select max(id) from search_history where person = :person
                          group by address order by max(id) desc limit :most)
                        """).param("person", person).param("most", MOST).update();
    }

    /// The newest first.
    public List<HistoryEntry> last(String person) {
        return jdbc.sql("""
                        select id, address, query, total, made from search_history
                        where person = :person order by id desc limit :most
                        """)
                .param("person", person)
                .param("most", MOST)
                .query((row, number) -> new HistoryEntry(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("query"),
                        row.getLong("total"),
                        Instant.ofEpochMilli(row.getLong("made"))))
                .list();
    }

    public void clear(String person) {
        jdbc.sql("delete from search_history where person = :person")
                .param("person", person)
                .update();
    }

    /// Whether the person's searches are recorded.
    public boolean kept(String person) {
        return jdbc.sql("select 1 from search_history_off where person = :person")
                .param("person", person)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /// Switches the recording on or off. Off also clears what there is.
    public void keep(String person, boolean kept) {
        if (kept) {
            jdbc.sql("delete from search_history_off where person = :person")
                    .param("person", person)
                    .update();
        } else {
            jdbc.sql("insert or ignore into search_history_off (person) values (:person)")
                    .param("person", person)
                    .update();
            clear(person);
        }
    }
}
