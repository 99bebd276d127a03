package sourcebook.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what became of received files. Runs inside a transaction of the caller's.
///
/// Of several locations of one document exactly one *holds* it: its row has a sequence number and is
/// under way until the index has committed that number, then indexed. The others are duplicates. When the
/// holder goes, the oldest duplicate takes its place; when there is none, the document is no longer
/// present.
final class Settlements {
    private final JdbcClient jdbc;
    private final Statements statements;
    private final Documents documents;
    private final Descriptions descriptions;
    private final Backlog backlog;
    private final Stories stories;

    Settlements(Database database, Documents documents, Descriptions descriptions, Backlog backlog, Stories stories) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
        this.documents = documents;
        this.descriptions = descriptions;
        this.backlog = backlog;
        this.stories = stories;
    }

    void settle(Settlement settlement) {
        long row = settlement.ledgerId();
        Row held = row(row);
        DocumentId before = held.document();
        DocumentId after = switch (settlement) {
            case Settlement.Saved saved -> {
                NewDocument document = saved.document();
                if (documents.exists(document.id())) {
                    better(document);
                    place(row, document.id());
                } else {
                    Documents.Inserted inserted = documents.insert(document, held.folder());
                    hold(row, inserted.number(), inserted.sequence(), remark(document.withoutText()));
                    stories.added(document.id(), inserted.number(), document.text(), document.sketch());
                }
                yield document.id();
            }
            case Settlement.Known known -> {
                place(row, known.document());
                yield known.document();
            }
            case Settlement.Skipped skipped -> {
                close(row, Outcome.SKIPPED, null, skipped.reason());
                yield null;
            }
            case Settlement.Failed failed -> {
                close(row, Outcome.FAILED, failed.document(), failed.reason());
                yield null; // a failed location holds no document
            }
        };
        if (before != null && !before.equals(after)) {
            release(before);
        }
    }

    /// A document that the catalogue has was read again: it takes its place if it brings something. One
    /// whose images an earlier version had recognised keeps its text until they are recognised again.
    private void better(NewDocument document) {
        DocumentId id = document.id();
        if (document.needsOcr() && backlog.hasRecognisedText(id)) {
            backlog.awaitRecognition(id, document.rules());
        } else if (backlog.needsOcr(id) || (document.rules() > 0 && !backlog.isKept(id))) {
            replace(document);
        }
    }

    /// Puts a document in place of the same one with less text, and lets the index follow.
    void replace(NewDocument document) {
        if (!documents.exists(document.id())) {
            return;
        }
        documents.replace(document);
        stories.saved(document.id(), document.text(), document.sketch());
        follow(document.id());
    }

    /// A document stays without the text of its images, and says why.
    void withoutRecognition(DocumentId id, String reason) {
        if (documents.exists(id)) {
            backlog.withoutRecognition(id, reason);
            follow(id);
        }
    }

    /// Lets the index follow a change of a document, and its row wait for that.
    private void follow(DocumentId id) {
        holder(id).ifPresentOrElse(row -> hold(id, row), () -> documents.touch(id));
    }

    void remove(long row) {
        DocumentId document = row(row).document();
        close(row, Outcome.REMOVED, document, "the file is gone");
        if (document != null) {
            release(document);
        }
    }

    /// A location of a document that the catalogue has: it holds the document, or is a duplicate.
    private void place(long row, DocumentId id) {
        Optional<Long> holder = holder(id);
        if (holder.isPresent() && holder.get() != row) {
            String where = jdbc.sql(
                            "select path || iif(inner_path = '', '', '!/' || inner_path) from ledger where id = :id")
                    .param("id", holder.get())
                    .query(String.class)
                    .single();
            close(row, Outcome.DUPLICATE, id, "the same bytes as " + where);
            return;
        }
        hold(id, row);
    }

    /// Makes a row the one that holds a document, whatever state that was in.
    private void hold(DocumentId id, long row) {
        long sequence = documents.present(id) ? documents.touch(id) : documents.setPresent(id, true);
        stories.presence(id, true);
        statements
                .first(
                        "select number, without_text from document where id = ?",
                        found -> new Held(found.getLong(1), found.getString(2)),
                        id.bytes())
                .ifPresent(held -> hold(row, held.number(), sequence, remark(held.withoutText())));
        descriptions.place(id);
    }

    /// @param number `document.number`
    private record Held(long number, @Nullable String withoutText) {}

    private void release(DocumentId id) {
        if (!documents.exists(id) || holder(id).isPresent()) {
            return;
        }
        Optional<Long> heir = jdbc.sql(
                        "select id from ledger where document = (select number from document d where d.id = :id)"
                                + " and outcome = 'DUPLICATE' order by id limit 1")
                .param("id", id.bytes())
                .query(Long.class)
                .optional();
        if (heir.isPresent()) {
            hold(id, heir.get());
        } else {
            documents.setPresent(id, false);
            stories.presence(id, false);
        }
    }

    private Optional<Long> holder(DocumentId id) {
        return jdbc.sql("""
                        select id from ledger where document = (select number from document d where d.id = :id)
                          and sequence is not null and outcome in ('UNDER_WAY', 'INDEXED')
                        """).param("id", id.bytes()).query(Long.class).optional();
    }

    private void hold(long row, long number, long sequence, @Nullable String remark) {
        statements.update("""
                update ledger set document = ?, unsaved = null, outcome = 'UNDER_WAY', sequence = ?, reason = ?,
                  updated = ?
                where id = ?
                """, number, sequence, remark, System.currentTimeMillis(), row);
    }

    private void close(long row, Outcome outcome, @Nullable DocumentId id, String reason) {
        jdbc.sql("""
                        update ledger set document = (select number from document d where d.id = :document),
                          unsaved = iif(exists (select 1 from document d where d.id = :document), null, :document),
                          outcome = :outcome, sequence = null, reason = :reason, updated = :now
                        where id = :id
                        """)
                .param("document", id == null ? null : id.bytes())
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("now", System.currentTimeMillis())
                .param("id", row)
                .update();
    }

    /// A row of the ledger as it is before it is settled.
    ///
    /// @param folder in which its location lies
    private record Row(@Nullable DocumentId document, String folder) {
        static final Row NONE = new Row(null, "");
    }

    private Row row(long row) {
        return statements
                .first(
                        """
                        select coalesce(unsaved, (select d.id from document d where d.number = ledger.document)), path,
                          inner_path
                        from ledger where id = ?
                        """,
                        found -> {
                            byte[] document = found.getBytes(1);
                            Location location = new Location(found.getString(2), found.getString(3));
                            return new Row(
                                    document == null ? null : DocumentId.of(document),
                                    Descriptions.folder(location.toString()));
                        },
                        row)
                .orElse(Row.NONE);
    }

    private static @Nullable String remark(@Nullable String withoutText) {
        return withoutText == null ? null : "without text: " + withoutText;
    }
}
