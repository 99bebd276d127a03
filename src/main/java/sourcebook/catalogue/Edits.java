package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `edit`: what people changed, above what was inferred. Writing methods run inside a transaction of the
/// caller's.
final class Edits {
    private final JdbcClient jdbc;

    Edits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextBatch() {
        return jdbc.sql("select coalesce(max(batch), 0) + 1 from edit")
                .query(Long.class)
                .single();
    }

    void add(long batch, DocumentId id, RecordField field, List<String> before, List<String> after, String who) {
        jdbc.sql("""
                        insert into edit (batch, document_id, field, before_value, after_value, who, made)
                        values (:batch, :id, :field, :before, :after, :who, :now)
                        """)
                .param("batch", batch)
                .param("id", id.value())
                .param("field", field.name())
                .param("before", RecordJson.write(before))
                .param("after", RecordJson.write(after))
                .param("who", who)
                .param("now", System.currentTimeMillis())
                .update();
    }

    List<Edit> of(DocumentId id) {
        return jdbc.sql("select * from edit where document_id = :id order by id desc")
                .param("id", id.value())
                .query(Edits::edit)
                .list();
    }

    List<DocumentId> undo(long batch, String who) {
        List<DocumentId> concerned = jdbc
                .sql("select distinct document_id from edit where batch = :batch and undone is null")
                .param("batch", batch)
                .query(String.class)
                .list()
                .stream()
                .map(DocumentId::new)
                .toList();
        jdbc.sql("update edit set undone = :now, undone_by = :who where batch = :batch and undone is null")
                .param("now", System.currentTimeMillis())
                .param("who", who)
                .param("batch", batch)
                .update();
        return concerned;
    }

    /// The record with edits.
    ///
    /// @param holding those that hold, oldest first
    static DocumentRecord over(DocumentRecord described, List<Edit> holding) {
        DocumentRecord record = described;
        for (Edit edit : holding) {
            record = FieldValues.write(record, edit.field(), edit.after(), rule(edit));
        }
        return record;
    }

    /// The evidence of an edited value.
    static String rule(Edit edit) {
        return "edited by " + edit.who();
    }

    /// Fields that people changed and did not change back.
    Set<RecordField> fields(DocumentId id) {
        return holding(id.value()).stream().map(Edit::field).collect(Collectors.toUnmodifiableSet());
    }

    /// The edits that hold, oldest first.
    List<Edit> holding(String id) {
        return jdbc.sql("select * from edit where document_id = :id and undone is null order by id")
                .param("id", id)
                .query(Edits::edit)
                .list();
    }

    /// The same of several documents, by their ids; those without any are left out.
    ///
    /// @param ids as a JSON array
    Map<String, List<Edit>> holdingOf(String ids) {
        return jdbc.sql("""
                        select * from edit where document_id in (select value from json_each(:ids)) and undone is null
                        order by id
                        """).param("ids", ids).query(Edits::edit).list().stream()
                .collect(Collectors.groupingBy(edit -> edit.document().value()));
    }

    private static Edit edit(ResultSet row, int number) throws SQLException {
        return new Edit(
                row.getLong("id"),
                row.getLong("batch"),
                new DocumentId(row.getString("document_id")),
                RecordField.valueOf(row.getString("field")),
                RecordJson.readStrings(row.getString("before_value")),
                RecordJson.readStrings(row.getString("after_value")),
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getObject("undone") != null);
    }
}
