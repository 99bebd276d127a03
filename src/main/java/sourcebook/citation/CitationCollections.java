package sourcebook.citation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The collections of the database. Thread-safe: each change is one statement.
final class CitationCollections {
    /// Long enough for a working title, short enough for a list.
    private static final int LONGEST_NAME = 200;

    private static final String SELECT = """
            select l.id, l.name, l.created,
                (select count(*) from citation c where c.collection_id = l.id and c.deleted is null) as size
            from citation_collection l
            where l.deleted is null
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CitationCollections(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<CitationCollection> all() {
        return jdbc.sql(SELECT + " order by l.is_default desc, lower(l.name), l.id")
                .query(CitationRows::collection)
                .list();
    }

    Optional<CitationCollection> find(long id) {
        return jdbc.sql(SELECT + " and l.id = :id")
                .param("id", id)
                .query(CitationRows::collection)
                .optional();
    }

    CitationCollection standard() {
        Optional<CitationCollection> there = findStandard();
        if (there.isPresent()) {
            return there.get();
        }
        jdbc.sql("""
                insert into citation_collection (name, is_default, created) values (:name, 1, :now)
                on conflict do nothing
                """).param("name", Citations.DEFAULT_NAME).param("now", now()).update();
        return findStandard().orElseThrow(() -> new IllegalStateException("Deleted while it was made"));
    }

    CitationCollection create(String name) {
        String good = checked(name);
        Optional<CitationCollection> there = named(good);
        if (there.isPresent()) {
            return there.get();
        }
        long id = jdbc.sql("insert into citation_collection (name, created) values (:name, :now) returning id")
                .param("name", good)
                .param("now", now())
                .query(Long.class)
                .single();
        return find(id).orElseThrow(() -> new IllegalStateException("Deleted while it was made"));
    }

    Optional<CitationCollection> rename(long id, String name) {
        String good = checked(name);
        if (named(good).filter(other -> other.id() != id).isPresent()) {
            throw new IllegalArgumentException("There is a collection named “" + good + "” already.");
        }
        jdbc.sql("update citation_collection set name = :name where id = :id and deleted is null")
                .param("name", good)
                .param("id", id)
                .update();
        return find(id);
    }

    boolean delete(long id) {
        return jdbc.sql("update citation_collection set deleted = :now where id = :id and deleted is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// One that was the default comes back as an ordinary one when another took its place.
    Optional<CitationCollection> restore(long id) {
        jdbc.sql("""
                update citation_collection set deleted = null,
                    is_default = case when exists (select 1 from citation_collection o
                        where o.is_default = 1 and o.deleted is null) then 0 else is_default end
                where id = :id and deleted is not null
                """).param("id", id).update();
        return find(id);
    }

    private Optional<CitationCollection> findStandard() {
        return jdbc.sql(SELECT + " and l.is_default = 1")
                .query(CitationRows::collection)
                .optional();
    }

    private Optional<CitationCollection> named(String name) {
        return all().stream()
                .filter(collection -> collection.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String checked(String name) {
        String good = name.strip();
        if (good.isEmpty()) {
            throw new IllegalArgumentException("A collection needs a name.");
        }
        if (good.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of a collection has at most " + LONGEST_NAME
                    + " characters, this one has " + good.length() + ".");
        }
        return good;
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }
}
