package sourcebook.extraction.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Kind;

/// Messages as on the wire (RFC 5322 and MIME), and web pages saved as MHTML, which are built the same
/// way.
///
/// Of alternatives the plain one is taken, or else the HTML one; parts that are shown with the text are
/// text, the others are attachments. A message attached to a message is a part of its own.
final class MailReader {
    private static final Set<String> MAIL =
            Set.of("message/rfc822", "message/news", "multipart/related", "application/x-mimearchive");

    private final Progress progress;

    MailReader(Progress progress) {
        this.progress = progress;
    }

    static boolean reads(String mediaType) {
        return MAIL.contains(mediaType);
    }

    void read(Draft draft) throws IOException {
        Message message = parsed(draft.request.original());
        try {
            MailHeaders.read(message, draft.metadata);
            if (isWebPage(message, draft)) {
                webPage(message, draft);
            } else {
                var spool = new Spool(draft.request, progress);
                List<String> texts = new ArrayList<>();
                gather(message, texts, spool);
                draft.page(String.join("\n\n", texts));
                draft.take(spool);
                if (texts.isEmpty()) {
                    draft.noTextReason = "the message has no text";
                }
            }
        } finally {
            message.dispose();
        }
    }

    static Message parsed(Path original) throws IOException {
        try (InputStream in = Files.newInputStream(original)) {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.custom()
                    .setMaxLineLen(-1)
                    .setMaxHeaderCount(-1)
                    .setMaxHeaderLen(-1)
                    .setMaxContentLen(-1)
                    .setMalformedHeaderStartsBody(false)
                    .build());
            builder.setDecodeMonitor(DecodeMonitor.SILENT);
            return builder.parseMessage(in);
        } catch (RuntimeException | org.apache.james.mime4j.MimeIOException e) {
            throw new Unreadable(Kind.BROKEN, "The message is damaged: " + Sentence.of(e), e);
        }
    }

    private static boolean isWebPage(Message message, Draft draft) {
        String name = draft.request.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".mht")
                || name.endsWith(".mhtml")
                || message.getHeader().getField("Snapshot-Content-Location") != null;
    }

    private static void webPage(Entity message, Draft draft) throws IOException {
        Entity page = firstHtml(message);
        if (page == null) {
            throw new Unreadable(Kind.BROKEN, "The saved web page holds no page.");
        }
        String source = Decoded.html(bytes(page), Decoded.named(declared(page))).text();
        draft.html = source;
        draft.page(VisibleText.of(source));
        draft.mediaType = "multipart/related";
        if (page.getHeader().getField("Content-Location") != null) {
            draft.metadata.set(
                    "Content-Location",
                    page.getHeader().getField("Content-Location").getBody());
        }
    }

    private static @Nullable Entity firstHtml(Entity entity) {
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                Entity found = firstHtml(part);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        String type = type(entity);
        return type.equals("text/html") || type.equals("application/xhtml+xml") ? entity : null;
    }

    private void gather(Entity entity, List<String> texts, Spool spool) throws IOException {
        progress.moved();
        switch (entity.getBody()) {
            case Multipart multipart
            when "alternative".equalsIgnoreCase(multipart.getSubType()) -> {
                int best = best(multipart);
                List<Entity> parts = multipart.getBodyParts();
                for (int i = 0; i < parts.size(); i++) {
                    Entity part = parts.get(i);
                    boolean branch =
                            part.getBody() instanceof Multipart; // its text is doubled, its attachments are not
                    if (i == best || branch || !type(part).startsWith("text/")) {
                        gather(part, i == best ? texts : new ArrayList<>(), spool);
                    }
                }
            }
            case Multipart multipart -> {
                for (Entity part : multipart.getBodyParts()) {
                    gather(part, texts, spool);
                }
            }
            case Message attached -> {
                String subject = attached.getSubject();
                spool.add(
                        name(entity, subject == null ? "message.eml" : subject.replaceAll("[/\\\\:]", "_") + ".eml"),
                        () -> source(attached));
            }
            case SingleBody body -> single(entity, texts, spool);
            case null, default -> {}
        }
    }

    private static void single(Entity entity, List<String> texts, Spool spool) throws IOException {
        String type = type(entity);
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType())
                || (entity.getFilename() != null && !"inline".equalsIgnoreCase(entity.getDispositionType()));
        if (!attached && type.equals("text/html")) {
            texts.add(VisibleText.of(
                    Decoded.html(bytes(entity), Decoded.named(declared(entity))).text()));
        } else if (!attached && (type.equals("text/plain") || type.equals("text/enriched"))) {
            texts.add(Decoded.plain(bytes(entity), Decoded.named(declared(entity)))
                    .text()
                    .strip());
        } else if (attached || (!type.startsWith("image/") && !type.startsWith("multipart/"))) {
            spool.add(
                    name(entity, "attachment" + extension(type)),
                    () -> ((SingleBody) entity.getBody()).getInputStream());
        }
        texts.removeIf(String::isBlank);
    }

    private static int best(Multipart alternatives) {
        int best = -1;
        int score = -1;
        List<Entity> parts = alternatives.getBodyParts();
        for (int i = 0; i < parts.size(); i++) {
            Entity part = parts.get(i);
            int own = part.getBody() instanceof Multipart
                    ? 1
                    : switch (type(part)) {
                        case "text/plain" -> hasWords(part) ? 3 : 0;
                        case "text/html" -> 2;
                        default -> 0;
                    };
            if (own > score) {
                score = own;
                best = i;
            }
        }
        return best;
    }

    private static boolean hasWords(Entity part) {
        try {
            return !new String(bytes(part), java.nio.charset.StandardCharsets.ISO_8859_1).isBlank();
        } catch (IOException e) {
            return false;
        }
    }

    static String type(Entity entity) {
        return entity.getMimeType() == null
                ? "text/plain"
                : entity.getMimeType().toLowerCase(Locale.ROOT);
    }

    /// The charset parameter as written; mime4j's own accessor answers `us-ascii` when there is none.
    static @Nullable String declared(Entity entity) {
        var field = entity.getHeader().getField("Content-Type");
        return field instanceof org.apache.james.mime4j.dom.field.ContentTypeField type ? type.getCharset() : null;
    }

    static byte[] bytes(Entity entity) throws IOException {
        if (entity.getBody() instanceof SingleBody body) {
            try (InputStream in = body.getInputStream()) {
                return in.readAllBytes();
            }
        }
        return new byte[0];
    }

    private static InputStream source(Message message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, bytes);
        return new java.io.ByteArrayInputStream(bytes.toByteArray());
    }

    private static String name(Entity entity, String otherwise) {
        String name = entity.getFilename();
        return name == null || name.isBlank() ? otherwise : MailHeaders.decoded(name);
    }

    private static String extension(String type) {
        return switch (type) {
            case "text/html" -> ".html";
            case "text/plain" -> ".txt";
            case "text/calendar" -> ".ics";
            case "application/pdf" -> ".pdf";
            default -> "";
        };
    }
}
