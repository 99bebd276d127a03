package sourcebook.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import sourcebook.extraction.PlacedText.Glyph;

/// The text of a page with its places as bytes, about four for a character: on the way from a worker, and for whoever
/// keeps them. Places are rounded to a hundred thousandth of the page. Stateless.
public final class PackedText {
    private static final int VERSION = 1;
    private static final float STEPS = 100_000;
    private static final int MOST_BYTES = 64 << 20;

    private PackedText() {}

    public static byte[] pack(PlacedText text) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            out.writeByte(VERSION);
            byte[] characters = text.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(characters.length);
            out.write(characters);
            out.writeInt(text.glyphs().size());
            int end = 0;
            int x = 0;
            int y = 0;
            for (Glyph glyph : text.glyphs()) {
                out.writeInt(glyph.start() - end);
                out.writeShort(glyph.end() - glyph.start());
                out.writeInt(steps(glyph.x()) - x);
                out.writeInt(steps(glyph.y()) - y);
                out.writeInt(steps(glyph.width()));
                out.writeInt(steps(glyph.height()));
                out.writeShort(glyph.angle());
                end = glyph.end();
                x = steps(glyph.x());
                y = steps(glyph.y());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// @throws IOException when these are not such bytes, or a glyph lies outside of the text; an invented number
    ///     allocates nothing
    public static PlacedText unpack(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                throw new StreamCorruptedException("a placed text in an unknown form");
            }
            int length = in.readInt();
            byte[] characters = in.readNBytes(Math.clamp(length, 0, MOST_BYTES));
            if (characters.length != length) {
                throw new StreamCorruptedException("a text of another length");
            }
            String text = new String(characters, StandardCharsets.UTF_8);
            List<Glyph> glyphs = new ArrayList<>();
            int end = 0;
            int x = 0;
            int y = 0;
            for (int left = in.readInt(); left > 0; left--) {
                int start = end + in.readInt();
                end = start + in.readShort();
                x += in.readInt();
                y += in.readInt();
                if (start < 0 || end < start || end > text.length()) {
                    throw new StreamCorruptedException("a glyph outside of its text");
                }
                glyphs.add(new Glyph(
                        start, end, x / STEPS, y / STEPS, in.readInt() / STEPS, in.readInt() / STEPS, in.readShort()));
            }
            if (in.read() >= 0) {
                throw new StreamCorruptedException("more than a placed text");
            }
            return new PlacedText(text, glyphs);
        }
    }

    private static int steps(float fraction) {
        return Math.round(fraction * STEPS);
    }
}
