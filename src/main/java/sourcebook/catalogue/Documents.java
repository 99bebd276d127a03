package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `document`. Writing methods run inside a transaction of the caller's.
final class Documents {
    private final JdbcClient jdbc;
    private final Statements statements;
    private final Edits edits;
    private final Descriptions descriptions;
    private final KeptTexts texts;
    private final Folders folders;
    private final RecentTexts recent = new RecentTexts();

    Documents(Database database, Edits edits, Descriptions descriptions, KeptTexts texts) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
        this.edits = edits;
        this.descriptions = descriptions;
        this.texts = texts;
        this.folders = new Folders(database);
    }

    KeptTexts texts() {
        return texts;
    }

    boolean exists(DocumentId id) {
        return statements
                .first("select 1 from document where id = ?", row -> row.getInt(1), id.bytes())
                .isPresent();
    }

    Optional<CataloguedDocument> find(DocumentId id) {
        List<Row> found = jdbc.sql("select * from document where id = :id")
                .param("id", id.bytes())
                .query(Documents::row)
                .list();
        return documents(found).stream().findFirst();
    }

    Optional<DocumentText> text(DocumentId id) {
        return texts.text(id);
    }

    /// The texts written in the transactions of late.
    RecentTexts recent() {
        return recent;
    }

    List<Change> changesAfter(long sequence, int limit) {
        List<Row> changed = jdbc.sql("select * from document where sequence > :sequence order by sequence limit :limit")
                .param("sequence", sequence)
                .param("limit", limit)
                .query(Documents::row)
                .list();
        return documents(changed).stream()
                .map(document -> new Change(document.sequence(), document.id(), document.present() ? document : null))
                .toList();
    }

    /// Takes the next number of the sequence.
    long nextSequence() {
        return statements.number("update change_sequence set value = value + 1 returning value");
    }

    /// Saves a document for the first time.
    ///
    /// @param folder in which the location lies that holds it
    Inserted insert(NewDocument document, String folder) {
        long sequence = nextSequence();
        FieldStates.Bits bits = FieldStates.bits(true, document.inferred(), document.described(), FieldStates.none());
        long number = statements.number(
                """
                insert into document (id, sequence, media_type, size, added, pages, without_text, text_from_ocr,
                  warnings, inferred, described, present, kept, rules, needs_ocr, host, folder, stated,
                  weaknesses)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
                returning number
                """,
                document.id().bytes(),
                sequence,
                document.mediaType(),
                document.size(),
                System.currentTimeMillis(),
                document.text().pages(),
                document.withoutText(),
                document.textFromOcr(),
                RecordJson.write(document.warnings()),
                PackedRecord.of(document.inferred()),
                PackedRecord.unless(document.inferred(), document.described()),
                document.extracted().length > 0,
                document.rules(),
                document.needsOcr(),
                Descriptions.host(document.inferred(), document.blocks()),
                folders.number(folder),
                bits.stated(),
                bits.weaknesses());
        putText(number, document.id(), document.text(), document.mentions(), document.extracted());
        descriptions.inserted(document, number, bits);
        return new Inserted(number, sequence);
    }

    /// A document's number, and that of its first change.
    record Inserted(long number, long sequence) {}

    private void putText(long number, DocumentId id, DocumentText text, List<Mention> mentions, byte[] extracted) {
        texts.write(number, text, mentions, extracted);
        recent.write(id, text);
    }

    /// Replaces a document by the same one with more of its text, or with what extraction gave. What
    /// people changed in its record stays.
    void replace(NewDocument document) {
        DocumentRecord before =
                inference(document.id()).map(Catalogue.Inference::inferred).orElse(null);
        long number = jdbc.sql("""
                        update document set pages = :pages, without_text = :withoutText, text_from_ocr = :ocr,
                          warnings = :warnings, inferred = :inferred, described = :described
                        where id = :id returning number
                        """)
                .param("pages", document.text().pages())
                .param("withoutText", document.withoutText())
                .param("ocr", document.textFromOcr())
                .param("warnings", RecordJson.write(document.warnings()))
                .param("inferred", PackedRecord.of(document.inferred()))
                .param("described", PackedRecord.unless(document.inferred(), document.described()))
                .param("id", document.id().bytes())
                .query(Long.class)
                .single();
        putText(number, document.id(), document.text(), document.mentions(), document.extracted());
        descriptions.saved(document, before);
    }

    /// Writes what other rules made of what was kept of a document.
    void describeAgain(Redescribed again) {
        DocumentRecord before =
                inference(again.id()).map(Catalogue.Inference::inferred).orElse(null);
        if (before == null) {
            return;
        }
        long number = jdbc.sql("""
                        update document set pages = :pages, inferred = :inferred, described = :described where id = :id
                        returning number
                        """)
                .param("pages", again.text().pages())
                .param("inferred", PackedRecord.of(again.inferred()))
                .param("described", PackedRecord.unless(again.inferred(), again.described()))
                .param("id", again.id().bytes())
                .query(Long.class)
                .single();
        putText(number, again.id(), again.text(), again.mentions(), again.extracted());
        descriptions.described(again, before);
        touch(again.id());
    }

    /// Gives a document a new sequence number: something about it changed.
    long touch(DocumentId id) {
        long sequence = nextSequence();
        jdbc.sql("update document set sequence = :sequence where id = :id")
                .param("sequence", sequence)
                .param("id", id.bytes())
                .update();
        return sequence;
    }

    long setPresent(DocumentId id, boolean present) {
        jdbc.sql("update document set present = :present where id = :id")
                .param("present", present)
                .param("id", id.bytes())
                .update();
        descriptions.presence(id);
        return touch(id);
    }

    boolean present(DocumentId id) {
        return jdbc.sql("select present from document where id = :id")
                .param("id", id.bytes())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void redescribe(DocumentId id, DocumentRecord described) {
        jdbc.sql("update document set described = :described where id = :id")
                .param("described", PackedRecord.of(described))
                .param("id", id.bytes())
                .update();
        descriptions.changed(id);
        touch(id);
    }

    /// Documents with a weakness of a field, in order of adding.
    List<CataloguedDocument> weak(int kind, int offset, int limit) {
        List<Row> found = jdbc.sql("""
                        select d.* from (
                          select document from weakness where kind = :kind order by document limit :limit offset :offset
                        ) w join document d on d.number = w.document order by d.number
                        """)
                .param("kind", kind)
                .param("limit", limit)
                .param("offset", offset)
                .query(Documents::row)
                .list();
        return documents(found);
    }

    List<DocumentId> weakIds(int kind, int limit) {
        return jdbc.sql("""
                        select d.id from weakness w join document d on d.number = w.document
                        where w.kind = :kind order by w.document limit :limit
                        """)
                .param("kind", kind)
                .param("limit", limit)
                .query(Documents::id)
                .list();
    }

    List<DocumentId> below(String folder) {
        return jdbc.sql("""
                        select d.id from (
                          select document, min(id) as first from ledger
                          where outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY') and document is not null
                            and substr(path, 1, :length) = :folder
                          group by document
                        ) l join document d on d.number = l.document order by l.first
                        """)
                .param("length", folder.length())
                .param("folder", folder)
                .query(Documents::id)
                .list();
    }

    Optional<Catalogue.Inference> inference(DocumentId id) {
        return jdbc.sql("select inferred, described from document where id = :id")
                .param("id", id.bytes())
                .query((row, number) ->
                        new Catalogue.Inference(PackedRecord.read(row.getBytes("inferred")), described(row)))
                .optional();
    }

    /// What is told of documents by other tables; places and stories by their numbers.
    private record Told(
            Map<DocumentId, List<Edit>> edits, Map<Long, List<Location>> locations, Map<Long, String> stories) {}

    private Told told(List<Row> rows) {
        String numbers = rows.stream().map(Row::number).toList().toString();
        Map<Long, List<Location>> locations = new HashMap<>();
        statements.each(
                """
                select document, path, inner_path from ledger
                where document in (select value from json_each(?))
                  and +outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY') -- the documents are the fewer
                order by outcome = 'DUPLICATE', id
                """,
                row -> locations
                        .computeIfAbsent(row.getLong(1), first -> new ArrayList<>(1))
                        .add(new Location(row.getString(2), row.getString(3))),
                numbers);
        Map<Long, String> stories = new HashMap<>();
        statements.each("""
                select document, story_id from story_copy
                where document in (select value from json_each(?)) and story_id is not null
                """, row -> stories.put(row.getLong(1), Stories.id(row.getLong(2))), numbers);
        return new Told(edits.holdingOf(numbers), locations, stories);
    }

    /// A row of `document`. What other tables add is read once it is closed: who holds one connection while
    /// waiting for another brings all readers to a stand when there are as many as connections.
    private record Row(
            long number,
            DocumentId id,
            long sequence,
            String mediaType,
            long size,
            Instant added,
            DocumentRecord described,
            int pages,
            @Nullable String withoutText,
            boolean textFromOcr,
            List<String> warnings,
            boolean present) {}

    /// The record that a sidecar may have overruled: an empty column is the inferred one once more.
    static DocumentRecord described(ResultSet row) throws SQLException {
        byte[] described = row.getBytes("described");
        return PackedRecord.read(described.length == 0 ? row.getBytes("inferred") : described);
    }

    /// The id in the first column.
    static DocumentId id(ResultSet row, int at) throws SQLException {
        return DocumentId.of(row.getBytes(1));
    }

    private static Row row(ResultSet row, int at) throws SQLException {
        return new Row(
                row.getLong("number"),
                DocumentId.of(row.getBytes("id")),
                row.getLong("sequence"),
                row.getString("media_type"),
                row.getLong("size"),
                Instant.ofEpochMilli(row.getLong("added")),
                described(row),
                row.getInt("pages"),
                row.getString("without_text"),
                row.getBoolean("text_from_ocr"),
                RecordJson.readStrings(row.getString("warnings")),
                row.getBoolean("present"));
    }

    private List<CataloguedDocument> documents(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Told told = told(rows);
        return rows.stream().map(row -> document(row, told)).toList();
    }

    private static CataloguedDocument document(Row row, Told told) {
        return new CataloguedDocument(
                row.id(),
                row.sequence(),
                row.mediaType(),
                row.size(),
                row.added(),
                Edits.over(row.described(), told.edits().getOrDefault(row.id(), List.of())),
                row.pages(),
                row.withoutText(),
                row.textFromOcr(),
                row.warnings(),
                told.locations().getOrDefault(row.number(), List.of()),
                told.stories().get(row.number()),
                row.present());
    }
}
