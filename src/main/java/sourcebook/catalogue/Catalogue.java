package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Documents, their records and texts: the truth of an archive. Thread-safe.
///
/// Every change of a document takes the next number of one growing sequence in the same transaction. An
/// index follows by [#changesAfter]: whatever is newer than what it holds.
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final Database database;
    private final JdbcClient jdbc;
    private final KeptTexts texts;
    private final Documents documents;
    private final Descriptions descriptions;
    private final Settlements settlements;
    private final Edits edits;
    private final Backlog backlog;
    private final Stories stories;

    /// A catalogue that compares no texts: every document stays alone.
    public Catalogue(Database database) {
        this(database, StoryJudge.NONE);
    }

    public Catalogue(Database database, StoryJudge judge) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.edits = new Edits(jdbc);
        this.texts = new KeptTexts(database);
        this.descriptions = new Descriptions(database, edits, texts);
        this.backlog = new Backlog(jdbc);
        this.documents = new Documents(database, edits, descriptions, texts);
        this.stories = new Stories(database, documents, judge);
        this.settlements = new Settlements(database, documents, descriptions, backlog, stories);
    }

    public Optional<CataloguedDocument> find(DocumentId id) {
        return documents.find(id);
    }

    /// Which documents carry the same text.
    public Stories stories() {
        return stories;
    }

    /// The document whose id begins with these digits, if exactly one does.
    public Optional<CataloguedDocument> findByPrefix(String prefix) {
        if (!prefix.matches("[0-9a-f]{6,64}")) {
            return Optional.empty();
        }
        String open = "0".repeat(64 - prefix.length());
        List<DocumentId> ids = jdbc.sql("select id from document where id between :first and :last limit 2")
                .param("first", new DocumentId(prefix + open).bytes())
                .param("last", new DocumentId(prefix + open.replace('0', 'f')).bytes())
                .query(Documents::id)
                .list();
        return ids.size() == 1 ? find(ids.getFirst()) : Optional.empty();
    }

    public Optional<DocumentText> text(DocumentId id) {
        return documents.text(id);
    }

    /// The same for the index, which asks for each text once and soon after it was written: then it comes from
    /// memory.
    public Optional<DocumentText> textToIndex(DocumentId id) {
        return documents.recent().take(id).or(() -> documents.text(id));
    }

    /// Writes texts; they are held for the index once they are durable.
    ///
    /// @param sketches those of the texts
    private void writeTexts(List<StorySketch> sketches, Runnable work) {
        database.writeOnly(() -> stories.enterAll(sketches, work), documents.recent()::publish, () -> {
            documents.recent().forget();
            stories.forget();
        });
        try {
            texts.makeDictionary(database);
        } catch (DataAccessException | TransactionException unwritten) {
            LOG.warn("No dictionary of texts was made; the texts are kept, in a little more room.", unwritten);
        }
    }

    /// Whether the catalogue has a document of these bytes, with a location or without.
    public boolean has(DocumentId id) {
        return documents.exists(id);
    }

    /// Where a document's text names the countries its record says it is about, ascending.
    public List<Mention> mentions(DocumentId id) {
        return texts.mentions(id);
    }

    /// Whether some of a document's text still waits to be recognised from images.
    public boolean needsOcr(DocumentId id) {
        return backlog.needsOcr(id);
    }

    /// Whether a document's original must be read to describe it by these rules: it was described by
    /// others, and what extraction gave then was not kept.
    public boolean mustBeRead(DocumentId id, int rules) {
        return backlog.mustBeRead(id, rules);
    }

    /// Whether what extraction gave of a document was kept in a form that could be read.
    public boolean isKept(DocumentId id) {
        return backlog.isKept(id);
    }

    /// What was kept of a document's extraction; empty for one from an older archive.
    public Optional<Kept> kept(DocumentId id) {
        return texts.extracted(id).flatMap(bytes -> text(id).map(text -> new Kept(bytes, text)));
    }

    /// Writes what became of received files, with their documents, in one durable transaction.
    public void settle(List<Settlement> batch) {
        List<StorySketch> sketches = new ArrayList<>();
        for (Settlement settlement : batch) {
            if (settlement instanceof Settlement.Saved saved) {
                sketches.add(saved.document().sketch());
            }
        }
        writeTexts(sketches, () -> batch.forEach(settlements::settle));
    }

    /// Files or parts that are gone: their rows are closed, and a document without any location left is
    /// no longer found.
    public void remove(List<Long> ledgerIds) {
        if (!ledgerIds.isEmpty()) { // every file that was read asks; a transaction without work costs one all the same
            database.writeOnly(() -> ledgerIds.forEach(settlements::remove));
        }
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

    /// Physical pages of all documents that are there.
    public long pages() {
        return jdbc.sql("select coalesce(sum(pages), 0) from document where present = 1")
                .query(Long.class)
                .single();
    }

    /// Documents found at locations whose path begins with `folder` (`a/b/`; empty for all): those that a
    /// changed sidecar can concern.
    public List<DocumentId> documentsBelow(String folder) {
        return documents.below(folder);
    }

    /// A record as the describer made it, and as a sidecar overruled it.
    public record Inference(DocumentRecord inferred, DocumentRecord described) {}

    /// Hashes of the blocks that at least three other pages of this site hold, some thousands at most.
    ///
    /// @param site as in [Blocks]
    public Set<Long> repeatedBlocks(String site) {
        return descriptions.repeated(site);
    }

    /// How many documents lack each field or know it only weakly, for the fields that are looked after.
    public List<Weaknesses> weaknesses() {
        return descriptions.weaknesses();
    }

    /// Present documents with a weakness, in order of adding.
    public List<CataloguedDocument> weak(RecordField field, Weakness weakness, int offset, int limit) {
        return documents.weak(FieldStates.kind(field, weakness), offset, limit);
    }

    /// The first documents with a weakness, in the order of [#weak].
    public List<DocumentId> weakIds(RecordField field, Weakness weakness, int limit) {
        return documents.weakIds(FieldStates.kind(field, weakness), limit);
    }

    /// Most documents named in one [Alike].
    public static final int MOST_ALIKE = 1_000;

    /// Other documents that may need the correction that a person just made in one field of this one, by
    /// what they have in common; only kinds with at least one document.
    public List<Alike> alike(DocumentId id, RecordField field) {
        Inference made = inference(id).orElse(null);
        CataloguedDocument document = find(id).orElse(null);
        if (made == null || document == null) {
            return List.of();
        }
        List<String> now = FieldValues.read(document.record(), field);
        return descriptions.alike(id, field, made.inferred(), now, MOST_ALIKE);
    }

    /// All that was ever said about each field of a document and still stands, in the order of
    /// [RecordField].
    public List<Provenance> provenance(DocumentId id) {
        return inference(id).map(made -> Layers.of(made, edits.holding(id))).orElse(List.of());
    }

    /// What stands under the changes of people.
    public Optional<Inference> inference(DocumentId id) {
        return documents.inference(id);
    }

    /// Replaces what a sidecar made of a record; what people changed stays above it.
    public void redescribe(DocumentId id, DocumentRecord described) {
        database.writeOnly(() -> documents.redescribe(id, described));
    }

    /// Present documents that other rules than these described.
    ///
    /// @param rules as in [NewDocument]
    /// @param kept true for those that can be described again from what was kept of their extraction,
    ///     false for those whose originals must be read for it
    public List<DocumentId> describedByOtherRules(int rules, boolean kept, int limit) {
        return backlog.ofOtherRules(rules, kept, limit);
    }

    /// How many documents [#describedByOtherRules] would give without a limit.
    public long countDescribedByOtherRules(int rules, boolean kept) {
        return backlog.countOfOtherRules(rules, kept);
    }

    /// Files (not parts) with documents that other rules described, of which nothing was kept, and which
    /// must be read for it, by path.
    public List<String> filesToReadAgain(int rules) {
        return backlog.filesToRead(rules);
    }

    /// Writes documents that were described again, in one durable transaction. What people changed stays
    /// above it.
    public void describeAgain(List<Redescribed> batch) {
        writeTexts(
                batch.stream().map(Redescribed::sketch).toList(),
                () -> batch.forEach(again -> {
                    documents.describeAgain(again);
                    stories.saved(again.id(), again.text(), again.sketch());
                }));
    }

    /// What was kept of a document's extraction cannot be read any more: its original must be read again.
    public void forgetExtraction(DocumentId id) {
        database.writeOnly(() -> descriptions.forget(id));
    }

    /// A document stays as it is until the rules change once more: its original could not be read again.
    public void leaveAsDescribed(DocumentId id, int rules) {
        database.writeOnly(() -> descriptions.leave(id, rules));
    }

    /// Documents with pages that wait to be recognised, in order of adding.
    public List<DocumentId> forRecognition(int limit) {
        return backlog.forRecognition(limit);
    }

    /// How many documents wait for recognition.
    public long countForRecognition() {
        return backlog.countForRecognition();
    }

    /// Puts a document in place of the same one as it was before its pages were recognised. What people
    /// changed in its record stays.
    public void complete(NewDocument document) {
        writeTexts(List.of(document.sketch()), () -> settlements.replace(document));
    }

    /// A document's pages could not be recognised: it says why and waits no longer.
    public void recognitionFailed(DocumentId id, String reason) {
        database.writeOnly(() -> settlements.withoutRecognition(id, reason));
    }

    /// What is left of a document's pages this engine cannot recognise, since it has no model for them: it
    /// waits for another one, over restarts.
    ///
    /// @param engine says which, with its models
    public void awaitOtherEngine(DocumentId id, String engine) {
        database.writeOnly(() -> backlog.awaitOtherEngine(id, engine));
    }

    /// From now on this engine recognises: documents that were set aside with another one wait again.
    public void useEngine(String engine) {
        database.writeOnly(() -> backlog.useEngine(engine));
    }

    /// Lets documents wait for recognition again that had failed in it, or were set aside.
    public void recogniseFailedAgain() {
        database.writeOnly(backlog::recogniseFailedAgain);
    }

    /// Works out for documents of an older archive what is kept of newer ones.
    ///
    /// @return how many it was; 0 when there are none left
    public int examine(int limit) {
        return database.write(() -> descriptions.examine(limit));
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
                changed(id);
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
            concerned.forEach(this::changed);
            return concerned.size();
        });
    }

    private void changed(DocumentId id) {
        descriptions.changed(id);
        documents.touch(id);
    }
}
