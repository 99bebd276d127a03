package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts with what belongs to their words: the table `document_text`. Rows have the documents' numbers. Writing methods
/// run inside a transaction of the caller's. Thread-safe.
final class KeptTexts {
    private final JdbcClient jdbc;
    private final Statements statements;
    private final TextDictionaries dictionaries;
    private final PackedTexts packed;

    /// UTF-16 units of the texts that were written since the archive was opened, as far as a dictionary helps them.
    private final AtomicLong written = new AtomicLong();

    KeptTexts(Database database) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
        this.dictionaries = new TextDictionaries(jdbc);
        this.packed = new PackedTexts(dictionaries);
    }

    /// Columns as they are read: unpacking may read another table, and so waits until the row is closed.
    private record Row(byte[] body, int bodyStart, String pageStarts, byte[] furniture, String pageLanguages) {}

    Optional<DocumentText> text(DocumentId id) {
        return jdbc.sql("""
                        select body_start, page_starts, body, furniture, page_languages
                        from document_text where document = (select number from document where id = :id)
                        """)
                .param("id", id.bytes())
                .query((row, number) -> new Row(
                        row.getBytes("body"),
                        row.getInt("body_start"),
                        row.getString("page_starts"),
                        row.getBytes("furniture"),
                        row.getString("page_languages")))
                .optional()
                .map(this::text);
    }

    private DocumentText text(Row row) {
        return new DocumentText(
                packed.unpack(row.body()),
                row.bodyStart(),
                row.pageStarts().isEmpty() ? DocumentText.NONE.pageStarts() : RecordJson.readIntegers(row.pageStarts()),
                packed.unpack(row.furniture()),
                row.pageLanguages().isEmpty() ? List.of() : RecordJson.readStrings(row.pageLanguages()));
    }

    /// The text of any document that carries a text of the stories, without headline and what stands around it.
    ///
    /// @param text `story_text.id`
    Optional<String> body(long text) {
        record Body(byte[] packed, int start) {}
        return jdbc.sql("""
                        select body_start, body from document_text where document =
                          (select document from story_copy where text_id = :text limit 1)
                        """)
                .param("text", text)
                .query((row, number) -> new Body(row.getBytes("body"), row.getInt("body_start")))
                .optional()
                .map(body -> packed.unpack(body.packed()).substring(body.start()));
    }

    List<Mention> mentions(DocumentId id) {
        return bytes("mentions", id).map(PackedMentions::unpack).orElse(List.of());
    }

    /// What was kept of an extraction.
    Optional<byte[]> extracted(DocumentId id) {
        return bytes("extracted", id).filter(extracted -> extracted.length > 0);
    }

    private Optional<byte[]> bytes(String column, DocumentId id) {
        return jdbc.sql("select " + column + " from document_text"
                        + " where document = (select number from document where id = :id)")
                .param("id", id.bytes())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /// Writes the text of a document in place of what was kept of it before.
    ///
    /// @param number `document.number`
    void write(long number, DocumentText text, List<Mention> mentions, byte[] extracted) {
        String pageStarts = text.pages() == 1 ? "" : RecordJson.write(text.pageStarts());
        String pageLanguages = text.pageLanguages().isEmpty() ? "" : RecordJson.write(text.pageLanguages());
        statements.update(
                """
                insert or replace into document_text
                  (document, body_start, page_starts, page_languages, body, furniture, mentions, extracted)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                number,
                text.bodyStart(),
                pageStarts,
                pageLanguages,
                packed.pack(text.text()),
                packed.pack(text.furniture()),
                PackedMentions.pack(mentions),
                extracted);
        written.addAndGet(Math.min(text.text().length(), TextDictionaries.PIECE));
    }

    /// What was kept of an extraction is of no use.
    void forgetExtraction(DocumentId id) {
        jdbc.sql("""
                        update document_text set extracted = x''
                        where document = (select number from document where id = :id)
                        """).param("id", id.bytes()).update();
    }

    /// Makes a dictionary of the archive's texts when there should be one, for those that come. To be called outside of
    /// transactions, after texts were written.
    void makeDictionary(Database database) {
        long characters = written.get();
        if (characters < TextDictionaries.FIRST_CHARACTERS) {
            return;
        }
        written.addAndGet(-characters);
        long documents = jdbc.sql("select coalesce(max(number), 0) from document")
                .query(Long.class)
                .single();
        if (!dictionaries.isDue(documents, characters)) {
            return;
        }
        TextDictionaries.made(sample(documents)).ifPresent(dictionary -> {
            int id = database.write(() -> dictionaries.insert(dictionary, documents));
            dictionaries.use(id, documents);
        });
    }

    private List<String> sample(long documents) {
        List<String> texts = new ArrayList<>();
        for (long number : TextDictionaries.sample(documents)) {
            jdbc.sql("select body from document_text where document = :number")
                    .param("number", number)
                    .query((row, at) -> row.getBytes(1))
                    .optional()
                    .flatMap(this::beginning)
                    .ifPresent(texts::add);
        }
        return texts;
    }

    /// As much as a dictionary learns from, since hundreds of long works would not fit in memory; nothing of a damaged
    /// text, of which whoever asks for it is told.
    private Optional<String> beginning(byte[] body) {
        try {
            String text = packed.unpack(body);
            return Optional.of(text.substring(0, Math.min(text.length(), TextDictionaries.MOST_BYTES)));
        } catch (IllegalStateException damaged) {
            return Optional.empty();
        }
    }
}
