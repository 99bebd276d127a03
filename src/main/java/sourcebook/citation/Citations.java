package sourcebook.citation;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;

/// What people saved, and the collections they saved it to.
///
/// Every change is one statement, so it is done whole or not at all, and no change reads before it writes; any number
/// of
/// threads may call this at once. Deleting marks, and can be undone. Unknown ids give an empty answer, never an error.
public final class Citations {
    /// The name the default collection gets when it is made.
    public static final String DEFAULT_NAME = "My citations";

    private static final String COLUMNS = """
            c.id, c.document_id, c.collection_id, c.quote, c.start_offset, c.end_offset, c.page_from, c.page_to, c.note,
            c.title, c.creators, c.date, c.source, c.url, c.type, c.language, c.path, c.created, c.changed
            """;
    private static final String LIVING = """
            from citation c join citation_collection l on l.id = c.collection_id
            where c.deleted is null and l.deleted is null
            """;
    private static final String SAME_PASSAGE = """
            document_id = :document and collection_id = :collection and deleted is null
            and coalesce(start_offset, -1) = coalesce(:start, -1) and coalesce(end_offset, -1) = coalesce(:end, -1)
            and coalesce(quote, '') = coalesce(:quote, '')
            """;
    /// Whether the lines of `:words` stand in the note, as whole lines.
    private static final String SAID_ALREADY =
            "(:words = '' or instr(char(10) || note || char(10), char(10) || :words || char(10)) > 0)";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final CitationCollections collections;

    /// @param dataSource the archive's database, migrated
    public Citations(DataSource dataSource) {
        this(dataSource, Clock.systemUTC());
    }

    Citations(DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.collections = new CitationCollections(jdbc, clock);
    }

    /// All collections, the default one first, then by name.
    public List<CitationCollection> collections() {
        return collections.all();
    }

    public Optional<CitationCollection> collection(long id) {
        return collections.find(id);
    }

    /// Where a citation goes when no collection is named; made when there is none yet.
    public CitationCollection defaultCollection() {
        return collections.standard();
    }

    /// Makes a collection; one that has this name already (case aside) is given instead of a second.
    ///
    /// @throws IllegalArgumentException when the name is blank or longer than 200 characters
    public CitationCollection createCollection(String name) {
        return collections.create(name);
    }

    /// @return the renamed collection, empty when there is none with this id
    /// @throws IllegalArgumentException when the name is blank, too long, or another collection's
    public Optional<CitationCollection> renameCollection(long id, String name) {
        return collections.rename(id, name);
    }

    /// Deletes a collection with its citations, until [#restoreCollection].
    ///
    /// @return whether there was one
    public boolean deleteCollection(long id) {
        return collections.delete(id);
    }

    /// Brings a deleted collection back with the citations that were in it.
    public Optional<CitationCollection> restoreCollection(long id) {
        return collections.restore(id);
    }

    /// Saves a document, or a passage of it. The same passage saved again to the same collection gives the citation
    /// that is there; a note that it does not have yet is added to it, so that no word of a person is lost.
    ///
    /// @param path where the original lies, see [CitedWork#path]
    /// @param passage null to cite the document as a whole
    /// @param note empty for none
    /// @throws IllegalArgumentException when there is no collection with this id
    public Citation save(
            DocumentId document,
            DocumentRecord record,
            String path,
            @Nullable Passage passage,
            String note,
            long collectionId) {
        if (collections.find(collectionId).isEmpty()) {
            throw new IllegalArgumentException("There is no collection " + collectionId + ".");
        }
        String words = note.strip();
        Optional<Long> made = bindWork(bindPassage(jdbc.sql("""
                                    insert into citation (document_id, collection_id, quote, start_offset, end_offset,
                                        page_from, page_to, note, title, creators, date, source, url, type, language,
                                        path, created, changed)
                                    values (:document, :collection, :quote, :start, :end, :pageFrom, :pageTo, :note,
                                        :title, :creators, :date, :source, :url, :type, :language, :path, :now, :now)
                                    on conflict do nothing
                                    returning id
                                    """), passage), CitedWork.of(record, path))
                .param("document", document.value())
                .param("collection", collectionId)
                .param("note", words)
                .param("now", now())
                .query(Long.class)
                .optional();
        long id = made.orElseGet(() -> addNote(document, collectionId, passage, words));
        return find(id).orElseThrow(() -> new IllegalStateException("Deleted while it was saved: citation " + id));
    }

    public Optional<Citation> find(long id) {
        return jdbc.sql("select " + COLUMNS + LIVING + " and c.id = :id")
                .param("id", id)
                .query(CitationRows::citation)
                .optional();
    }

    /// The citations of a collection in the order they were saved.
    public List<Citation> list(long collectionId) {
        return jdbc.sql("select " + COLUMNS + LIVING + " and c.collection_id = :collection order by c.created, c.id")
                .param("collection", collectionId)
                .query(CitationRows::citation)
                .list();
    }

    /// The citations of all collections in the order they were saved.
    public List<Citation> all() {
        return jdbc.sql("select " + COLUMNS + LIVING + " order by c.created, c.id")
                .query(CitationRows::citation)
                .list();
    }

