package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import sourcebook.extraction.ExtractedDocument;

/// Web pages that are told by their name and their first element, without a detection by the signs of all formats,
/// which takes several times as long as to parse a page. A page of bounded size needs no process of its own either:
/// the describer gives the same source to the same parser in this process anyway. Here it is bounded in size, in
/// depth (by the parser) and in time; what is beyond goes to a worker. The same as [OriginalReader] makes of it.
/// Thread-safe.
public final class PlainHtml {
    static final String TYPE = "text/html";

    /// Larger files go to a worker, which has a limit of memory.
    private static final int LARGEST_BYTES = 1 << 20;

    /// Far more than a page of that size takes; the walk over what was parsed comes on top.
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// Where the first element of a page stands, and where Tika looks for XHTML's.
    private static final int HEAD_BYTES = 8192;

    /// A document type without more, comments, and the first element's tag. Of other types XHTML is one.
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s{0,64}(?:<!doctype\\s{1,8}html\\s{0,8}>)?(?:\\s++|<!--[^>]{0,2000}+(?<=--)>){0,20}+<html((?:\\s[^<>]{0,2000}+)?)>",
            Pattern.CASE_INSENSITIVE);

    private static final String XHTML = "<html xmlns=";

    private PlainHtml() {}

    /// What such a file holds; empty for any other.
    ///
    /// @param name the original's own name
    /// @param mostCharacters longer pages (UTF-16 units) are not read here
    public static Optional<ExtractedDocument> read(Path original, String name, long mostCharacters) throws IOException {
        int limit = (int) Math.min(LARGEST_BYTES, mostCharacters);
        if (!named(name) || Files.size(original) > limit) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(original)) {
            bytes = stream.readNBytes(limit + 1);
        }
        if (bytes.length > limit || !begins(bytes) || Decoded.strict(bytes, StandardCharsets.UTF_8) == null) {
            return Optional.empty();
        }
        Draft draft = new Draft(new Request(original, name, original, 0, 0, 0, mostCharacters, 0, 0), TYPE);
        draft.html = Decoded.html(bytes, null).text();
        try {
            draft.page(VisibleText.of(new TimedReader(draft.html, LONGEST)));
        } catch (UncheckedIOException late) {
            return Optional.empty();
        }
        return Optional.of(draft.finished());
    }

    /// Whether a file is named as a page and begins as one that is not XHTML.
    static boolean is(Path original, String name) throws IOException {
        if (!named(name)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(original)) {
            return begins(stream.readNBytes(HEAD_BYTES));
        }
    }

    private static boolean named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }

    private static boolean begins(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        var beginning = BEGINNING.matcher(head);
        return beginning.lookingAt()
                && !beginning.group(1).toLowerCase(Locale.ROOT).contains("xmlns")
                && !head.contains(XHTML);
    }
}
