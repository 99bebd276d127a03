package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import sourcebook.extraction.PageAnswer;

/// Gives the text of documents without printed pages with its structure and its pictures. Used by one
/// thread.
final class MarkupReader {
    /// Of the HTML, which becomes a tree in the server's memory, many times as large; larger documents are
    /// shown by their lines.
    private static final int MOST_CHARACTERS = 4_000_000;

    /// Of the characters that Tika reads, those that slides must show.
    private static final double LEAST_SHARE = 0.9;

    private static final System.Logger LOG = System.getLogger(MarkupReader.class.getName());

    private final Progress progress;
    private final TikaReader tika;

    MarkupReader(Progress progress) throws IOException {
        this.progress = progress;
        this.tika = new TikaReader(progress);
    }

    /// @param mediaType as detected when it was read
    PageAnswer.Markup read(Path original, String mediaType) throws IOException {
        return MailReader.reads(mediaType)
                ? MailMarkup.of(original, mediaType, progress, MOST_CHARACTERS)
                : byTika(original, mediaType);
    }

    private PageAnswer.Markup byTika(Path original, String mediaType) throws IOException {
        if (isRtf(mediaType)) {
            return rtf(original, mediaType);
        }
        MarkupWriter writer = new MarkupWriter(progress, MOST_CHARACTERS);
        HeldPictures pictures = new HeldPictures(progress, writer::arrived);
        read(original, original, mediaType, writer, pictures);
        if (SlideMarkup.reads(mediaType)) {
            PageAnswer.Markup slides = slides(original, writer.characters());
            if (slides != null) {
                return slides;
            }
        }
        String html = writer.finished(pictures::number, picturesStandWhereTheyCome(mediaType));
        return new PageAnswer.Markup(
                OpenDocumentTitles.reads(mediaType) ? OpenDocumentTitles.in(html, original) : html,
                pictures.pictures());
    }

    private void read(Path file, Path original, String mediaType, MarkupWriter writer, HeldPictures pictures)
            throws IOException {
        String name = String.valueOf(original.getFileName());
        Draft draft = new Draft(new Request(file, name, file, 0, 0, 0, MOST_CHARACTERS, 0, 0), mediaType);
        draft.metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, mediaType);
        tika.read(draft, writer, pictures, IdentityHtmlMapper.INSTANCE);
    }

    private PageAnswer.Markup rtf(Path original, String mediaType) throws IOException {
        Path marked = Files.createTempFile("marked", ".rtf");
        try {
            try (InputStream in = Files.newInputStream(original);
                    OutputStream out = Files.newOutputStream(marked)) {
                RtfMarks.copy(in, out, progress);
            }
            MarkupWriter writer = new MarkupWriter(progress, MOST_CHARACTERS);
            HeldPictures pictures = new HeldPictures(progress, writer::arrived);
            read(marked, original, mediaType, writer, pictures);
            return new PageAnswer.Markup(RtfStructure.of(writer.finished(pictures::number, true)), pictures.pictures());
        } finally {
            Files.deleteIfExists(marked);
        }
    }

    /// Null when there is more in the file than slides show, as words in diagrams: then what Tika says is better.
    private PageAnswer.@Nullable Markup slides(Path original, long characters) {
        try {
            HeldPictures pictures = new HeldPictures(progress, _ -> {});
            SlideMarkup.Slides slides = SlideMarkup.of(original, pictures, progress, MOST_CHARACTERS);
            String html = slides.titled() ? slides.html().replace("<div class=slide>", "<div>") : slides.html();
            return slides.characters() >= LEAST_SHARE * characters
                    ? new PageAnswer.Markup(html, pictures.pictures())
                    : null;
        } catch (IOException | SAXException | RuntimeException | LinkageError unusable) {
            LOG.log(System.Logger.Level.DEBUG, "slides are shown as Tika reads them", unusable);
            return null;
        }
    }

    private static boolean isRtf(String mediaType) {
        return mediaType.endsWith("/rtf");
    }

    /// In these formats Tika says nothing of a picture but that it is there.
    private static boolean picturesStandWhereTheyCome(String mediaType) {
        return mediaType.contains("excel") || mediaType.contains("spreadsheet") || mediaType.contains("powerpoint");
    }
}
