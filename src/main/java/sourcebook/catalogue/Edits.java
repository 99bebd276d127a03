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
    private static final String EDITS =
            "select e.*, d.id as document_id from edit e join document d on d.number = e.document";

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
                        insert into edit (batch, document, field, before_value, after_value, who, made)
                        values (:batch, (select number from document where id = :id), :field, :before, :after, :who, :now)
                        """)
                .param("batch", batch)
                .param("id", id.bytes())
                .param("field", field.name())
                .param("before", RecordJson.write(before))
                .param("after", RecordJson.write(after))
                .param("who", who)
                .param("now", System.currentTimeMillis())
                .update();
    }

    List<Edit> of(DocumentId id) {
        return jdbc.sql(EDITS + " where document = (select number from document where id = :id) order by e.id desc")
                .param("id", id.bytes())
                .query(Edits::edit)
                .list();
    }

    List<DocumentId> undo(long batch, String who) {
        List<DocumentId> concerned =
                jdbc.sql("""
                        select d.id from (
                          select document, min(id) as first from edit where batch = :batch and undone is null
                          group by document
                        ) e join document d on d.number = e.document order by e.first
                        """).param("batch", batch).query(Documents::id).list();
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
        return holding(id).stream().map(Edit::field).collect(Collectors.toUnmodifiableSet());
    }

    /// The edits that hold, oldest first.
    List<Edit> holding(DocumentId id) {
        return jdbc.sql(EDITS + " where document = (select number from document where id = :id) and undone is null"
                        + " order by e.id")
                .param("id", id.bytes())
                .query(Edits::edit)
                .list();
    }

    /// The same of several documents; those without any are left out.
    ///
    /// @param numbers `document.number` of each, as a JSON array
    Map<DocumentId, List<Edit>> holdingOf(String numbers) {
        return jdbc
                .sql(EDITS + " where document in (select value from json_each(:numbers)) and undone is null"
                        + " order by e.id")
                .param("numbers", numbers)
                .query(Edits::edit)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Edit::document));
    }

    private static Edit edit(ResultSet row, int number) throws SQLException {
        return new Edit(
                row.getLong("id"),
                row.getLong("batch"),
                DocumentId.of(row.getBytes("document_id")),
                RecordField.valueOf(row.getString("field")),
                RecordJson.readStrings(row.getString("before_value")),
                RecordJson.readStrings(row.getString("after_value")),
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getObject("undone") != null);
    }
}
