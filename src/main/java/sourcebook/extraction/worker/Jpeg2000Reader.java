package sourcebook.extraction.worker;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Gives JPEG 2000 pictures to PDFBox, which asks Java's image readers for them: decoded by [OpenJpeg] where that is
/// installed. Of one picture the reader's window and subsampling are honoured. Used by one thread.
final class Jpeg2000Reader extends ImageReader {
    private static final String NAME = "JPEG2000";
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_PIXELS = 40_000_000; // A3 at 400 dpi has 31 million
    private static final int CODESTREAM = 0xFF4FFF51;
    private static final int CODESTREAM_BOX = 0x6A703263; // jp2c
    private static final int HEAD_BYTES = 42; // of a codestream, until it has said how many components it has

    /// Grey, or three colours. Of four nobody says here which they are, and one that makes three of them shows other
    /// colours than the page means; of a thousand, small in the file, the decoder would make room for each.
    private static final int MOST_COMPONENTS = 3;

    private @Nullable BufferedImage decoded;

    private Jpeg2000Reader(ImageReaderSpi spi) {
        super(spi);
    }

    /// Makes such pictures readable in this process.
    static void register() {
        IIORegistry.getDefaultInstance().registerServiceProvider(new Spi());
    }

    /// There is no program that reads them.
    static final class NoDecoder extends IOException {
        private static final long serialVersionUID = 1;

        NoDecoder() {
            super("OpenJPEG (opj_decompress) is not installed.");
        }
    }

    /// How the reader is found.
    private static final class Spi extends ImageReaderSpi {
        Spi() {
            super(
                    "Sourcebook",
                    "1",
                    new String[] {NAME, "jpeg2000", "jpx"},
                    new String[] {"jp2", "j2k", "jpx"},
                    new String[] {"image/jp2", "image/jpx"},
                    Jpeg2000Reader.class.getName(),
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) throws IOException {
            if (!(source instanceof ImageInputStream in)) {
                return false;
            }
            byte[] head = new byte[12];
            in.mark();
            int read = in.read(head);
            in.reset();
            return read == head.length && !ending(head).isEmpty();
        }

        @Override
        public ImageReader createReaderInstance(@Nullable Object extension) {
            return new Jpeg2000Reader(this);
        }

        @Override
        public String getDescription(@Nullable Locale locale) {
            return "JPEG 2000, by OpenJPEG";
        }
    }

    /// By its first bytes: the signature box of a file, or a codestream's own beginning.
    private static String ending(byte[] head) {
        if (head.length > 7 && head[4] == 'j' && head[5] == 'P' && head[6] == ' ' && head[7] == ' ') {
            return ".jp2";
        }
        return begins(head, 0) ? ".j2k" : "";
    }

    /// Whether a codestream begins here: its start, and the marker of its size.
    private static boolean begins(byte[] bytes, int at) {
        return at + 3 < bytes.length && ByteBuffer.wrap(bytes, at, 4).getInt() == CODESTREAM;
    }

    private BufferedImage image() throws IOException {
        BufferedImage known = decoded;
        if (known == null) {
            if (!(getInput() instanceof ImageInputStream in)) {
                throw new IllegalStateException("no input");
            }
            byte[] bytes = bytes(in);
            String ending = ending(bytes);
            if (ending.isEmpty()) {
                throw new IOException("This is no JPEG 2000 picture.");
            }
            checkSize(bytes);
            if (!OpenJpeg.installed()) {
                throw new NoDecoder();
            }
            known = PnmImage.of(OpenJpeg.pnm(bytes, ending), MOST_PIXELS);
            decoded = known;
        }
        return known;
    }

    /// What the codestream's head claims (ISO/IEC 15444-1, A.5.1), before anybody makes room for it.
    static void checkSize(byte[] picture) throws IOException {
        int at = codestream(picture);
        if (at + HEAD_BYTES > picture.length || !begins(picture, at)) {
            throw new IOException("The JPEG 2000 picture has no head.");
        }
        ByteBuffer head = ByteBuffer.wrap(picture);
        long width = head.getInt(at + 8) & 0xFFFFFFFFL;
        long height = head.getInt(at + 12) & 0xFFFFFFFFL;
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new IOException("The JPEG 2000 picture is too large: %d by %d.".formatted(width, height));
        }
        int components = head.getChar(at + 40);
        if (components > MOST_COMPONENTS) {
            throw new IOException("The JPEG 2000 picture has %d components.".formatted(components));
        }
    }

    /// Where the codestream begins: in the first box for it (Annex I.4), where the decoder looks, and not at any bytes
    /// before that are like it.
    private static int codestream(byte[] picture) {
        ByteBuffer boxes = ByteBuffer.wrap(picture);
        long at = begins(picture, 0) ? picture.length : 0;
        while (at + 16 <= picture.length) {
            long length = boxes.getInt((int) at) & 0xFFFFFFFFL;
            int head = length == 1 ? 16 : 8;
            if (boxes.getInt((int) at + 4) == CODESTREAM_BOX) {
                return (int) at + head;
            }
            long whole = length == 1 ? boxes.getLong((int) at + 8) : length;
            at = whole >= head && whole <= picture.length ? at + whole : picture.length; // 0: to the end
        }
        return 0;
    }

    private static byte[] bytes(ImageInputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] some = new byte[65_536];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            out.write(some, 0, read);
            if (out.size() > MOST_BYTES) {
                throw new IOException("The JPEG 2000 picture is too large.");
            }
        }
        return out.toByteArray();
    }

    @Override
    public void setInput(@Nullable Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
        super.setInput(input, seekForwardOnly, ignoreMetadata);
        decoded = null;
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return image().getWidth();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return image().getHeight();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        return List.of(ImageTypeSpecifier.createFromRenderedImage(image())).iterator();
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
        BufferedImage whole = image();
        if (param == null) {
            return whole;
        }
        Rectangle window = getSourceRegion(param, whole.getWidth(), whole.getHeight());
        int across = param.getSourceXSubsampling();
        int down = param.getSourceYSubsampling();
        if (across == 1 && down == 1 && window.width == whole.getWidth() && window.height == whole.getHeight()) {
            return whole;
        }
        int width = Math.ceilDiv(window.width, across);
        int height = Math.ceilDiv(window.height, down);
        var part = new BufferedImage(
                whole.getColorModel(),
                whole.getColorModel().createCompatibleWritableRaster(width, height),
                false,
                null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                part.getRaster()
                        .setDataElements(
                                x,
                                y,
                                whole.getRaster().getDataElements(window.x + x * across, window.y + y * down, null));
            }
        }
        return part;
    }
}
