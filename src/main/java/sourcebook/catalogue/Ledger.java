package sourcebook.catalogue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The account of every file ever received and what became of it. Thread-safe.
///
/// A row is written before a file is read, so that a crash leaves a trace of what was under way. What a
/// file became is written by [Catalogue#settle] together with the document itself.
public final class Ledger {
    private static final String COLUMNS = """
            id, path, inner_path, size, modified,
              coalesce(unsaved, (select d.id from document d where d.number = ledger.document)) as document_id, outcome,
              reason, received, updated""";

    private final Database database;
    private final JdbcClient jdbc;
    private final Statements statements;

    public Ledger(Database database) {
        this.database = database;
        this.statements = database.statements();
        this.jdbc = database.jdbc();
    }

    /// A file or part as found: where, how large (bytes), and its time of modification.
    public record Found(Location location, long size, Instant modified) {}

    /// What the ledger holds of a file, to tell whether it changed.
    public record Seen(long id, long size, Instant modified, boolean finished) {}

    /// Writes down that files were received and are under way; gives their ledger ids in the same order.
    /// A location that is known gets its old id.
    public List<Long> receive(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return database.write(() -> {
            List<Long> ids = new ArrayList<>(found.size());
            long now = System.currentTimeMillis();
            for (Found file : found) {
                long modified = file.modified().toEpochMilli();
                ids.add(statements.number(
                        """
                        insert into ledger (path, inner_path, size, modified, outcome, received, updated)
                        values (?1, ?2, ?3, ?4, 'UNDER_WAY', ?5, ?5)
                        on conflict (path, inner_path) do update set size = ?3, modified = ?4,
                          outcome = 'UNDER_WAY', reason = null, sequence = null, updated = ?5
                        returning id
                        """, file.location().path(), file.location().inner(), file.size(), modified, now));
            }
            return ids;
        });
    }

    /// Takes one file of the ledger.
    public interface FileTaker {
        /// @param size in bytes
        /// @param modified in milliseconds since 1970
        /// @param finished whether neither it nor a part of it is still to be read
        void take(String path, long size, long modified, boolean finished);
    }

    /// Passes all files (not parts) that are not removed, in the order in which they were first received.
    public void eachFile(FileTaker taker) {
        Set<String> unfinished = new HashSet<>(
                jdbc.sql("select distinct path from ledger where outcome = 'UNDER_WAY' and sequence is null")
                        .query(String.class)
                        .list());
        statements.each(
                "select path, size, modified from ledger where inner_path = '' and outcome <> 'REMOVED' order by id",
                row -> {
                    String path = row.getString(1);
                    taker.take(path, row.getLong(2), row.getLong(3), !unfinished.contains(path));
                });
    }

