package sourcebook.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds documents with the same evidence: the table `inferred_value` and the columns `host` and `folder`
/// of `document`. Writing methods run inside a transaction of the caller's.
final class InferredValues {
    /// Fields whose value, where it is wrong, is wrong in the same way elsewhere.
    private static final Set<RecordField> BY_VALUE = EnumSet.of(
            RecordField.TITLE,
            RecordField.CREATORS,
            RecordField.DATE,
            RecordField.SOURCE,
            RecordField.ABOUT,
            RecordField.PUBLISHED_IN);

    /// Fields that all pages of one host may share.
    private static final Set<RecordField> BY_HOST = EnumSet.of(
            RecordField.CREATORS, RecordField.SOURCE, RecordField.PUBLISHED_IN, RecordField.LANGUAGE, RecordField.TYPE);

    /// Fields that all documents of one folder may share.
    private static final Set<RecordField> BY_FOLDER = EnumSet.of(
            RecordField.CREATORS,
            RecordField.DATE,
            RecordField.SOURCE,
            RecordField.ABOUT,
            RecordField.PUBLISHED_IN,
            RecordField.LANGUAGE,
            RecordField.TYPE);

    /// Hashes of the rules met so far: they are few, and each document has eight.
    private static final Map<String, Long> RULES = new ConcurrentHashMap<>();

    private static final int MOST_RULES = 1_000;

    private final JdbcClient jdbc;
    private final Statements statements;

    InferredValues(Database database) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
    }

    /// Puts what was inferred for a document in place of what was before; `before` is null for a new one.
    void write(long number, @Nullable DocumentRecord before, DocumentRecord inferred) {
        List<Row> rows = rows(inferred);
        if (before != null) {
            List<Row> old = rows(before);
            if (old.equals(rows)) {
                return;
            }
            statements.updateAll(
                    "delete from inferred_value where value = ? and document = ?",
                    old.stream().map(row -> new Object[] {row.value(), number}).toList());
        }
        statements.updateAll(
                "insert or ignore into inferred_value (value, document, rule) values (?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {row.value(), number, row.rule()})
                        .toList());
    }

    /// @param now the field as it holds: documents whose inferred value is that already need no correction
    List<Alike> alike(DocumentId id, RecordField field, DocumentRecord inferred, List<String> now, int most) {
        List<Alike> found = new ArrayList<>();
        record Place(long number, @Nullable String host, String folder) {}
        Place place = jdbc.sql("""
                        select number, host, coalesce((select path from folder f where f.number = d.folder), '')
                        from document d where id = :id
                        """)
                .param("id", id.bytes())
                .query((row, number) -> new Place(row.getLong(1), row.getString(2), row.getString(3)))
                .single();
        long right = now.isEmpty() ? 0 : value(field, now);
        if (BY_HOST.contains(field) && place.host() != null) {
            add(found, Alike.Kind.HOST, place.host(), """
                    from document d where d.present = 1 and d.host = :key and d.stated & :bit = 0
                      and d.number <> :number
                      and not exists (select 1 from inferred_value v where v.value = :right and v.document = d.number)
                    """, place.host(), place.number(), field, right, most);
        }
        if (BY_FOLDER.contains(field) && !place.folder().isEmpty()) {
            add(found, Alike.Kind.FOLDER, place.folder(), """
                    from document d where d.present = 1
                      and d.folder = (select f.number from folder f where f.path = :key) and d.stated & :bit = 0
                      and d.number <> :number
                      and not exists (select 1 from inferred_value v where v.value = :right and v.document = d.number)
                    """, place.folder(), place.number(), field, right, most);
        }
        List<Evidence> evidence = FieldValues.evidence(inferred, field);
        List<String> values = FieldValues.read(inferred, field);
        if (BY_VALUE.contains(field) && !evidence.isEmpty() && !values.equals(now)) {
            String what = rules(evidence) + ": " + String.join("; ", values);
            add(found, Alike.Kind.VALUE, what, """
                    from inferred_value v join document d on d.number = v.document
                    where v.value = :key and v.rule = :right and d.present = 1 and d.stated & :bit = 0
                      and d.number <> :number
                    """, value(field, values), place.number(), field, rule(evidence), most);
        }
        return found;
    }

    private void add(
            List<Alike> to,
            Alike.Kind kind,
            String what,
            String from,
            Object key,
            long number,
            RecordField field,
            long right,
            int most) {
        long total = asked("select count(*) " + from, key, number, field, right)
                .query(Long.class)
                .single();
        if (total > 0) {
            List<DocumentId> documents = asked(
                            "select d.id " + from + " order by d.number limit " + most, key, number, field, right)
                    .query(Documents::id)
                    .list();
            to.add(new Alike(kind, what, documents, total));
        }
    }

    private JdbcClient.StatementSpec asked(String sql, Object key, long number, RecordField field, long right) {
        return jdbc.sql(sql)
                .param("key", key)
                .param("bit", FieldStates.bit(field))
                .param("number", number)
                .param("right", right);
    }

    /// What a document has in the table, beside its number.
    private record Row(long value, long rule) {}

    private static List<Row> rows(DocumentRecord inferred) {
        List<Row> rows = new ArrayList<>();
        for (RecordField field : FieldStates.FIELDS) {
            List<String> values = FieldValues.read(inferred, field);
            if (!values.isEmpty()) {
                rows.add(new Row(value(field, values), rule(FieldValues.evidence(inferred, field))));
            }
        }
        return rows;
    }

    private static long value(RecordField field, List<String> values) {
        return hash(field.name() + '\n' + String.join("\n", values));
    }

    /// 16 bits are enough to tell the few rules of one value apart.
    private static long rule(List<Evidence> evidence) {
        String rules = rules(evidence);
        Long known = RULES.get(rules);
        if (known != null) {
            return known;
        }
        long hash = hash(rules) & 0xFFFF;
        if (RULES.size() < MOST_RULES) {
            RULES.put(rules, hash);
        }
        return hash;
    }

    private static String rules(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::rule).distinct().collect(Collectors.joining(", "));
    }

    static long hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
