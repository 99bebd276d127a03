package sourcebook.extraction.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A mailbox in the mbox format (RFC 4155 and its relatives): each message becomes a part. A line `From ` after an
/// empty
/// line begins a message; `>From ` in a body loses the mark that was put before it.
final class MailboxReader {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private static final int HEAD = 1024;
    private static final Pattern BEGINNING =
            Pattern.compile("From [^\\r\\n]*\\d{4}[^\\r\\n]*\\r?\\n>?[A-Za-z][A-Za-z0-9-]*:? ?\\S");

    private final Spool spool;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int messages;

    MailboxReader(Spool spool) {
        this.spool = spool;
    }

    /// Does it begin like a mailbox: a `From ` line and then a header field? Some mail is taken for HTML otherwise.
    static boolean begins(Path original) throws IOException {
        try (InputStream in = Files.newInputStream(original)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return BEGINNING.matcher(head).lookingAt();
        }
    }

    void read(Draft draft) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(draft.request.original()), 1 << 16)) {
            boolean blankBefore = true;
            var line = new ByteArrayOutputStream();
            while (next(in, line)) {
                byte[] bytes = line.toByteArray();
                if (blankBefore && startsWithFrom(bytes, 0)) {
                    finish();
                } else {
                    int quoted = 0;
                    while (quoted < bytes.length && bytes[quoted] == '>') {
                        quoted++;
                    }
                    int from = quoted > 0 && startsWithFrom(bytes, quoted) ? 1 : 0;
                    message.write(bytes, from, bytes.length - from);
                    if (message.size() > draft.request.maxPartBytes()) {
                        throw new Unreadable(
                                sourcebook.extraction.Extraction.Kind.TOO_LARGE, "A message in it is too large.");
                    }
                }
                blankBefore = bytes.length <= 2 && new String(bytes, StandardCharsets.US_ASCII).isBlank();
            }
        }
        finish();
    }

    private void finish() {
        byte[] bytes = message.toByteArray();
        message.reset();
        if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            spool.add("message-%04d.eml".formatted(++messages), () -> new ByteArrayInputStream(bytes));
        }
    }

    private static boolean startsWithFrom(byte[] line, int at) {
        for (int i = 0; i < FROM.length; i++) {
            if (at + i >= line.length || line[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean next(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return true;
            }
        }
        return line.size() > 0;
    }
}
