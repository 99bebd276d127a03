package sourcebook.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Layer;
import sourcebook.search.SearchResult;

/// Lines of a concordance to and from bytes: what belongs to the document apart from what belongs to the hit, since a
/// document has many.
final class RowBytes {
    private RowBytes() {}

    /// What a line says about its document.
    record Document(
            DocumentId id,
            String title,
            @Nullable String date,
            @Nullable String source,
            List<String> countries,
            String path) {
        static Document of(SearchResult.Result result) {
            return new Document(
                    result.id(), result.title(), result.date(), result.source(), result.countries(), result.path());
        }
    }

    /// What a line says about its hit.
    ///
    /// @param document where its bytes lie
    record Line(
            long document,
            @Nullable String group,
            int page,
            Layer layer,
            String before,
            String hit,
            String after,
            int start,
            int end) {
        ConcordanceRow of(Document of) {
            return new ConcordanceRow(
                    group,
                    of.id(),
                    of.title(),
                    of.date(),
                    of.source(),
                    of.countries(),
                    of.path(),
                    page,
                    layer,
                    before,
                    hit,
                    after,
                    start,
                    end);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] write(Document document) {
        return bytes(out -> {
            text(out, document.id().value());
            text(out, document.title());
            text(out, document.date());
            text(out, document.source());
            out.writeInt(document.countries().size());
            for (String country : document.countries()) {
                text(out, country);
            }
            text(out, document.path());
        });
    }

    static Document document(byte[] bytes) {
        return read(bytes, in -> {
            DocumentId id = new DocumentId(given(in));
            String title = given(in);
            String date = text(in);
            String source = text(in);
            List<String> countries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                countries.add(given(in));
            }
            return new Document(id, title, date, source, countries, given(in));
        });
    }

    static byte[] write(Line line) {
        return bytes(out -> {
            out.writeLong(line.document());
            text(out, line.group());
            out.writeInt(line.page());
            out.writeBoolean(line.layer() == Layer.FURNITURE);
            text(out, line.before());
            text(out, line.hit());
            text(out, line.after());
            out.writeInt(line.start());
            out.writeInt(line.end());
        });
    }

    static Line line(byte[] bytes) {
        return read(
                bytes,
                in -> new Line(
                        in.readLong(),
                        text(in),
                        in.readInt(),
                        in.readBoolean() ? Layer.FURNITURE : Layer.TEXT,
                        given(in),
                        given(in),
                        given(in),
                        in.readInt(),
                        in.readInt()));
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String given(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("A text is missing");
        }
        return text;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException("A temporary file does not hold what was written", damaged);
        }
    }
}
