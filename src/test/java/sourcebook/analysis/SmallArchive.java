package sourcebook.analysis;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.NewDocument;
import sourcebook.catalogue.PartialDate;
import sourcebook.catalogue.Settlement;
import sourcebook.catalogue.StoryJudge;
import sourcebook.description.story.StoryComparer;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;
import sourcebook.search.lucene.LuceneSearchEngine;

/// A real catalogue with a real index that follows it, without files: texts go in by name.
final class SmallArchive implements AutoCloseable {
    final Path folder;
    final Database database;
    final Catalogue catalogue;
    final DocumentNumbers numbers;
    final SearchEngine engine;
    private final Ledger ledger;
    private final StoryJudge judge = new StoryComparer();
    private final Map<String, Long> rows = new TreeMap<>();

    SmallArchive(Path folder) {
        this.folder = folder;
        this.database = Database.open(folder.resolve("catalogue.sqlite"));
        this.ledger = new Ledger(database);
        this.catalogue = new Catalogue(database, judge);
        this.numbers = new DocumentNumbers(database);
        this.engine = LuceneSearchEngine.open(folder.resolve("index"));
    }

    DocumentId save(String name, String text) {
        return save(name, DocumentRecord.EMPTY, DocumentText.of(text));
    }

    DocumentId save(String name, DocumentRecord record, DocumentText text) {
        DocumentId id = id(name);
        long row = ledger.receive(
                        List.of(new Ledger.Found(Location.of(name), text.text().length(), Instant.EPOCH)))
                .getFirst();
        rows.put(name, row);
        catalogue.settle(List.of(new Settlement.Saved(row, document(id, record, text))));
        return id;
    }

    /// The same document with another text, as recognition gives it.
    void recognise(String name, String text) {
        CataloguedDocument before = catalogue.find(id(name)).orElseThrow();
        catalogue.complete(document(before.id(), before.record(), DocumentText.of(text)));
    }

    private NewDocument document(DocumentId id, DocumentRecord record, DocumentText text) {
        return new NewDocument(
                id,
                "text/plain",
                text.text().length(),
                record,
                record,
                text,
                null,
                false,
                List.of(),
                List.of(),
                Blocks.NONE,
                judge.sketch(text),
                new byte[0]);
    }

    void remove(String name) {
        catalogue.remove(List.of(rows.get(name)));
    }

    /// Lets the index follow the catalogue.
    void follow() {
        long applied = engine.committedSequence();
        for (Change change : catalogue.changesAfter(applied, Integer.MAX_VALUE)) {
            CataloguedDocument document = change.document();
            if (document == null) {
                engine.remove(change.id());
            } else {
                engine.put(new IndexedDocument(
                        document.id(),
                        document.record(),
                        catalogue.text(document.id()).orElseThrow(),
                        document.locations().getFirst().toString(),
                        document.story(),
                        document.withoutText()));
            }
            applied = change.sequence();
        }
        engine.commit(applied);
    }

    static DocumentId id(String name) {
        try {
            return new DocumentId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static DocumentRecord record(String title, String date, String source, String... about) {
        return DocumentRecord.EMPTY
                .withTitle(stated(title))
                .withDate(date.isEmpty() ? null : stated(PartialDate.parse(date).orElseThrow()))
                .withSource(source.isEmpty() ? null : stated(source))
                .withAbout(List.of(about).stream().map(SmallArchive::stated).toList());
    }

    static <T> Evidenced<T> stated(T value) {
        return Evidenced.of(value, "test", Confidence.HIGH);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
