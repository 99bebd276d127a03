package sourcebook.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table `saved_search`. Every change is one statement. Thread-safe.
final class SavedSearchRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "select id, person, name, address, request, created, looked, sequence, token from saved_search ";

    private final JdbcClient jdbc;

    SavedSearchRows(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /// What a search found at two times.
    record Sets(BitSet first, BitSet seen) {}

    List<SavedSearch> list(String person) {
        return jdbc.sql(COLUMNS + "where person = :person and deleted is null order by place, id")
                .param("person", person)
                .query(SavedSearchRows::row)
                .list();
    }

    Optional<SavedSearch> find(String person, long id) {
        return jdbc.sql(COLUMNS + "where person = :person and id = :id and deleted is null")
                .param("person", person)
                .param("id", id)
                .query(SavedSearchRows::row)
                .optional();
    }

    Optional<SavedSearch> byToken(String token) {
        return jdbc.sql(COLUMNS + "where token = :token and deleted is null")
                .param("token", token)
                .query(SavedSearchRows::row)
                .optional();
    }

    Optional<Sets> sets(long id) {
        return jdbc.sql("select first, seen from saved_search where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Sets(DocumentSet.unpack(row.getBytes("first")), DocumentSet.unpack(row.getBytes("seen"))))
                .optional();
    }

    long insert(
            String person,
            String name,
            String address,
            SearchRequest request,
            Instant now,
            long sequence,
            BitSet seen,
            String token) {
        ObjectNode json = JSON.createObjectNode();
        RequestJson.write(json, request);
        return jdbc.sql("""
                        insert into saved_search
                          (person, name, address, request, created, looked, sequence, seen, first, token, place)
                        values (:person, :name, :address, :request, :now, :now, :sequence, :seen, :seen, :token,
                          (select coalesce(max(place), 0) + 1 from saved_search where person = :person))
                        returning id
                        """)
                .param("person", person)
                .param("name", name)
                .param("address", address)
                .param("request", JSON.writeValueAsString(json))
                .param("now", now.toEpochMilli())
                .param("sequence", sequence)
                .param("seen", DocumentSet.pack(seen))
                .param("token", token)
                .query(Long.class)
                .single();
    }

    void looked(long id, Instant now, long sequence, BitSet seen) {
        jdbc.sql("update saved_search set looked = :now, sequence = :sequence, seen = :seen where id = :id")
                .param("now", now.toEpochMilli())
                .param("sequence", sequence)
                .param("seen", DocumentSet.pack(seen))
                .param("id", id)
                .update();
    }

    void rename(String person, long id, String name) {
        jdbc.sql("update saved_search set name = :name where person = :person and id = :id and deleted is null")
                .param("name", name)
                .param("person", person)
                .param("id", id)
                .update();
    }

    void renewToken(String person, long id, String token) {
        jdbc.sql("update saved_search set token = :token where person = :person and id = :id and deleted is null")
                .param("token", token)
                .param("person", person)
                .param("id", id)
                .update();
    }

    /// @param when null brings it back
    boolean setDeleted(String person, long id, @Nullable Instant when) {
        return jdbc.sql("""
                        update saved_search set deleted = :deleted
                        where person = :person and id = :id and (deleted is null) = :living
                        """)
                        .param("deleted", when == null ? null : when.toEpochMilli())
                        .param("living", when != null)
                        .param("person", person)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Puts a search at a place of the person's list, 0 the first; the others keep their order.
    void move(String person, long id, int place) {
        jdbc.sql("""
                        with others as (
                          select id, row_number() over (order by place, id) - 1 as n
                          from saved_search where person = :person and deleted is null and id <> :id
                        ), numbered as (
                          select id, n + (n >= :place) as n from others
                          union all select :id, min(:place, (select count(*) from others))
                        )
                        update saved_search set place = (select n from numbered where numbered.id = saved_search.id)
                        where person = :person and id in (select id from numbered)
                        """)
                .param("person", person)
                .param("id", id)
                .param("place", place)
                .update();
    }

    private static SavedSearch row(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getLong("id"),
                row.getString("person"),
                row.getString("name"),
                row.getString("address"),
                RequestJson.read(JSON.readTree(row.getString("request"))),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("looked")),
                row.getLong("sequence"),
                row.getString("token"));
    }
}