    /// What was cited of a document, by place in its text: the document as a whole first.
    public List<Citation> ofDocument(DocumentId document) {
        return jdbc.sql("select " + COLUMNS + LIVING + """
                 and c.document_id = :document order by coalesce(c.start_offset, -1), c.end_offset, c.id
                """)
                .param("document", document.value())
                .query(CitationRows::citation)
                .list();
    }

    /// @return the citation as it is now, empty when there is none with this id
    public Optional<Citation> editNote(long id, String note) {
        jdbc.sql("update citation set note = :note, changed = :now where id = :id and deleted is null")
                .param("note", note.strip())
                .param("now", now())
                .param("id", id)
                .update();
        return find(id);
    }

    /// Puts right the pages of a passage: the printed numbers, where they differ from the counted ones. Does nothing to
    /// a citation of a whole document.
    ///
    /// @throws IllegalArgumentException when the pages run backwards
    public Optional<Citation> editPages(long id, int pageFrom, int pageTo) {
        Optional<Passage> passage = find(id).map(Citation::passage).map(old -> old.onPages(pageFrom, pageTo));
        if (passage.isPresent()) {
            jdbc.sql("""
                    update citation set page_from = :from, page_to = :to, changed = :now
                    where id = :id and deleted is null
                    """)
                    .param("from", pageFrom)
                    .param("to", pageTo)
                    .param("now", now())
                    .param("id", id)
                    .update();
        }
        return find(id);
    }

    /// Takes over what the record says now for all citations of a document, in deleted ones too.
    ///
    /// @return how many citations were renewed
    public int renew(DocumentId document, DocumentRecord record, String path) {
        return bindWork(jdbc.sql("""
                        update citation set title = :title, creators = :creators, date = :date, source = :source,
                            url = :url, type = :type, language = :language, path = :path
                        where document_id = :document
                        """), CitedWork.of(record, path))
                .param("document", document.value())
                .update();
    }

    /// Moves a citation. When its passage is in the other collection already, the two become one: the note is added
    /// there.
    ///
    /// @return the citation in its new collection, empty when there is no such citation or collection
    public Optional<Citation> move(long id, long collectionId) {
        Optional<Citation> before = find(id);
        if (before.isEmpty() || collections.find(collectionId).isEmpty()) {
            return Optional.empty();
        }
        Citation citation = before.get();
        if (citation.collectionId() == collectionId) {
            return before;
        }
        int moved = bindPassage(jdbc.sql("""
                        update citation set collection_id = :collection, changed = :now
                        where id = :id and deleted is null
                        and not exists (select 1 from citation where
                        """ + SAME_PASSAGE + ")"), citation.passage())
                .param("document", citation.document().value())
                .param("collection", collectionId)
                .param("now", now())
                .param("id", id)
                .update();
        if (moved == 1) {
            return find(id);
        }
        long there = addNote(citation.document(), collectionId, citation.passage(), citation.note());
        delete(id);
        return find(there);
    }

    /// Deletes a citation, until [#restore].
    ///
    /// @return whether there was one
    public boolean delete(long id) {
        return jdbc.sql("update citation set deleted = :now where id = :id and deleted is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Brings a deleted citation back. When its passage was saved again in the meantime, that citation gets the note
    /// and is given.
    ///
    /// @return empty when there is none with this id, or its collection is deleted
    public Optional<Citation> restore(long id) {
        Optional<Citation> gone = jdbc.sql("select " + COLUMNS + " from citation c where c.id = :id")
                .param("id", id)
                .query(CitationRows::citation)
                .optional();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        Citation citation = gone.get();
        int restored = bindPassage(jdbc.sql("""
                        update citation set deleted = null, changed = :now
                        where id = :id and deleted is not null
                        and not exists (select 1 from citation where
                        """ + SAME_PASSAGE + ")"), citation.passage())
                .param("document", citation.document().value())
                .param("collection", citation.collectionId())
                .param("now", now())
                .param("id", id)
                .update();
        if (restored == 1) {
            return find(id);
        }
        return find(addNote(citation.document(), citation.collectionId(), citation.passage(), citation.note()));
    }

    /// Adds `words` to the note of the living citation of a passage, unless it holds them, and gives its id.
    private long addNote(DocumentId document, long collectionId, @Nullable Passage passage, String words) {
        return bindPassage(jdbc.sql("""
                        update citation set
                            note = case when note = '' then :words when %1$s then note
                                else note || char(10) || :words end,
                            changed = case when %1$s then changed else :now end
                        where
                        """.formatted(SAID_ALREADY) + SAME_PASSAGE + " returning id"), passage)
                .param("document", document.value())
                .param("collection", collectionId)
                .param("words", words)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    private static StatementSpec bindPassage(StatementSpec statement, @Nullable Passage passage) {
        return CitationRows.bind(statement, passage);
    }

    private static StatementSpec bindWork(StatementSpec statement, CitedWork work) {
        return CitationRows.bind(statement, work);
    }
}
