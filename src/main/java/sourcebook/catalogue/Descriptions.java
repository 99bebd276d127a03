package sourcebook.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known about documents beyond their rows: writes it when a document is saved, described again,
/// changed by a person, gone or back, so that every table derived from a record changes in the same
/// transaction. Runs inside a transaction of the caller's.
final class Descriptions {
    private final JdbcClient jdbc;
    private final Edits edits;
    private final FieldStates states;
    private final InferredValues values;
    private final SiteBlocks blocks;
    private final KeptTexts texts;
    private final Folders folders;

    Descriptions(Database database, Edits edits, KeptTexts texts) {
        this.jdbc = database.jdbc();
        this.edits = edits;
        this.texts = texts;
        this.folders = new Folders(database);
        this.states = new FieldStates(database);
        this.values = new InferredValues(database);
        this.blocks = new SiteBlocks(jdbc);
    }

    /// The row of a document as it is before a change.
    private record Row(
            long number,
            boolean present,
            @Nullable String host,
            @Nullable Integer weaknesses,
            DocumentRecord inferred,
            DocumentRecord described) {}

    private Row row(DocumentId id) {
        return jdbc.sql("""
                        select number, present, host, weaknesses, inferred, described from document where id = :id
                        """)
                .param("id", id.bytes())
                .query((row, at) -> new Row(
                        row.getLong("number"),
                        row.getBoolean("present"),
                        row.getString("host"),
                        (Integer) row.getObject("weaknesses"),
                        PackedRecord.read(row.getBytes("inferred")),
                        Documents.described(row)))
                .single();
    }

    /// After a document was inserted, with what is known of it in its own row: what follows from it in other
    /// tables.
    ///
    /// @param number `document.number`
    /// @param bits as they were written into its row
    void inserted(NewDocument document, long number, FieldStates.Bits bits) {
        values.write(number, null, document.inferred());
        states.gain(number, bits.weaknesses());
        group(number, true, page(number, document.inferred()), document.blocks(), document.repeated());
    }

    /// After a document was replaced by the same one with its text: everything that follows from it.
    ///
    /// @param before its record as it was inferred before
    void saved(NewDocument document, @Nullable DocumentRecord before) {
        keep(document.id(), document.extracted().length > 0, document.rules());
        jdbc.sql("update document set needs_ocr = :ocr where id = :id")
                .param("ocr", document.needsOcr())
                .param("id", document.id().bytes())
                .update();
        follow(document.id(), before, document.blocks(), document.repeated());
    }

    /// The same after it was described again.
    void described(Redescribed again, DocumentRecord before) {
        keep(again.id(), again.extracted().length > 0, again.rules());
        follow(again.id(), before, again.blocks(), again.repeated());
    }

    private void follow(DocumentId id, @Nullable DocumentRecord before, Blocks found, Set<Long> known) {
        Row row = row(id);
        values.write(row.number(), row.weaknesses() == null ? null : before, row.inferred());
        state(id, row);
        String host = host(row.inferred(), found);
        if (!Objects.equals(host, row.host())) {
            if (row.host() != null) {
                due(blocks.remove(row.number(), row.host()));
            }
            jdbc.sql("update document set host = :host where number = :number")
                    .param("host", host)
                    .param("number", row.number())
                    .update();
        }
        group(row.number(), row.present(), page(row.number(), row.inferred()), found, known);
    }

    /// Holds the blocks of a page against those of its site.
    ///
    /// @param page by what it is known
    /// @param known the blocks of which it was known that they are repeated when it was described
    private void group(long number, boolean present, String page, Blocks found, Set<Long> known) {
        if (!present || found.site().isEmpty()) {
            return;
        }
        due(blocks.put(number, page, found));
        boolean missed = blocks.repeated(found.site()).stream()
                .anyMatch(block -> found.hashes().contains(block) && !known.contains(block));
        if (missed) { // it was described while others made the block a repeated one
            due(Set.of(number));
        }
    }

