package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How well each field of each present document is known: the tables `weakness` and `weakness_count` and
/// the columns `stated` and `weaknesses` of `document`. Runs inside a transaction of the caller's.
final class FieldStates {
    /// The fields that are looked after, in the order in which they are shown.
    static final List<RecordField> FIELDS = List.of(
            RecordField.TITLE,
            RecordField.CREATORS,
            RecordField.DATE,
            RecordField.SOURCE,
            RecordField.ABOUT,
            RecordField.PUBLISHED_IN,
            RecordField.LANGUAGE,
            RecordField.TYPE);

    private final JdbcClient jdbc;
    private final Statements statements;

    FieldStates(Database database) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
    }

    /// What is written of a document whose record changed. A field counts as weak when none of its values
    /// is more than a guess.
    ///
    /// @param number `document.number`
    /// @param before the bits that its row holds
    /// @param edited fields that people changed; those are sure, "unknown" too
    void write(
            long number,
            int before,
            boolean present,
            DocumentRecord inferred,
            DocumentRecord described,
            Set<RecordField> edited) {
        Bits now = bits(present, inferred, described, edited);
        jdbc.sql("update document set stated = :stated, weaknesses = :now where number = :number")
                .param("stated", now.stated())
                .param("now", now.weaknesses())
                .param("number", number)
                .update();
        lose(number, before & ~now.weaknesses());
        gain(number, now.weaknesses() & ~before);
    }

    /// The columns `stated` and `weaknesses` of a document.
    record Bits(int stated, int weaknesses) {}

    /// @param edited fields that people changed
    static Bits bits(boolean present, DocumentRecord inferred, DocumentRecord described, Set<RecordField> edited) {
        int stated = 0;
        int now = 0;
        for (RecordField field : RecordField.values()) {
            if (edited.contains(field) || !FieldValues.same(inferred, described, field)) {
                stated |= bit(field);
            }
        }
        for (RecordField field : FIELDS) {
            if (present && !edited.contains(field)) {
                List<Evidence> evidence = FieldValues.evidence(described, field);
                if (evidence.isEmpty()) {
                    now |= 1 << kind(field, Weakness.MISSING);
                } else if (evidence.stream().allMatch(one -> one.confidence() == Confidence.LOW)) {
                    now |= 1 << kind(field, Weakness.WEAK);
                }
            }
        }
        return new Bits(stated, now);
    }

    /// Adds weaknesses to the tables.
    void gain(long number, int bits) {
        if (bits != 0) {
            List<Object[]> rows = new ArrayList<>();
            List<Object[]> counts = new ArrayList<>();
            for (int kind : kinds(bits)) {
                rows.add(new Object[] {kind, number});
                counts.add(new Object[] {kind});
            }
            statements.updateAll("insert into weakness (kind, document) values (?, ?)", rows);
            statements.updateAll("""
                    insert into weakness_count (kind, documents) values (?, 1)
                    on conflict (kind) do update set documents = documents + 1
                    """, counts);
        }
    }

    private void lose(long number, int bits) {
        if (bits != 0) {
            String kinds = kinds(bits).toString();
            jdbc.sql("""
                            delete from weakness
                            where document = :number and kind in (select value from json_each(:kinds))
                            """).param("number", number).param("kinds", kinds).update();
            jdbc.sql("""
                            update weakness_count set documents = documents - 1
                            where kind in (select value from json_each(:kinds))
                            """).param("kinds", kinds).update();
        }
    }

    List<Weaknesses> counts() {
        var counts = jdbc
                .sql("select kind, documents from weakness_count")
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (int) row[0], row -> row[1]));
        return FIELDS.stream()
                .map(field -> new Weaknesses(
                        field,
                        counts.getOrDefault(kind(field, Weakness.MISSING), 0L),
                        counts.getOrDefault(kind(field, Weakness.WEAK), 0L)))
                .toList();
    }

    /// The number under which the database knows a weakness of a field.
    static int kind(RecordField field, Weakness weakness) {
        return 2 * code(field) + (weakness == Weakness.WEAK ? 1 : 0);
    }

    /// The field's bit in `document.stated`.
    static int bit(RecordField field) {
        return 1 << code(field);
    }

    /// Kept in the database: a new field gets a new number, none is ever given again.
    private static int code(RecordField field) {
        return switch (field) {
            case TITLE -> 0;
            case CREATORS -> 1;
            case DATE -> 2;
            case SOURCE -> 3;
            case ABOUT -> 4;
            case PUBLISHED_IN -> 5;
            case LANGUAGE -> 6;
            case TYPE -> 7;
            case URL -> 8;
        };
    }

    private static List<Integer> kinds(int bits) {
        List<Integer> kinds = new ArrayList<>();
        for (int kind = 0; kind < Integer.SIZE; kind++) {
            if ((bits & 1 << kind) != 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    static Set<RecordField> none() {
        return EnumSet.noneOf(RecordField.class);
    }
}
