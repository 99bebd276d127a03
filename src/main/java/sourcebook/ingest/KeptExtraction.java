package sourcebook.ingest;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Kept;
import sourcebook.extraction.ExtractedDocument;

/// What extraction gave, as bytes that are kept in the catalogue, so that a document can be described by
/// other rules without its original. Parts are kept by name alone, pages without what says nothing
/// ([LeanHtml]). Stateless.
///
/// A byte with the number of the form, then a zstd frame with a checksum. The document's own text is the
/// frame's dictionary: what equals it, as most of what was extracted does, takes next to nothing. So the
/// bytes can only be read beside that very text.
public final class KeptExtraction {
    private static final int LEVEL = 5;

    /// Larger extractions (UTF-16 units) are not kept: they would need several times as much memory at
    /// once.
    private static final long MOST_CHARACTERS = 100_000_000;

    /// More than so many characters can take: what claims to be larger is damaged.
    private static final long MOST_BYTES = 1 << 30;

    /// The library's contexts that are kept for the next document: to make one is dearer than to pack a short one.
    private static final BlockingQueue<ZstdCompressCtx> CONTEXTS = new ArrayBlockingQueue<>(8);

    /// A context grows with what it packs; one that packed more is not kept.
    private static final int MOST_KEPT_BYTES = 4 << 20;

    private KeptExtraction() {}

    /// The bytes to keep; none for a document too large.
    ///
    /// @param text the text that is saved with them
    public static byte[] pack(ExtractedDocument document, DocumentText text) {
        if (characters(document) > MOST_CHARACTERS) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ExtractionForm.write(out, lean(document));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        byte[] frame = compress(bytes.toByteArray(), dictionary(text));
        byte[] kept = new byte[frame.length + 1];
        kept[0] = ExtractionForm.NUMBER;
        System.arraycopy(frame, 0, kept, 1, frame.length);
        return kept;
    }

    private static byte[] compress(byte[] bytes, byte[] dictionary) {
        ZstdCompressCtx kept = CONTEXTS.poll();
        ZstdCompressCtx zstd =
                kept == null ? new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true) : kept;
        boolean again = false;
        try {
            byte[] frame = zstd.loadDict(dictionary).compress(bytes);
            again = bytes.length + dictionary.length <= MOST_KEPT_BYTES && CONTEXTS.offer(zstd);
            return frame;
        } finally {
            if (!again) {
                zstd.close();
            }
        }
    }

    /// The extraction, parts without their files; empty when the bytes are of another form or damaged.
    public static Optional<ExtractedDocument> unpack(Kept kept) {
        byte[] bytes = kept.extracted();
        if (bytes.length < 2 || bytes[0] != ExtractionForm.NUMBER) {
            return Optional.empty();
        }
        byte[] frame = Arrays.copyOfRange(bytes, 1, bytes.length);
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            zstd.loadDict(dictionary(kept.text()));
            long size = Zstd.getFrameContentSize(frame);
            if (size <= 0 || size > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] plain = zstd.decompress(frame, Math.toIntExact(size));
            return Optional.of(ExtractionForm.read(new DataInputStream(new ByteArrayInputStream(plain))));
        } catch (ZstdException | IOException damaged) {
            return Optional.empty();
        }
    }

    private static ExtractedDocument lean(ExtractedDocument document) {
        String html = document.html();
        return html == null
                ? document
                : new ExtractedDocument(
                        document.mediaType(),
                        document.metadata(),
                        document.pages(),
                        LeanHtml.of(html),
                        document.lines(),
                        document.words(),
                        document.needOcr(),
                        document.textFromOcr(),
                        document.noTextReason(),
                        document.parts(),
                        document.warnings());
    }

    private static byte[] dictionary(DocumentText text) {
        return (text.text() + '\n' + text.furniture()).getBytes(StandardCharsets.UTF_8);
    }

    private static long characters(ExtractedDocument document) {
        String html = document.html();
        return document.pages().stream().mapToLong(String::length).sum() + (html == null ? 0 : html.length());
    }
}