    /// After its described record, or what people say about it, changed.
    void changed(DocumentId id) {
        state(id, row(id));
    }

    /// After a document went away, or came back. Its blocks come back with the next description.
    void presence(DocumentId id) {
        Row row = row(id);
        state(id, row);
        if (row.present()) {
            if (row.host() != null) {
                due(Set.of(row.number()));
            }
        } else if (row.host() != null) {
            due(blocks.remove(row.number(), row.host()));
        }
    }

    private void state(DocumentId id, Row row) {
        states.write(
                row.number(),
                row.weaknesses() == null ? 0 : row.weaknesses(),
                row.present(),
                row.inferred(),
                row.described(),
                edits.fields(id));
    }

    /// Works out what an older archive did not keep, for some documents.
    ///
    /// @return how many; 0 when there are none left
    int examine(int limit) {
        List<DocumentId> open = jdbc.sql(
                        "select id from document where weaknesses is null order by number limit :limit")
                .param("limit", limit)
                .query(Documents::id)
                .list();
        for (DocumentId id : open) {
            Row row = row(id);
            values.write(row.number(), null, row.inferred());
            state(id, row);
            jdbc.sql("update document set host = :host where number = :number")
                    .param("host", host(row.inferred()))
                    .param("number", row.number())
                    .update();
            place(id);
        }
        return open.size();
    }

    /// Keeps in which folder the location lies that holds a document.
    void place(DocumentId id) {
        String where = jdbc.sql("""
                        select path || iif(inner_path = '', '', '!/' || inner_path) from ledger
                        where document = (select number from document where id = :id)
                          and outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY')
                        order by outcome = 'DUPLICATE', id limit 1
                        """)
                .param("id", id.bytes())
                .query(String.class)
                .optional()
                .orElse("");
        jdbc.sql("update document set folder = :folder where id = :id and folder is not :folder")
                .param("folder", folders.number(folder(where)))
                .param("id", id.bytes())
                .update();
    }

    /// The folder, or the container, in which a location lies.
    static String folder(String location) {
        String folder = location.substring(0, Math.max(0, location.lastIndexOf('/')));
        return folder.endsWith("!") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private void keep(DocumentId id, boolean extracted, int rules) {
        jdbc.sql("update document set kept = :kept, rules = :rules where id = :id")
                .param("kept", extracted)
                .param("rules", rules)
                .param("id", id.bytes())
                .update();
    }

    void forget(DocumentId id) {
        keep(id, false, 0);
        texts.forgetExtraction(id);
    }

    void leave(DocumentId id, int rules) {
        jdbc.sql("update document set rules = :rules where id = :id")
                .param("rules", rules)
                .param("id", id.bytes())
                .update();
    }

    List<Weaknesses> weaknesses() {
        return states.counts();
    }

    List<Alike> alike(DocumentId id, RecordField field, DocumentRecord inferred, List<String> now, int most) {
        return values.alike(id, field, inferred, now, most);
    }

    Set<Long> repeated(String site) {
        return blocks.repeated(site);
    }

    /// These documents are to be described again.
    private void due(Set<Long> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("update document set rules = 0 where number in (select value from json_each(:numbers))")
                    .param("numbers", numbers.toString())
                    .update();
        }
    }

    /// The site a page is of, or the host its record's address names.
    static @Nullable String host(DocumentRecord inferred, Blocks found) {
        return found.site().isEmpty() ? host(inferred) : found.site();
    }

    private static @Nullable String host(DocumentRecord inferred) {
        return inferred.url() == null
                ? null
                : WebAddress.host(inferred.url().value()).orElse(null);
    }

    /// By what two savings of one page are known to be one.
    private static String page(long number, DocumentRecord record) {
        String address = record.url() == null
                ? null
                : WebAddress.page(record.url().value()).orElse(null);
        String title = record.titleText();
        return address != null ? address : title != null ? title : "document " + number;
    }
}
