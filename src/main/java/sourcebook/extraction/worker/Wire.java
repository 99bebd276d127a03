package sourcebook.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.ExtractedDocument.Line;
import sourcebook.extraction.ExtractedDocument.Part;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.PackedWords;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageWords;

/// The messages between parent and worker, binary, over the worker's standard streams.
///
/// Each message is a mark (4 bytes), a kind (1 byte) and its fields; each string is its length in bytes (4 bytes) and
/// its UTF-8; an answer ends with the mark again. A stream that breaks these rules is not trusted any further: reading
/// throws [StreamCorruptedException], and the parent ends the worker. Strings are read as they arrive, so that an
/// invented length allocates nothing. Stateless.
public final class Wire {
    private static final int MARK = 0x53424B31; // "SBK1"
    private static final int REQUEST = 1;
    private static final int ALIVE = 2;
    private static final int READ = 3;
    private static final int FAILED = 4;
    private static final int RECOGNISING = 5;
    static final int PAGE_REQUEST = 6;
    static final int PAGE_ANSWER = 7;
    private static final Pattern SPOOL_NAME = Pattern.compile("part-\\d{1,9}");

    private Wire() {}

    /// What a worker says: a sign of life, or the outcome of the request under way.
    public sealed interface Answer {}

    /// The document under way has moved on.
    public record Alive() implements Answer {}

    /// The recognition of images has begun, which has a time of its own.
    public record Recognising() implements Answer {}

    /// The request is done.
    public record Done(Extraction extraction) implements Answer {}

    /// The request for a page is done.
    public record PageDone(PageAnswer answer) implements Answer {}

    public static void write(DataOutputStream out, Request request) throws IOException {
        begin(out, REQUEST);
        string(out, request.original().toString());
        string(out, request.name());
        string(out, request.spool().toString());
        out.writeInt(request.maxParts());
        out.writeLong(request.maxPartBytes());
        out.writeLong(request.maxContainerBytes());
        out.writeLong(request.maxTextCharacters());
        out.writeLong(request.ocrMillis());
        out.writeLong(request.ocrPageMillis());
        out.flush();
    }

