package sourcebook.catalogue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which present documents wait for something to be done about them, read off the columns `rules`, `kept`
/// and `needs_ocr` of `document`.
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
        return jdbc
                .sql("""
                        select id from document where present = 1 and kept = :kept and rules < :rules
                        union all
                        select id from document where present = 1 and kept = :kept and rules > :rules
                        limit :limit
                        """)
                .param("kept", kept)
                .param("rules", rules)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(DocumentId::new)
                .toList();
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
                          select id from document where present = 1 and kept = 0 and rules < :rules
                          union all
                          select id from document where present = 1 and kept = 0 and rules > :rules
                        ) d join ledger l on l.document_id = d.id
                        where l.outcome in ('INDEXED', 'DUPLICATE', 'UNDER_WAY') order by l.path
                        """).param("rules", rules).query(String.class).list();
    }

    /// Documents with pages that wait to be recognised, in order of adding.
    List<DocumentId> forRecognition(int limit) {
        return jdbc
                .sql("select id from document where needs_ocr = 1 and present = 1 order by number limit :limit")
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(DocumentId::new)
                .toList();
    }

    long countForRecognition() {
        return jdbc.sql("select count(*) from document where needs_ocr = 1 and present = 1")
                .query(Long.class)
                .single();
    }
}
