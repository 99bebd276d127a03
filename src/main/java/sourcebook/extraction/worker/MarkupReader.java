package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.metadata.TikaCoreProperties;
import sourcebook.extraction.PageAnswer;

/// Gives the text of documents without printed pages with its structure and its pictures. Used by one
/// thread.
final class MarkupReader {
    /// Of the HTML, which becomes a tree in the server's memory, many times as large; larger documents are
    /// shown by their lines.
    private static final int MOST_CHARACTERS = 4_000_000;

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
        String name = String.valueOf(original.getFileName());
        Draft draft = new Draft(new Request(original, name, original, 0, 0, 0, MOST_CHARACTERS, 0, 0), mediaType);
        draft.metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, mediaType);
        MarkupWriter writer = new MarkupWriter(progress, MOST_CHARACTERS);
        HeldPictures pictures = new HeldPictures(progress, writer::arrived);
        tika.read(draft, writer, pictures);
        return new PageAnswer.Markup(
                writer.finished(pictures::number, picturesStandWhereTheyCome(mediaType)), pictures.pictures());
    }

    /// In these formats Tika says nothing of a picture but that it is there.
    private static boolean picturesStandWhereTheyCome(String mediaType) {
        return mediaType.endsWith("rtf")
                || mediaType.contains("excel")
                || mediaType.contains("spreadsheet")
                || mediaType.contains("powerpoint");
    }
}
