package sourcebook.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which documents wait for something to be done about them: the columns `rules`, `kept` and `needs_ocr` of
/// `document`. Writing methods run inside a transaction of the caller's.
final class Backlog {
    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Documents that other rules described.
    ///
    /// @param kept whether what extraction gave was kept, so that they can be described without their
    ///     originals
    List<DocumentId> ofOtherRules(int rules, boolean kept, int limit) {
        return jdbc.sql("""
                        select id from document where present = 1 and kept = :kept and rules < :rules
                        union all
                        select id from document where present = 1 and kept = :kept and rules > :rules
                        limit :limit
                        """)
                .param("kept", kept)
                .param("rules", rules)
                .param("limit", limit)
                .query(Documents::id)
                .list();
    }

    long countOfOtherRules(int rules, boolean kept) {
        return jdbc.sql("""
                        select (select count(*) from document where present = 1 and kept = :kept and rules < :rules)
                          + (select count(*) from document where present = 1 and kept = :kept and rules > :rules)
                        """)
                .param("kept", kept)
                .param("rules", rules)
                .query(Long.class)
                .single();
    }

    /// Files (not parts) that hold documents which must be read to describe them.
    List<String> filesToRead(int rules) {
        return jdbc.sql("""
                        select distinct l.path from (
                          select number from document where present = 1 and kept = 0 and rules < :rules
                          union all
                          select number from document where present = 1 and kept = 0 and rules > :rules
                        ) d join ledger l on l.document = d.number
                        where l.outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY') order by l.path
                        """).param("rules", rules).query(String.class).list();
    }

    /// Documents with pages that wait to be recognised, in order of adding.
    List<DocumentId> forRecognition(int limit) {
        return jdbc.sql("select id from document where needs_ocr = 1 and present = 1 order by number limit :limit")
                .param("limit", limit)
                .query(Documents::id)
                .list();
    }

    long countForRecognition() {
        return jdbc.sql("select count(*) from document where needs_ocr = 1 and present = 1")
                .query(Long.class)
                .single();
    }

    boolean needsOcr(DocumentId id) {
        return is(id, "(needs_ocr = 1 or needs_ocr < 0)");
    }

    /// Lets a document wait for another engine than this one, if it waits for recognition.
    ///
    /// @param engine says which, with its models
    void awaitOtherEngine(DocumentId id, String engine) {
        jdbc.sql("update document set needs_ocr = :aside where id = :id and needs_ocr = 1")
                .param("aside", aside(engine))
                .param("id", id.bytes())
                .update();
    }

    /// Documents that were waiting for another engine than those before wait for recognition again.
    void useEngine(String engine) {
        jdbc.sql("update document set needs_ocr = 1 where needs_ocr < 0 and needs_ocr <> :aside")
                .param("aside", aside(engine))
                .update();
    }

    /// The number that stands for an engine in the column.
    private static int aside(String engine) {
        return -1 - (engine.hashCode() >>> 1);
    }

    /// Whether what extraction gave is there, to describe the document again.
    boolean isKept(DocumentId id) {
        return is(id, "kept = 1");
    }

    boolean mustBeRead(DocumentId id, int rules) {
        return jdbc.sql("select 1 from document where id = :id and kept = 0 and rules <> :rules")
                .param("id", id.bytes())
                .param("rules", rules)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Says why a document's pages were not recognised. It waits no longer, as 2 in the column says, until
    /// [#recogniseFailedAgain].
    void withoutRecognition(DocumentId id, String reason) {
        String before = jdbc.sql("select warnings from document where id = :id")
                .param("id", id.bytes())
                .query(String.class)
                .single();
        String sentence = "Its pages could not be recognised: " + reason;
        List<String> warnings = Stream.concat(RecordJson.readStrings(before).stream(), Stream.of(sentence))
                .distinct()
                .toList();
        jdbc.sql("""
                        update document set needs_ocr = 2, warnings = :warnings,
                          without_text = iif(without_text is null, null, 'its pages could not be recognised')
                        where id = :id
                        """)
                .param("warnings", RecordJson.write(warnings))
                .param("id", id.bytes())
                .update();
    }

    boolean hasRecognisedText(DocumentId id) {
        return is(id, "text_from_ocr = 1 and without_text is null");
    }

    /// Lets a document wait for recognition as it is.
    void awaitRecognition(DocumentId id, int rules) {
        jdbc.sql("update document set needs_ocr = 1, rules = :rules where id = :id")
                .param("rules", rules)
                .param("id", id.bytes())
                .update();
    }

    void recogniseFailedAgain() {
        jdbc.sql("update document set needs_ocr = 1 where needs_ocr = 2 or needs_ocr < 0")
                .update();
    }

    private boolean is(DocumentId id, String condition) {
        return jdbc.sql("select 1 from document where id = :id and " + condition)
                .param("id", id.bytes())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
