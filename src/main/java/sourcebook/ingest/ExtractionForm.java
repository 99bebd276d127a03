package sourcebook.ingest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.ExtractedDocument.Line;
import sourcebook.extraction.ExtractedDocument.Part;
import sourcebook.extraction.PackedWords;
import sourcebook.extraction.PageWords;

/// How an extraction is written before it is packed ([KeptExtraction]). Stateless.
final class ExtractionForm {
    /// Raised with every change of what is written here; other forms are not read, their documents are
    /// extracted again.
    static final byte NUMBER = 1;

    private ExtractionForm() {}

    static void write(DataOutputStream out, ExtractedDocument document) throws IOException {
        string(out, document.mediaType());
        out.writeInt(document.metadata().size());
        for (Map.Entry<String, List<String>> field : document.metadata().entrySet()) {
            string(out, field.getKey());
            strings(out, field.getValue());
        }
        out.writeBoolean(document.textFromOcr());
        optional(out, document.noTextReason());
        strings(out, document.warnings());
        out.writeInt(document.parts().size());
        for (Part part : document.parts()) {
            string(out, part.name());
            optional(out, part.problem());
        }
        out.writeInt(document.needOcr().size());
        for (int page : document.needOcr()) {
            out.writeInt(page);
        }
        bytes(out, PackedWords.pack(document.words()));
        lines(out, document.lines());
        strings(out, document.pages());
        optional(out, document.html());
    }

    static ExtractedDocument read(DataInputStream in) throws IOException {
        String mediaType = string(in);
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            metadata.put(string(in), strings(in));
        }
        boolean textFromOcr = in.readBoolean();
        String noTextReason = optional(in);
        List<String> warnings = strings(in);
        List<Part> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.add(new Part(string(in), null, optional(in)));
        }
        List<Integer> needOcr = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            needOcr.add(in.readInt());
        }
        List<PageWords> words = PackedWords.unpack(bytes(in));
        List<Line> lines = lines(in);
        List<String> pages = strings(in);
        return new ExtractedDocument(
                mediaType,
                metadata,
                pages,
                optional(in),
                lines,
                words,
                needOcr,
                textFromOcr,
                noTextReason,
                parts,
                warnings);
    }

    /// Column by column, since equal things beside each other take less room.
    private static void lines(DataOutputStream out, List<Line> lines) throws IOException {
        strings(out, lines.stream().map(Line::text).toList());
        for (Line line : lines) {
            out.writeInt(line.page() << 1 | (line.bold() ? 1 : 0));
        }
        for (Line line : lines) {
            out.writeFloat(line.fontSize());
        }
        for (Line line : lines) {
            out.writeFloat(line.x());
        }
        for (Line line : lines) {
            out.writeFloat(line.y());
        }
    }

    private static List<Line> lines(DataInputStream in) throws IOException {
        List<String> texts = strings(in);
        int[] pages = new int[texts.size()];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = in.readInt();
        }
        float[][] columns = new float[3][texts.size()];
        for (float[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = in.readFloat();
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pages.length; i++) {
            boolean bold = (pages[i] & 1) == 1;
            lines.add(new Line(pages[i] >>> 1, texts.get(i), columns[0][i], bold, columns[1][i], columns[2][i]));
        }
        return lines;
    }

    /// The lengths first, then all texts in one.
    private static void strings(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        List<byte[]> all = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        for (byte[] one : all) {
            out.writeInt(one.length);
        }
        for (byte[] one : all) {
            out.write(one);
            out.write('\n'); // as between the pages of a text, so that it is found there
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        int[] lengths = new int[in.readInt()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.readInt();
        }
        List<String> values = new ArrayList<>();
        for (int length : lengths) {
            values.add(new String(whole(in, length), StandardCharsets.UTF_8));
            in.readByte();
        }
        return values;
    }

    private static void optional(DataOutputStream out, @Nullable String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            string(out, value);
        }
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? string(in) : null;
    }

    private static void string(DataOutputStream out, String value) throws IOException {
        bytes(out, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return whole(in, in.readInt());
    }

    private static byte[] whole(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
