package sourcebook.extraction.worker;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import sourcebook.extraction.PageAnswer;

/// Writes a page image in the form that suits it: PNG for print, where most pixels equal their neighbour and letters
/// must
/// keep their edges, JPEG for photographs and the grain of scans. Stateless.
final class EncodedImage {
    private static final double FLAT = 0.75; // of the pixels equal the one to their left: drawn, not photographed
    private static final float JPEG_QUALITY = 0.85f;
    private static final float PNG_QUALITY = 0.8f; // fast compression: half the time for a tenth more bytes

    private EncodedImage() {}

    static PageAnswer.Image of(BufferedImage image) throws IOException {
        int flat = 0;
        boolean grey = true;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int red = row[x] >> 16 & 0xFF;
                grey &= red == (row[x] >> 8 & 0xFF) && red == (row[x] & 0xFF);
                flat += x > 0 && row[x] == row[x - 1] ? 1 : 0;
            }
        }
        boolean drawn = flat >= FLAT * image.getWidth() * image.getHeight();
        BufferedImage plain = as(image, grey && drawn ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        byte[] bytes = drawn ? written(plain, "png", PNG_QUALITY) : written(plain, "jpeg", JPEG_QUALITY);
        return new PageAnswer.Image(drawn ? "image/png" : "image/jpeg", image.getWidth(), image.getHeight(), bytes);
    }

    /// Grey is copied value by value: drawing it would darken it, since the grey of Java 2D is linear in light.
    private static BufferedImage as(BufferedImage image, int type) {
        if (image.getType() == type) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        if (type != BufferedImage.TYPE_BYTE_GRAY) {
            Graphics2D graphics = plain.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.dispose();
            return plain;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] &= 0xFF;
            }
            plain.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return plain;
    }

    private static byte[] written(BufferedImage image, String format, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream(1 << 18);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
