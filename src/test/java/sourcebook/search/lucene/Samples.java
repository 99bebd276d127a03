package sourcebook.search.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;
import sourcebook.search.IndexedDocument;

/// Documents made for tests.
final class Samples {
    private Samples() {}

    static DocumentId id(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new DocumentId(HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static IndexedDocument document(String name, String text) {
        return document(name, DocumentRecord.EMPTY, DocumentText.of(text));
    }

    static IndexedDocument document(String name, DocumentRecord record, DocumentText text) {
        return new IndexedDocument(
                id(name), record, text, "folder/" + name + ".txt", text.text().isEmpty() ? "needs OCR" : null);
    }

    /// A copy of a story.
    static IndexedDocument copy(String name, String story, DocumentRecord record, DocumentText text) {
        IndexedDocument alone = document(name, record, text);
        return new IndexedDocument(alone.id(), record, text, alone.path(), story, alone.withoutText());
    }

    static DocumentRecord record(
            @Nullable String title, @Nullable String date, @Nullable String source, String... about) {
        return DocumentRecord.EMPTY
                .withTitle(title == null ? null : stated(title))
                .withDate(date == null ? null : stated(PartialDate.parse(date).orElseThrow()))
                .withSource(source == null ? null : stated(source))
                .withAbout(List.of(about).stream().map(Samples::stated).toList());
    }

    static <T> Evidenced<T> stated(T value) {
        return Evidenced.of(value, "test", Confidence.HIGH);
    }
}
