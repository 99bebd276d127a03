package sourcebook.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Documents, their records and texts: the truth of an archive. Thread-safe.
///
/// Every change of a document takes the next number of one growing sequence in the same transaction. An index follows
/// by [#changesAfter]: whatever is newer than what it holds.
public final class Catalogue {
    private final Database database;
    private final JdbcClient jdbc;
    private final Documents documents;
    private final Settlements settlements;
    private final Edits edits;

    public Catalogue(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.edits = new Edits(jdbc);
        this.documents = new Documents(jdbc, edits);
        this.settlements = new Settlements(jdbc, documents);
    }

    public Optional<CataloguedDocument> find(DocumentId id) {
        return documents.find(id);
    }

    /// The document whose id begins with these digits, if exactly one does.
    public Optional<CataloguedDocument> findByPrefix(String prefix) {
        if (!prefix.matches("[0-9a-f]{6,64}")) {
            return Optional.empty();
        }
        List<String> ids = jdbc.sql("select id from document where id >= :from and id < :to limit 2")
                .param("from", prefix)
                .param("to", prefix + "g")
                .query(String.class)
                .list();
        return ids.size() == 1 ? find(new DocumentId(ids.getFirst())) : Optional.empty();
    }

    public Optional<DocumentText> text(DocumentId id) {
        return documents.text(id);
    }

    /// Whether the catalogue has a document of these bytes, with a location or without.
    public boolean has(DocumentId id) {
        return documents.exists(id);
    }

    /// Whether a document has no text for the only reason that it waits for OCR.
    public boolean waitsForOcr(DocumentId id) {
        return documents.waitsForOcr(id);
    }

    /// Writes what became of received files, with their documents, in one durable transaction.
    public void settle(List<Settlement> batch) {
        database.writeOnly(() -> batch.forEach(settlements::settle));
    }

    /// Files or parts that are gone: their rows are closed, and a document without any location left is no longer
    /// found.
    public void remove(List<Long> ledgerIds) {
        database.writeOnly(() -> ledgerIds.forEach(settlements::remove));
    }

    /// The next changes after `sequence`, in order, with the documents as they are now.
    ///
    /// @param limit most changes to give
    public List<Change> changesAfter(long sequence, int limit) {
        return documents.changesAfter(sequence, limit);
    }

    /// The number of the last change; 0 in a new archive.
    public long lastSequence() {
        return jdbc.sql("select value from change_sequence").query(Long.class).single();
    }

    /// Documents found at locations whose path begins with `folder` (`a/b/`; empty for all): those that a changed
    /// sidecar can concern.
    public List<DocumentId> documentsBelow(String folder) {
        return documents.below(folder);
    }

    /// A record as the describer made it, and as a sidecar overruled it.
    public record Inference(DocumentRecord inferred, DocumentRecord described) {}

    /// What stands under the changes of people.
    public Optional<Inference> inference(DocumentId id) {
        return documents.inference(id);
    }

    /// Replaces what a sidecar made of a record; what people changed stays above it.
    public void redescribe(DocumentId id, DocumentRecord described) {
        database.writeOnly(() -> documents.redescribe(id, described));
    }

    /// The changes that people made to a document's record, the newest first.
    public List<Edit> edits(DocumentId id) {
        return edits.of(id);
    }

    /// Sets one field of the records of several documents at once.
    ///
    /// @param values the new values, empty for "unknown"; single-valued fields take at most one
    /// @param who the person's name, kept with the change
    /// @return the batch, to undo it by
    /// @throws IllegalArgumentException with a sentence for the person when a value does not fit the field
    public long edit(Collection<DocumentId> ids, RecordField field, List<String> values, String who) {
        List<String> checked = FieldValues.check(field, values);
        return database.write(() -> {
            long batch = edits.nextBatch();
            for (DocumentId id : ids) {
                CataloguedDocument document = documents
                        .find(id)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no document " + id.shortForm() + "."));
                edits.add(batch, id, field, FieldValues.read(document.record(), field), checked, who);
                documents.touch(id);
            }
            return batch;
        });
    }

    /// Takes back everything that was changed in one batch. Undoing twice changes nothing.
    ///
    /// @return how many documents it concerned
    public int undo(long batch, String who) {
        return database.write(() -> {
            List<DocumentId> concerned = edits.undo(batch, who);
            concerned.forEach(documents::touch);
            return concerned.size();
        });
    }
}
