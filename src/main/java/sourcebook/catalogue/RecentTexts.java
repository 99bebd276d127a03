package sourcebook.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Texts that were written a moment ago, for the index, which wants each of them once and soon: else it would be read
/// back and unpacked. Thread-safe.
///
/// A text is held only from when its transaction is durable until it is taken or another is written for its document,
/// so that what is held is always what the database has.
final class RecentTexts {
    /// UTF-16 units of all texts together: a sixteenth of the memory there may be, at two bytes each.
    private static final long MOST = Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 32);

    private final SequencedMap<DocumentId, DocumentText> texts = new LinkedHashMap<>();
    private final Map<DocumentId, DocumentText> written = new HashMap<>();
    private long characters;

    /// A text was written in a transaction that is not yet durable.
    synchronized void write(DocumentId id, DocumentText text) {
        take(id);
        written.put(id, text);
    }

    /// What was written is durable.
    synchronized void publish() {
        written.forEach((id, text) -> {
            long length = length(text);
            if (length <= MOST / 4 && !hasSurrogates(text.text()) && !hasSurrogates(text.furniture())) {
                texts.put(id, text);
                characters += length;
            }
        });
        written.clear();
        while (characters > MOST) {
            characters -= length(texts.pollFirstEntry().getValue());
        }
    }

    /// What was written was taken back.
    synchronized void forget() {
        written.clear();
    }

    /// The text of a document if it is held; no longer then.
    synchronized Optional<DocumentText> take(DocumentId id) {
        DocumentText text = texts.remove(id);
        if (text != null) {
            characters -= length(text);
        }
        return Optional.ofNullable(text);
    }

    private static long length(DocumentText text) {
        return (long) text.text().length() + text.furniture().length();
    }

    /// A half of a character is another one when it comes back from the database.
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
