package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures in JPEG 2000 on a page: shown where OpenJPEG is installed, and else a sentence in their place.
class Jpeg2000Test {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void register() {
        Jpeg2000Reader.register();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = Jpeg2000Test.class.getResourceAsStream("/sourcebook/reading/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /// A page of 240 by 160 points that the picture fills.
    private static Path page(String name, byte[] picture) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(240, 160));
            pdf.addPage(page);
            PDStream stream = new PDStream(pdf, new ByteArrayInputStream(picture));
            stream.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
            stream.getCOSObject().setItem(COSName.TYPE, COSName.XOBJECT);
            stream.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
            stream.getCOSObject().setInt(COSName.WIDTH, 240);
            stream.getCOSObject().setInt(COSName.HEIGHT, 160);
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.XOBJECT, new COSDictionary());
            resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem("Im0", stream);
            page.setResources(resources);
            PDStream content = new PDStream(
                    pdf,
                    new ByteArrayInputStream("q 240 0 0 160 0 0 cm /Im0 Do Q".getBytes(StandardCharsets.US_ASCII)));
            page.setContents(content);
            pdf.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage drawn(Path pdf) throws IOException {
        try (PdfPages pages = new PdfPages(pdf, new Progress(new DataOutputStream(OutputStream.nullOutputStream())))) {
            return pages.image(1, 240);
        }
    }

    private static void isNotice(BufferedImage image) {
        assertThat(image.getRGB(10, 10)).as("its ground").isEqualTo(0xFFEEEEEE);
        int ink = 0;
        for (int x = 20; x < 220; x++) {
            for (int y = 60; y < 100; y++) {
                ink += image.getRGB(x, y) == 0xFFEEEEEE ? 0 : 1;
            }
        }
        assertThat(ink).as("its words").isGreaterThan(50);
    }

    @Test
    void aPictureIsShownOrASentenceSaysWhatIsMissing() throws IOException {
        BufferedImage colours = drawn(page("colours.pdf", fixture("shades.jp2")));
        BufferedImage grey = drawn(page("grey.pdf", fixture("grey.jp2")));
        if (OpenJpeg.installed()) {
            assertThat(colours.getRGB(200, 20) >> 16 & 0xFF).as("red").isBetween(188, 212);
            assertThat(colours.getRGB(200, 20) >> 8 & 0xFF).as("green").isBetween(68, 92);
            assertThat(grey.getRGB(200, 140) & 0xFF).isGreaterThan((grey.getRGB(20, 20) & 0xFF) + 50);
        } else {
            isNotice(colours);
            isNotice(grey);
        }
    }

    @Test
    void aBrokenPictureCostsItsPlaceAlone() throws IOException {
        byte[] whole = fixture("shades.jp2");
        isNotice(drawn(page("cut.pdf", Arrays.copyOf(whole, 60))));
        isNotice(drawn(page("none.pdf", "no picture at all, but words".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void aPictureThatClaimsToBeHugeIsNotDecoded() throws IOException {
        byte[] huge = fixture("shades.jp2");
        for (int at = 0; at < huge.length - 16; at++) {
            if ((huge[at] & 0xFF) == 0xFF && huge[at + 1] == 0x4F && (huge[at + 2] & 0xFF) == 0xFF) {
                huge[at + 8] = 0x7F; // the width
                huge[at + 12] = 0x7F;
                break;
            }
        }
        isNotice(drawn(page("huge.pdf", huge)));
    }

    @Test
    void itsHeadIsThatOfTheBoxThatIsDecoded() throws IOException {
        byte[] whole = fixture("shades.jp2");
        Jpeg2000Reader.checkSize(whole);
        int stream = 0;
        while (ByteBuffer.wrap(whole).getInt(stream) != 0xFF4FFF51) {
            stream++;
        }
        byte[] small = Arrays.copyOfRange(whole, stream, stream + 64);
        Jpeg2000Reader.checkSize(small);
        whole[stream + 8] = 0x7F; // the width
        byte[] decoy = ByteBuffer.allocate(whole.length + 8 + small.length)
                .put(whole, 0, 12)
                .putInt(8 + small.length)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .put(small)
                .put(whole, 12, whole.length - 12)
                .array();
        assertThatThrownBy(() -> Jpeg2000Reader.checkSize(decoy)).hasMessageContaining("too large");
        small[40] = 0x40; // components
        assertThatThrownBy(() -> Jpeg2000Reader.checkSize(small)).hasMessageContaining("components");
        byte[] headless = Arrays.copyOf(whole, stream - 8);
        assertThatThrownBy(() -> Jpeg2000Reader.checkSize(headless)).hasMessageContaining("no head");
    }

    @Test
    void samplesOfTwoBytesAndCommentsAreRead() throws IOException {
        byte[] pnm = "P5\n# by hand\n2 1\n1023\n\u0003\u00FF\u0001\u00FF".getBytes(StandardCharsets.ISO_8859_1);
        BufferedImage image = PnmImage.of(pnm, 100);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(255);
        assertThat(image.getRaster().getSample(1, 0, 0)).isEqualTo(127);
        assertThatThrownBy(() -> PnmImage.of(pnm, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PnmImage.of("P6 2 2 255 abc".getBytes(StandardCharsets.US_ASCII), 100))
                .isInstanceOf(IOException.class);
    }
}
