package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.tika.metadata.TIFF;
import org.jspecify.annotations.Nullable;

/// Image files, whose text is recognised.
final class PictureReader {
    private static final String WHERE = "the image";

    private static final System.Logger LOG = System.getLogger(PictureReader.class.getName());

    private final TikaReader tika;
    private final Progress progress;

    PictureReader(TikaReader tika, Progress progress) {
        this.tika = tika;
        this.progress = progress;
    }

    void read(Draft draft) throws IOException {
        try {
            tika.readMetadata(draft);
        } catch (Unreadable e) {
            draft.warnings.add("Its metadata could not be read. " + e.failed().reason());
        }
        try (Picture picture = open(draft)) {
            var pages = new RecognisedPages(draft, picture == null ? 1 : picture.count(), WHERE, progress);
            if (picture == null && pages.possible()) {
                pages.recognise(draft.request.original());
            } else {
                String orientation = draft.metadata.get(TIFF.ORIENTATION);
                int turned = orientation != null && orientation.matches("[1-8]") ? Integer.parseInt(orientation) : 1;
                for (int i = 0; i < (picture == null ? 1 : picture.count()); i++) {
                    int index = i;
                    pages.recognise(i + 1, 0, () -> PageImage.of(decoded(picture, index, turned)));
                }
            }
            pages.finish();
        }
    }

    private static BufferedImage decoded(@Nullable Picture picture, int index, int turned) throws IOException {
        if (picture == null) {
            throw new IOException("There is no decoder for it.");
        }
        return picture.read(index, turned);
    }

    /// Null when it cannot be decoded here: then the engine, which has decoders of its own, may try.
    private @Nullable Picture open(Draft draft) {
        try {
            return Picture.open(draft.request.original(), progress);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "left to the engine: " + draft.request.name(), e);
            return null;
        }
    }
}
