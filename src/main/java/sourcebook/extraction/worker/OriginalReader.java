package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.Extraction.Kind;

/// Detects what an original is and reads it. Used by one thread.
final class OriginalReader {
    private static final Set<String> HTML =
            Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml");
    private static final MediaType PDF = MediaType.application("pdf");
    private static final Set<String> TEXT_APPLICATIONS = Set.of(
            "application/json",
            "application/javascript",
            "application/x-tex",
            "application/x-bibtex-text-file",
            "application/x-sh",
            "application/sql",
            "application/x-subrip",
            "application/x-yaml");
    private static final Set<String> RECOGNISED =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/x-ms-bmp", "image/gif", "image/webp");

    private final Progress progress;
    private final TikaReader tika;
    private final PdfReader pdf;
    private final PictureReader pictures;
    private final MailReader mail;
    private final ContainerReader containers;

    OriginalReader(Progress progress) throws IOException {
        this.progress = progress;
        this.tika = new TikaReader(progress);
        this.pdf = new PdfReader(progress);
        this.pictures = new PictureReader(tika, progress);
        this.mail = new MailReader(progress);
        this.containers = new ContainerReader(progress);
    }

    Extraction read(Request request) throws IOException {
        if (!Files.isReadable(request.original())) {
            throw new Unreadable(Kind.UNREADABLE, "The file cannot be opened.");
        }
        MediaType type = type(request);
        var draft = new Draft(request, type.toString());
        progress.moved();
        if (Files.size(request.original()) == 0) {
            draft.noTextReason = "the file is empty";
        } else {
            read(draft, type);
        }
        return new Extraction.Read(draft.finished());
    }

    private MediaType type(Request request) throws IOException {
        if (PlainHtml.is(request.original(), request.name())) {
            return MediaType.TEXT_HTML;
        }
        if (PdfReader.is(request.original(), request.name())) {
            return PDF;
        }
        return MailboxReader.begins(request.original())
                ? MediaType.parse("application/mbox")
                : tika.detect(request.original(), request.name());
    }

    private void read(Draft draft, MediaType type) throws IOException {
        String name = type.toString();
        if (type.equals(PDF)) {
            pdf.read(draft);
        } else if (HTML.contains(name)) {
            html(draft);
        } else if (MailReader.reads(name)) {
            mail.read(draft);
        } else if (ContainerReader.reads(name)) {
            containers.read(draft);
        } else if (type.getType().equals("image") && RECOGNISED.contains(name)) {
            pictures.read(draft);
        } else if (plain(type)) {
            plainText(draft);
        } else if (tika.reads(type)) {
            tika.read(draft);
        } else if (namedAsText(draft.request.name()) && looksLikeText(draft)) {
            draft.mediaType = "text/plain";
            plainText(draft);
        } else {
            throw new Unreadable(Kind.UNREADABLE, "There is no reader for files of its kind (%s).".formatted(name));
        }
    }

    private static boolean plain(MediaType type) {
        String name = type.toString();
        return (type.getType().equals("text") && !name.equals("text/rtf")) || TEXT_APPLICATIONS.contains(name);
    }

    private static void plainText(Draft draft) throws IOException {
        draft.page(Decoded.plain(bytes(draft), null).text());
    }

    private static void html(Draft draft) throws IOException {
        String source = Decoded.html(bytes(draft), null).text();
        draft.html = source;
        draft.page(VisibleText.of(source));
    }

    private static boolean namedAsText(@Nullable String name) {
        String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".md") || lower.endsWith(".csv") || lower.endsWith(".text");
    }

    /// Text with a stray control byte in it is still text; what is full of them is not.
    private static boolean looksLikeText(Draft draft) throws IOException {
        String text = Decoded.plain(bytes(draft), null).text();
        long odd = text.chars()
                .filter(c -> (c < ' ' && "\n\r\t\f".indexOf(c) < 0) || c == 0xFFFD)
                .count();
        return odd * 50 <= text.length();
    }

    private static byte[] bytes(Draft draft) throws IOException {
        long size = Files.size(draft.request.original());
        if (size > Integer.MAX_VALUE - 16 || size / 4 > draft.request.maxTextCharacters()) {
            throw Draft.tooMuchText(draft.request.maxTextCharacters());
        }
        return Files.readAllBytes(draft.request.original());
    }
}
