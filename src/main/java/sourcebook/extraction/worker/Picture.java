package sourcebook.extraction.worker;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer.Size;

/// An image file, picture by picture (a TIFF may hold many pages), as a viewer shows it. Used by one thread.
final class Picture implements AutoCloseable {
    private static final long MOST_PIXELS = 60_000_000; // A3 at 600 dpi is 70 million; larger ones are halved
    private static final long TOO_MANY_PIXELS = 1_000_000_000; // as a bomb claims

    private final ImageInputStream in;
    private final ImageReader reader;
    private final int pictures;

    private Picture(ImageInputStream in, ImageReader reader, Progress progress) throws IOException {
        this.in = in;
        this.reader = reader;
        reader.setInput(in, false, true);
        reader.addIIOReadProgressListener(new Moving(progress));
        boolean several =
                reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif"); // frames of a GIF are no pages
        this.pictures = several ? Math.max(1, reader.getNumImages(true)) : 1;
    }

    /// Null when there is no decoder for it here.
    static @Nullable Picture open(Path file, Progress progress) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        if (in == null) {
            return null;
        }
        try {
            var readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                return new Picture(in, readers.next(), progress);
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        in.close();
        return null;
    }

    int count() {
        return pictures;
    }

    /// As it is shown, in pixels, without decoding it.
    Size size(int index, int orientation) throws IOException {
        boolean turned = orientation >= 5 && orientation <= 8;
        int width = Math.max(1, reader.getWidth(index));
        int height = Math.max(1, reader.getHeight(index));
        return turned ? new Size(height, width) : new Size(width, height);
    }

    /// @param orientation of EXIF, 1 to 8: 1 is upright; others are turned or mirrored as viewers do
    /// @throws Unreadable when it has more pixels than can be worked on
    BufferedImage read(int index, int orientation) throws IOException {
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        if (pixels > TOO_MANY_PIXELS) {
            throw new Unreadable(
                    Kind.TOO_LARGE, "It has %,d million pixels, too many to be read.".formatted(pixels / 1_000_000));
        }
        ImageReadParam how = reader.getDefaultReadParam();
        if (pixels > MOST_PIXELS) {
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return shown(reader.read(index, how), orientation);
    }

    /// Turns and mirrors as EXIF says (CIPA DC-008, "Orientation", 1 to 8): row and column 0 are at the visual
    /// top and left, top and right, bottom and right, bottom and left, left and top, right and top, right and
    /// bottom, left and bottom.
    private static BufferedImage shown(BufferedImage stored, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return stored;
        }
        int quarters = orientation >= 5 ? (orientation <= 6 ? 1 : 3) : (orientation >= 3 ? 2 : 0);
        boolean mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
        var place = AffineTransform.getQuadrantRotateInstance(quarters);
        if (mirrored) {
            place.preConcatenate(AffineTransform.getScaleInstance(-1, 1));
        }
        Rectangle2D around = place.createTransformedShape(
                        new Rectangle2D.Double(0, 0, stored.getWidth(), stored.getHeight()))
                .getBounds2D();
        place.preConcatenate(AffineTransform.getTranslateInstance(-around.getX(), -around.getY()));
        var shown = new BufferedImage(
                (int) Math.round(around.getWidth()), (int) Math.round(around.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        graphics.drawImage(stored, place, null);
        graphics.dispose();
        return shown;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }

    private record Moving(Progress progress) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            progress.moved();
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
