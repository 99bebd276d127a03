package sourcebook.description.story;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.NewDocument;
import sourcebook.catalogue.PartialDate;
import sourcebook.catalogue.Settlement;
import sourcebook.catalogue.StoryJudge;

/// A real catalogue without files: texts go in by name, stories come out by name.
final class StoryArchive implements AutoCloseable {
    final Database database;
    final Ledger ledger;
    final Catalogue catalogue;
    final StoryJudge judge = new StoryComparer();
    private final Map<DocumentId, String> names = new TreeMap<>();
    private final Map<String, Long> rows = new TreeMap<>();

    StoryArchive(Path file) {
        database = Database.open(file);
        ledger = new Ledger(database);
        catalogue = new Catalogue(database, judge);
    }

    /// Statements asked of the database since it was opened.
    long statements() {
        return database.work().of("");
    }

    /// Saves a text as a document of this name; two with the same name are two documents only if their texts differ.
    DocumentId save(String name, String text, @Nullable String date) {
        return saveAll(List.of(new Text(name, text, date))).getFirst();
    }

    /// A text to be saved.
    record Text(String name, String text, @Nullable String date) {}

    /// Saves texts in one transaction, as the pipeline does with those that wait.
    List<DocumentId> saveAll(List<Text> texts) {
        return saveAll(texts, catalogue, judge);
    }

    /// Saves texts as an archive did before there were stories.
    List<DocumentId> saveAllWithoutStories(List<Text> texts) {
        return saveAll(texts, new Catalogue(database), StoryJudge.NONE);
    }

    private List<DocumentId> saveAll(List<Text> texts, Catalogue into, StoryJudge with) {
        List<Ledger.Found> found = texts.stream()
                .map(text ->
                        new Ledger.Found(Location.of(text.name()), text.text().length(), Instant.EPOCH))
                .toList();
        List<Long> received = ledger.receive(found);
        List<Settlement> settlements = new ArrayList<>();
        List<DocumentId> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            NewDocument document = document(texts.get(i), with);
            names.put(document.id(), texts.get(i).name());
            rows.put(texts.get(i).name(), received.get(i));
            ids.add(document.id());
            settlements.add(new Settlement.Saved(received.get(i), document));
        }
        into.settle(settlements);
        return ids;
    }

    static NewDocument document(Text text, StoryJudge judge) {
        DocumentText content = DocumentText.of(text.text());
        DocumentRecord record = DocumentRecord.EMPTY.withDate(
                text.date() == null
                        ? null
                        : Evidenced.of(
                                PartialDate.parse(text.date()).orElseThrow(),
                                "dateline",
                                text.date(),
                                Confidence.HIGH));
        return new NewDocument(
                id(text.name() + "\n" + text.text()),
                "text/plain",
                text.text().length(),
                record,
                record,
                content,
                null,
                false,
                List.of(),
                List.of(),
                Blocks.NONE,
                judge.sketch(content),
                new byte[0]);
    }

    void remove(String name) {
        catalogue.remove(List.of(rows.get(name)));
    }

    /// The document of this name.
    DocumentId named(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /// Saves the same document with another text, as OCR does.
    void replace(String name, String text) {
        DocumentId id = named(name);
        NewDocument other = document(new Text(name, text, null), judge);
        catalogue.complete(new NewDocument(
                id,
                other.mediaType(),
                other.size(),
                other.inferred(),
                other.described(),
                other.text(),
                null,
                true,
                List.of(),
                List.of(),
                Blocks.NONE,
                other.sketch(),
                new byte[0]));
    }

    static DocumentId id(String bytes) {
        try {
            return new DocumentId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The names of the documents by story, each story's in order; documents that are alone are left out.
    Collection<List<String>> stories() {
        Map<String, TreeSet<String>> byStory = new TreeMap<>();
        names.forEach((id, name) -> catalogue
                .find(id)
                .map(CataloguedDocument::story)
                .ifPresent(story ->
                        byStory.computeIfAbsent(story, first -> new TreeSet<>()).add(name)));
        return byStory.values().stream()
                .map(List::copyOf)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