    /// What [#eachFile] gives of one, without reading the others.
    public Optional<Seen> file(String path) {
        return jdbc.sql("""
                        select id, size, modified, not exists (
                          select 1 from ledger u where u.path = :path and u.outcome = 'UNDER_WAY' and u.sequence is null)
                        from ledger where path = :path and inner_path = '' and outcome <> 'REMOVED'
                        """)
                .param("path", path)
                .query((row, number) -> new Seen(
                        row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), row.getBoolean(4)))
                .optional();
    }

    /// Whether there are files, removed ones aside, below a folder.
    ///
    /// @param folder its path, without a slash at its end
    public boolean hasFilesBelow(String folder) {
        return jdbc.sql("select 1 from ledger where path > :from and path < :to and outcome <> 'REMOVED' limit 1")
                .param("from", folder + "/")
                .param("to", folder + "0") // what follows the slash
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// The sums. Counts of outcomes and their total come from one statement, so they always add up.
    public LedgerTotals totals() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select outcome, count(*) as number from ledger group by outcome")
                .query((ResultSet row) -> {
                    counts.put(row.getString("outcome"), row.getLong("number"));
                });
        long indexed = counts.getOrDefault("INDEXED", 0L);
        long duplicate = counts.getOrDefault("DUPLICATE", 0L);
        long skipped = counts.getOrDefault("SKIPPED", 0L);
        long failed = counts.getOrDefault("FAILED", 0L);
        long underWay = counts.getOrDefault("UNDER_WAY", 0L);
        return new LedgerTotals(
                indexed + duplicate + skipped + failed + underWay, indexed, duplicate, skipped, failed, underWay);
    }

    /// A stretch of the ledger, the last changed first.
    ///
    /// @param outcome only these, all but removed ones if null
    /// @param text only where path or reason holds it, case aside; empty for all
    public List<LedgerEntry> entries(@Nullable Outcome outcome, String text, long offset, int limit) {
        return filtered(
                        "select " + COLUMNS,
                        " order by updated desc, id desc limit :limit offset :offset",
                        outcome,
                        text)
                .param("limit", limit)
                .param("offset", offset)
                .query(Ledger::entry)
                .list();
    }

    /// How many entries there are under the same conditions as [#entries].
    public long count(@Nullable Outcome outcome, String text) {
        return filtered("select count(*)", "", outcome, text).query(Long.class).single();
    }

    /// Passes every entry, in order of receipt, without holding them all.
    public void forEach(Consumer<LedgerEntry> consumer) {
        try (Stream<LedgerEntry> all =
                jdbc.sql("select " + COLUMNS + " from ledger order by id").query(Ledger::entry).stream()) {
            all.forEach(consumer);
        }
    }

    public Optional<LedgerEntry> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from ledger where id = :id")
                .param("id", id)
                .query(Ledger::entry)
                .optional();
    }

    /// Files (not parts) whose entry, or that of one of their parts, failed or was cancelled: what a
    /// retry takes up.
    public List<String> retryable() {
        return jdbc.sql("""
                        select distinct path from ledger
                        where outcome = 'FAILED' or (outcome = 'SKIPPED' and reason = :cancelled)
                        order by path
                        """).param("cancelled", CANCELLED).query(String.class).list();
    }

    /// Files (not parts) outside the archive's folder that were under way when a process ended: no look
    /// at the folder comes by them.
    public List<String> unfinishedOutside() {
        return jdbc
                .sql("select distinct path from ledger where outcome = 'UNDER_WAY' and sequence is null order by path")
                .query(String.class)
                .list()
                .stream()
                .filter(path -> Path.of(path).isAbsolute())
                .toList();
    }

    /// The reason of files that a person stopped before they were read.
    public static final String CANCELLED = "cancelled before it was read; retry takes it up again";

    /// Closes the rows of files that were under way when a person cancelled. Saved ones, which only wait
    /// for the index, stay.
    public int cancelUnderWay() {
        return database.write(() -> jdbc.sql("""
                        update ledger set outcome = 'SKIPPED', reason = :reason, updated = :now
                        where outcome = 'UNDER_WAY' and sequence is null
                        """)
                .param("reason", CANCELLED)
                .param("now", System.currentTimeMillis())
                .update());
    }

    /// Called when the index holds everything up to `sequence` durably: only now are those documents
    /// indexed.
    ///
    /// @return how many became so
    public int acknowledge(long sequence) {
        return database.write(() -> jdbc.sql("""
                        update ledger set outcome = 'INDEXED', updated = :now
                        where outcome = 'UNDER_WAY' and sequence <= :sequence
                        """)
                .param("sequence", sequence)
                .param("now", System.currentTimeMillis())
                .update());
    }

    /// The index would not take a document: its location has failed.
    public void refuse(DocumentId document, String reason) {
        database.writeOnly(() -> jdbc.sql("""
                        update ledger set outcome = 'FAILED', reason = :reason, sequence = null, updated = :now
                        where document = (select number from document where id = :document) and sequence is not null
                        """)
                .param("reason", reason)
                .param("now", System.currentTimeMillis())
                .param("document", document.bytes())
                .update());
    }

    /// Whether a document was seen to hold parts, at any of its locations, past or present: then another
    /// location of it must be opened too, although its bytes are known.
    public boolean hasParts(DocumentId id) {
        return jdbc.sql("""
                        select 1 from ledger l join ledger p on p.path = l.path and p.inner_path <> l.inner_path
                          and (l.inner_path = '' or substr(p.inner_path, 1, length(l.inner_path) + 2) = l.inner_path || '!/')
                        where l.document = (select number from document where id = :id) or l.unsaved = :id limit 1
                        """)
                .param("id", id.bytes())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Whether a row stood for this document when it was last read, and all its parts, at any depth, were
    /// read then.
    public boolean isUnchanged(LedgerEntry entry, DocumentId document) {
        String prefix = entry.location().part("").inner();
        return document.equals(entry.document())
                && jdbc.sql("""
                        select 1 from ledger where path = :path and inner_path <> :inner
                          and substr(inner_path, 1, :length) = :prefix
                          and (outcome in ('REMOVED', 'FAILED') or (outcome = 'UNDER_WAY' and sequence is null)
                            or reason = :cancelled)
                        limit 1
                        """)
                        .param("path", entry.location().path())
                        .param("inner", entry.location().inner())
                        .param("prefix", prefix)
                        .param("length", prefix.length())
                        .param("cancelled", CANCELLED)
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }

    /// Ids of the parts, at any depth, of the container at this location.
    public List<Long> partsOf(Location container) {
        String prefix = container.part("").inner();
        return jdbc.sql("""
                        select id from ledger where path = :path and outcome <> 'REMOVED' and inner_path <> :inner
                          and substr(inner_path, 1, :length) = :prefix
                        """)
                .param("path", container.path())
                .param("inner", container.inner())
                .param("prefix", prefix)
                .param("length", prefix.length())
                .query(Long.class)
                .list();
    }

    /// The documents of a container's parts, at any depth.
    public List<DocumentId> partDocuments(Location container) {
        String prefix = container.part("").inner();
        return jdbc.sql("""
                        select d.id from (
                          select document, min(id) as first from ledger
                          where path = :path and inner_path <> :inner and substr(inner_path, 1, :length) = :prefix
                            and document is not null and outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY')
                          group by document
                        ) l join document d on d.number = l.document order by l.first
                        """)
                .param("path", container.path())
                .param("inner", container.inner())
                .param("length", prefix.length())
                .param("prefix", prefix)
                .query(Documents::id)
                .list();
    }

    /// Ids of the parts recorded of a file that are not among `kept`: they were in an earlier version of
    /// it.
    public List<Long> partsNotIn(String path, Set<Long> kept) {
        return statements
                .list(
                        "select id from ledger where path = ? and inner_path <> '' and outcome <> 'REMOVED'",
                        row -> row.getLong(1),
                        path)
                .stream()
                .filter(id -> !kept.contains(id))
                .toList();
    }

    /// Ids of a file and all its parts.
    public List<Long> rowsOf(String path) {
        return jdbc.sql("select id from ledger where path = :path and outcome <> 'REMOVED' order by id")
                .param("path", path)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String select, String end, @Nullable Outcome outcome, String text) {
        String conditions = outcome == null ? "outcome <> 'REMOVED'" : "outcome = :outcome";
        if (!text.isBlank()) {
            conditions += " and (path like :text escape '\\' or inner_path like :text escape '\\'"
                    + " or reason like :text escape '\\')";
        }
        String sql = select + " from ledger where " + conditions + end;
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (outcome != null) {
            statement = statement.param("outcome", outcome.name());
        }
        if (!text.isBlank()) {
            String escaped =
                    text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            statement = statement.param("text", "%" + escaped + "%");
        }
        return statement;
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        byte[] document = row.getBytes("document_id");
        return new LedgerEntry(
                row.getLong("id"),
                new Location(row.getString("path"), row.getString("inner_path")),
                row.getLong("size"),
                Instant.ofEpochMilli(row.getLong("modified")),
                document == null ? null : DocumentId.of(document),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("received")),
                Instant.ofEpochMilli(row.getLong("updated")));
    }
}
