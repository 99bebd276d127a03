package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.PlacedText.Glyph;
import sourcebook.extraction.worker.PageWire;
import sourcebook.extraction.worker.Wire;

/// What is packed or sent arrives; damage is told, not believed.
class PackedTextTest {
    private static final float STEP = 0.00001f;

    private static PlacedText text(Random random) {
        var text = new StringBuilder();
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            int start = text.length();
            text.append(
                    random.nextInt(4) == 0 ? " " : random.nextInt(9) == 0 ? "文" : "ffi".substring(random.nextInt(3)));
            glyphs.add(new Glyph(
                    start,
                    text.length(),
                    Math.round(random.nextFloat() / STEP) * STEP,
                    Math.round((random.nextFloat() - 0.2f) / STEP) * STEP,
                    Math.round(random.nextFloat() / STEP) * STEP,
                    Math.round(random.nextFloat() / STEP) * STEP,
                    90 * random.nextInt(4)));
        }
        return new PlacedText(text.toString(), glyphs);
    }

    @Test
    void anyTextArrivesToAHundredThousandthOfThePage() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            PlacedText text = text(random);
            PlacedText back = PackedText.unpack(PackedText.pack(text));
            assertThat(back.text()).as("seed %d", seed).isEqualTo(text.text());
            assertThat(back.glyphs()).as("seed %d", seed).hasSameSizeAs(text.glyphs());
            for (int g = 0; g < back.glyphs().size(); g++) {
                Glyph one = text.glyphs().get(g);
                Glyph other = back.glyphs().get(g);
                assertThat(other.start()).isEqualTo(one.start());
                assertThat(other.end()).isEqualTo(one.end());
                assertThat(other.angle()).isEqualTo(one.angle());
                assertThat(Math.abs(other.x() - one.x())).as("seed %d", seed).isLessThan(STEP);
                assertThat(Math.abs(other.height() - one.height()))
                        .as("seed %d", seed)
                        .isLessThan(STEP);
            }
        }
    }

    @Test
    void cutAndInventedBytesAreRefused() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        byte[] whole = PackedText.pack(new PlacedText("harbour", List.of(new Glyph(0, 7, 0, 0, 1, 1, 0))));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PackedText.unpack(cut)).isInstanceOf(IOException.class);
        }
        byte[] outside = PackedText.pack(new PlacedText("a", List.of(new Glyph(0, 2, 0, 0, 1, 1, 0))));
        assertThatThrownBy(() -> PackedText.unpack(outside)).isInstanceOf(IOException.class);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> PackedText.unpack(noise))
                    .as("seed %d", seed)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void requestsAndAnswersArrive() throws IOException {
        for (PageRequest.Want want :
                List.of(new PageRequest.Sizes(), new PageRequest.Image(3, 800), new PageRequest.Text(9))) {
            var request = new PageRequest(Path.of("a.pdf"), "key", "application/pdf", want);
            var bytes = new ByteArrayOutputStream();
            PageWire.write(new DataOutputStream(bytes), request);
            assertThat(PageWire.readRequest(in(bytes))).isEqualTo(request);
        }
        for (PageAnswer answer : List.<PageAnswer>of(
                new PageAnswer.Sizes(List.of(new PageAnswer.Size(1, 2), new PageAnswer.Size(3, 4))),
                new PageAnswer.Text(new PlacedText("a", List.of(new Glyph(0, 1, 0.5f, 0.25f, 0.125f, 0, 0)))),
                new PageAnswer.Failed(Extraction.Kind.BROKEN, "It cannot be drawn."))) {
            var bytes = new ByteArrayOutputStream();
            PageWire.write(new DataOutputStream(bytes), answer);
            assertThat(Wire.readAnswer(in(bytes), () -> Path.of("spool"))).isEqualTo(new Wire.PageDone(answer));
        }
    }

    private static DataInputStream in(ByteArrayOutputStream bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
