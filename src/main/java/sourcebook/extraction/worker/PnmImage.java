package sourcebook.extraction.worker;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;

/// A picture in the plainest of formats: `P5` (grey) or `P6` (red, green, blue), a head in ASCII, then samples of one
/// byte, or of two, the higher first. Stateless.
final class PnmImage {
    private static final int BYTE = 255;

    private final byte[] pnm;
    private int at;

    private PnmImage(byte[] pnm) {
        this.pnm = pnm;
    }

    /// @param mostPixels more are refused
    static BufferedImage of(byte[] pnm, int mostPixels) throws IOException {
        return new PnmImage(pnm).image(mostPixels);
    }

    private BufferedImage image(int mostPixels) throws IOException {
        boolean grey = pnm.length > 2 && pnm[0] == 'P' && pnm[1] == '5';
        if (!grey && !(pnm.length > 2 && pnm[0] == 'P' && pnm[1] == '6')) {
            throw new IOException("This is no PNM picture.");
        }
        at = 2;
        int width = number();
        int height = number();
        int most = number();
        at++; // one blank
        int bands = grey ? 1 : 3;
        int size = most > BYTE ? 2 : 1;
        long samples = (long) width * height * bands;
        if (width <= 0
                || height <= 0
                || most <= 0
                || (long) width * height > mostPixels
                || at + samples * size > pnm.length) {
            throw new IOException("The picture is cut off, or too large: %d by %d.".formatted(width, height));
        }
        byte[] into = new byte[(int) samples];
        for (int i = 0; i < into.length; i++) {
            int from = at + size * i;
            int sample = size == 1 ? pnm[from] & BYTE : (pnm[from] & BYTE) << 8 | pnm[from + 1] & BYTE;
            into[i] = (byte) (most == BYTE ? sample : Math.min(BYTE, (sample * BYTE + most / 2) / most));
        }
        return image(into, width, height, bands);
    }

    /// In the order of the samples, red first: PDFBox takes the bytes as they lie.
    private static BufferedImage image(byte[] samples, int width, int height, int bands) {
        int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), width, height, width * bands, bands, offsets, null);
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                false,
                false,
                Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }

    /// Behind blanks and comments.
    private int number() throws IOException {
        while (at < pnm.length && (pnm[at] <= ' ' || pnm[at] == '#')) {
            if (pnm[at] == '#') {
                while (at < pnm.length && pnm[at] != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
        int number = 0;
        int from = at;
        while (at < pnm.length && pnm[at] >= '0' && pnm[at] <= '9' && at - from < 9) {
            number = 10 * number + pnm[at++] - '0';
        }
        if (at == from) {
            throw new IOException("The picture's head is broken.");
        }
        return number;
    }
}