    /// The next request, or null when the parent has closed its end or is gone.
    public static @Nullable Request readRequest(DataInputStream in) throws IOException {
        int kind = kind(in);
        if (kind < 0) {
            return null;
        }
        if (kind != REQUEST) {
            throw new StreamCorruptedException("not a request: " + kind);
        }
        return new Request(
                Path.of(string(in)),
                string(in),
                Path.of(string(in)),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    public static void writeAlive(DataOutputStream out) throws IOException {
        sign(out, ALIVE);
    }

    public static void writeRecognising(DataOutputStream out) throws IOException {
        sign(out, RECOGNISING);
    }

    private static void sign(DataOutputStream out, int kind) throws IOException {
        begin(out, kind);
        out.flush();
    }

    static void begin(DataOutputStream out, int kind) throws IOException {
        out.writeInt(MARK);
        out.writeByte(kind);
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeInt(MARK);
        out.flush();
    }

    public static void write(DataOutputStream out, Extraction extraction) throws IOException {
        out.writeInt(MARK);
        switch (extraction) {
            case Extraction.Failed(var kind, var reason) -> {
                out.writeByte(FAILED);
                string(out, kind.name());
                string(out, reason);
            }
            case Extraction.Read(var document) -> {
                out.writeByte(READ);
                document(out, document);
            }
        }
        end(out);
    }

    /// The next answer, or null at the end of the stream.
    ///
    /// @param spool where the parts of the request under way lie, asked when the answer has begun
    public static @Nullable Answer readAnswer(DataInputStream in, Supplier<Path> spool) throws IOException {
        int kind = kind(in);
        if (kind < 0) {
            return null;
        }
        return switch (kind) {
            case ALIVE -> new Alive();
            case RECOGNISING -> new Recognising();
            case FAILED -> {
                var failed = new Extraction.Failed(failure(string(in)), string(in));
                end(in);
                yield new Done(failed);
            }
            case READ -> {
                var document = document(in, spool.get());
                end(in);
                yield new Done(new Extraction.Read(document));
            }
            case PAGE_ANSWER -> new PageDone(PageWire.readAnswer(in));
            default -> throw new StreamCorruptedException("unknown kind of message: " + kind);
        };
    }

    static Extraction.Kind failure(String name) throws IOException {
        for (var kind : Extraction.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new StreamCorruptedException("unknown kind of failure");
    }

    static int kind(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        int mark = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (mark != MARK) {
            throw new StreamCorruptedException("not a message");
        }
        return in.readUnsignedByte();
    }

    static void end(DataInputStream in) throws IOException {
        if (in.readInt() != MARK) {
            throw new StreamCorruptedException("a message without its end");
        }
    }

    private static void document(DataOutputStream out, ExtractedDocument document) throws IOException {
        string(out, document.mediaType());
        out.writeInt(document.metadata().size());
        for (var field : document.metadata().entrySet()) {
            string(out, field.getKey());
            strings(out, field.getValue());
        }
        strings(out, document.pages());
        optional(out, document.html());
        out.writeInt(document.lines().size());
        for (var line : document.lines()) {
            out.writeInt(line.page());
            string(out, line.text());
            out.writeFloat(line.fontSize());
            out.writeBoolean(line.bold());
            out.writeFloat(line.x());
            out.writeFloat(line.y());
        }
        bytes(out, PackedWords.pack(document.words()));
        out.writeInt(document.needOcr().size());
        for (int page : document.needOcr()) {
            out.writeInt(page);
        }
        out.writeBoolean(document.textFromOcr());
        optional(out, document.noTextReason());
        out.writeInt(document.parts().size());
        for (var part : document.parts()) {
            string(out, part.name());
            var file = part.file();
            optional(out, file == null ? null : String.valueOf(file.getFileName()));
            optional(out, part.problem());
        }
        strings(out, document.warnings());
    }

    private static ExtractedDocument document(DataInputStream in, Path spool) throws IOException {
        String mediaType = string(in);
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        for (int left = count(in); left > 0; left--) {
            String name = string(in);
            metadata.put(name, strings(in));
        }
        List<String> pages = strings(in);
        String html = optional(in);
        List<Line> lines = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            lines.add(new Line(
                    in.readInt(), string(in), in.readFloat(), in.readBoolean(), in.readFloat(), in.readFloat()));
        }
        List<PageWords> words = words(in, pages);
        List<Integer> needOcr = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            needOcr.add(in.readInt());
        }
        boolean ocr = in.readBoolean();
        String noTextReason = optional(in);
        List<Part> parts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            String name = string(in);
            String file = optional(in);
            if (file != null && !SPOOL_NAME.matcher(file).matches()) {
                throw new StreamCorruptedException("a part outside of the spool folder");
            }
            parts.add(new Part(name, file == null ? null : spool.resolve(file), optional(in)));
        }
        return new ExtractedDocument(
                mediaType, metadata, pages, html, lines, words, needOcr, ocr, noTextReason, parts, strings(in));
    }

    /// Words that lie within their page's text; others are not trusted.
    private static List<PageWords> words(DataInputStream in, List<String> pages) throws IOException {
        List<PageWords> words = PackedWords.unpack(bytes(in));
        for (PageWords page : words) {
            boolean known = page.page() >= 1 && page.page() <= pages.size();
            int length = known ? pages.get(page.page() - 1).length() : -1;
            if (page.words().stream().anyMatch(word -> word.start() < 0 || word.end() > length)) {
                throw new StreamCorruptedException("a word outside of its page");
            }
        }
        return words;
    }

    private static void strings(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            string(out, value);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        List<String> values = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            values.add(string(in));
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

    static void string(DataOutputStream out, String value) throws IOException {
        bytes(out, value.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String string(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        int length = count(in);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new StreamCorruptedException("a negative length");
        }
        return count;
    }
}
