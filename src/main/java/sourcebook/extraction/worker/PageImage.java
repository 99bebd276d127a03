package sourcebook.extraction.worker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An image for recognition, and the way back from it to the page image as a viewer shows it.
///
/// @param image grey, 8 bits
/// @param back from pixels of the image to pixels of the page image
/// @param width of the page image, in pixels
/// @param height of the page image, in pixels
record PageImage(BufferedImage image, AffineTransform back, int width, int height) {
    private static final int SMALL = 1_500; // pixels of the longer side: A4 at less than 130 dpi
    private static final double LEAST_SKEW = 0.2; // degrees; below, turning blurs more than it mends

    /// The page image itself, twice as large if it is so small that letters have few pixels.
    static PageImage of(BufferedImage shown) {
        boolean small = Math.max(shown.getWidth(), shown.getHeight()) < SMALL;
        int scale = small ? 2 : 1;
        return new PageImage(
                grey(shown, scale),
                AffineTransform.getScaleInstance(1.0 / scale, 1.0 / scale),
                shown.getWidth(),
                shown.getHeight());
    }

    /// The image turned upright, its lines level. The paper's own tone fills the corners.
    ///
    /// @param rotationDegrees to turn it clockwise by: 0, 90, 180 or 270
    /// @param skewDegrees by which its lines then fall to the right
    PageImage upright(int rotationDegrees, double skewDegrees) {
        boolean level = Math.abs(skewDegrees) < LEAST_SKEW;
        if (rotationDegrees == 0 && level) {
            return this;
        }
        var turn = AffineTransform.getQuadrantRotateInstance(rotationDegrees / 90);
        if (!level) {
            turn.preConcatenate(AffineTransform.getRotateInstance(Math.toRadians(-skewDegrees)));
        }
        Rectangle2D around = turn.createTransformedShape(
                        new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()))
                .getBounds2D();
        turn.preConcatenate(AffineTransform.getTranslateInstance(-around.getX(), -around.getY()));
        var turned = new BufferedImage(
                (int) Math.round(around.getWidth()),
                (int) Math.round(around.getHeight()),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(level ? Color.WHITE : paper());
        graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                level
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        try {
            var whole = new AffineTransform(back);
            whole.concatenate(turn.createInverse());
            return new PageImage(turned, whole, width, height);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("a turn can be undone", e);
        }
    }

    /// As a PGM file, which needs no compressing.
    void write(Path file) throws IOException {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("P5 %d %d 255\n"
                    .formatted(image.getWidth(), image.getHeight())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
    }

    /// Nothing is on it: all of one tone.
    boolean isBlank() {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (byte pixel : pixels) {
            if (pixel != pixels[0]) {
                return false;
            }
        }
        return true;
    }

    /// The commonest tone.
    private Color paper() {
        int[] counts = new int[256];
        for (byte pixel : ((DataBufferByte) image.getRaster().getDataBuffer()).getData()) {
            counts[pixel & 0xFF]++;
        }
        int most = 255;
        for (int tone = 0; tone < counts.length; tone++) {
            most = counts[tone] > counts[most] ? tone : most;
        }
        return new Color(most, most, most);
    }

    private static BufferedImage grey(BufferedImage shown, int scale) {
        if (scale == 1
                && shown.getType() == BufferedImage.TYPE_BYTE_GRAY
                && shown.getRaster().getParent() == null) {
            return shown;
        }
        var grey = new BufferedImage(scale * shown.getWidth(), scale * shown.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(shown, 0, 0, grey.getWidth(), grey.getHeight(), null);
        graphics.dispose();
        return grey;
    }
}
