package sourcebook.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;

/// The lines of one concordance in their order, in temporary files. One thread at a time.
final class SortedConcordance implements Closeable {
    /// Documents that are kept ready while lines are read.
    private static final int READY = 1_000;

    private final ConcordanceRequest request;
    private final long sequence;
    private final SortedRows rows;
    private final Spill documents;
    private final ConcordanceLines lines;
    private final Map<Long, RowBytes.Document> ready = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RowBytes.Document> eldest) {
            return size() > READY;
        }
    };

    private SortedConcordance(
            ConcordanceLines lines, ConcordanceRequest request, long sequence, Path folder, int memory) {
        this.request = request;
        this.sequence = sequence;
        this.rows = new SortedRows(folder, memory);
        this.documents = new Spill(folder);
        this.lines = lines;
    }

    /// Gathers and sorts all lines, for pages.
    ///
    /// @param sequence what the index held when this was begun
    static SortedConcordance make(
            ConcordanceLines lines, ConcordanceRequest request, long sequence, Path folder, int memory, Work work) {
        SortedConcordance made = fill(lines, request, sequence, folder, memory, work);
        try {
            made.rows.order();
        } catch (RuntimeException unusable) {
            made.close();
            throw unusable;
        }
        return made;
    }

    /// Gathers all lines, for [#forEach].
    static SortedConcordance fill(
            ConcordanceLines lines, ConcordanceRequest request, long sequence, Path folder, int memory, Work work) {
        SortedConcordance made = new SortedConcordance(lines, request, sequence, folder, memory);
        try {
            made.gather(work);
        } catch (RuntimeException ended) {
            made.close();
            throw ended;
        }
        return made;
    }

    private void gather(Work work) {
        ConcordanceKeys keys = new ConcordanceKeys(request.sort(), lines.countryNames());
        AtomicReference<@Nullable DocumentId> current = new AtomicReference<>();
        AtomicLong place = new AtomicLong();
        lines.forEach(work, (group, value, document, text, hit) -> {
            if (!document.id().equals(current.get())) {
                current.set(document.id());
                place.set(put(RowBytes.write(RowBytes.Document.of(document))));
            }
            byte[] key = keys.key(group, document, text, hit, rows.size());
            rows.add(
                    key,
                    RowBytes.write(new RowBytes.Line(
                            place.get(),
                            value,
                            hit.page(),
                            hit.layer(),
                            text.before(hit, request.context()),
                            text.hit(hit),
                            text.after(hit, request.context()),
                            hit.start(),
                            hit.end())));
        });
        documents.flush();
    }

    private long put(byte[] document) {
        long place = documents.size();
        documents.putInt(document.length);
        documents.put(document);
        return place;
    }

    private RowBytes.Document document(long place) {
        return ready.computeIfAbsent(place, at -> {
            int length = ByteBuffer.wrap(documents.read(at, Integer.BYTES)).getInt();
            return RowBytes.document(documents.read(at + Integer.BYTES, length));
        });
    }

    private ConcordanceRow row(byte[] bytes) {
        RowBytes.Line line = RowBytes.line(bytes);
        return line.of(document(line.document()));
    }

    ConcordanceRequest request() {
        return request;
    }

    long sequence() {
        return sequence;
    }

    /// Bytes on disk.
    long bytes() {
        return rows.bytes() + documents.size();
    }

    ConcordancePage page(long offset, int limit) {
        return new ConcordancePage(
                rows.read(offset, limit).stream().map(this::row).toList(),
                rows.size(),
                lines.hits(),
                lines.documents(),
                lines.groups(),
                lines.notes());
    }

    /// All lines in order, once, instead of pages.
    long forEach(Consumer<ConcordanceRow> consumer, Work work) {
        rows.sorted(bytes -> {
            work.check();
            consumer.accept(row(bytes));
        });
        return rows.size();
    }

    @Override
    public void close() {
        rows.close();
        try {
            documents.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be closed", e);
        }
    }
}
