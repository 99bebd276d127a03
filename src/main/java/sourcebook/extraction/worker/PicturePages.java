package sourcebook.extraction.worker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer.Size;
import sourcebook.extraction.PlacedText;

/// The pictures of an image file as pages.
final class PicturePages implements OpenOriginal {
    private static final System.Logger LOG = System.getLogger(PicturePages.class.getName());

    private final Picture picture;
    private final int orientation;

    PicturePages(Path file, Progress progress) throws IOException {
        Picture opened = Picture.open(file, progress);
        if (opened == null) {
            throw new Unreadable(Kind.UNREADABLE, "There is no decoder for pictures of its kind.");
        }
        this.picture = opened;
        this.orientation = orientation(file);
    }

    @Override
    public List<Size> sizes() throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < picture.count(); i++) {
            sizes.add(picture.size(i, orientation));
        }
        return sizes;
    }

    @Override
    public BufferedImage image(int page, int widthPx) throws IOException {
        if (page > picture.count()) {
            throw OpenOriginal.noSuchPage(page);
        }
        return scaled(
                picture.read(page - 1, orientation), OpenOriginal.width(picture.size(page - 1, orientation), widthPx));
    }

    /// Their text is recognised, not read.
    @Override
    public PlacedText text(int page) {
        return PlacedText.NONE;
    }

    @Override
    public void close() throws IOException {
        picture.close();
    }

    /// By area, so that thin lines stay; never larger than the picture is, since that shows nothing more.
    private static BufferedImage scaled(BufferedImage shown, int wanted) {
        int width = Math.min(wanted, shown.getWidth());
        int height = Math.max(1, Math.round((float) shown.getHeight() * width / shown.getWidth()));
        if (width == shown.getWidth() && shown.getType() != BufferedImage.TYPE_CUSTOM) {
            return shown;
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        Image small = 2 * width <= shown.getWidth()
                ? shown.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING)
                : shown;
        graphics.drawImage(small, 0, 0, width, height, null);
        graphics.dispose();
        return image;
    }

    private static int orientation(Path file) {
        try {
            var directory =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return value == null || value < 1 || value > 8 ? 1 : value;
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "no orientation in " + file, e);
            return 1;
        }
    }
}
