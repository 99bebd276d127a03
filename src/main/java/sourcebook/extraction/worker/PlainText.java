package sourcebook.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument;

/// Plain text that needs no parser and so no process of its own: a file named as text, of bounded size, that is
/// strictly UTF-8, with a byte order mark or without, and in which the detection by signs sees nothing but text. The
/// same as [OriginalReader] makes of
/// it. Thread-safe.
public final class PlainText {
    /// Larger files go to a worker, which has a limit of memory.
    private static final long LARGEST_BYTES = 8 << 20;

    /// As much as the detection looks at.
    private static final int HEAD_BYTES = 1 << 16;

    private static final String TYPE = "text/plain";

    private static final String MARK = "\uFEFF";

    /// Signs of formats that look like the word of a sentence: of mailboxes, patches, solids, fonts and models.
    private static final Set<String> SIGNS = Set.of("From", "diff", "solid", "true", "Obj", "function");

    /// Pages begin with markup, perhaps behind some words.
    private static final int MARKUP_CHARACTERS = 8192;

    private PlainText() {}

    /// What such a file holds; empty for any other.
    ///
    /// @param name the original's own name
    /// @param mostCharacters longer texts (UTF-16 units) are not read here
    public static Optional<ExtractedDocument> read(Path original, String name, long mostCharacters) throws IOException {
        int limit = (int) Math.min(LARGEST_BYTES, mostCharacters);
        long size = named(name) ? Files.size(original) : Long.MAX_VALUE;
        if (size > limit) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(original)) {
            bytes = stream.readNBytes((int) size + 1);
        }
        if (bytes.length > size) { // it has grown since
            return Optional.empty();
        }
        String text = withoutMark(Decoded.strict(bytes, StandardCharsets.UTF_8));
        if (text == null || text.isBlank() || text.indexOf(0) >= 0) {
            return Optional.empty();
        }
        if (!prose(text) && (!detect(bytes, name).equals(TYPE) || MailboxReader.begins(original))) {
            return Optional.empty();
        }
        Draft draft = new Draft(new Request(original, name, original, 0, 0, 0, mostCharacters, 0, 0), TYPE);
        draft.page(text);
        return Optional.of(draft.finished());
    }

    /// A byte order mark at the beginning is no part of the text; a second one is, as to a worker.
    private static @Nullable String withoutMark(@Nullable String text) {
        return text != null && text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static boolean named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".text");
    }

    /// Whether a text begins with a word as a sentence does, which no sign of another format is like: those
    /// are in capitals, hold other signs, or are among the few words here. Detection costs as much as
    /// describing a short text.
    private static boolean prose(String text) {
        int end = 0;
        boolean small = false;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            small |= Character.isLowerCase(text.charAt(end++));
        }
        boolean another =
                end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1));
        int markup = text.indexOf('<');
        return small
                && another
                && (markup < 0 || markup >= MARKUP_CHARACTERS)
                && !SIGNS.contains(text.substring(0, end));
    }

    private static String detect(byte[] bytes, String name) throws IOException {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        ByteArrayInputStream head = new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, HEAD_BYTES));
        return MimeTypes.getDefaultMimeTypes().detect(head, hints).getBaseType().toString();
    }
}
