package sourcebook.analysis;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.catalogue.Catalogue;
import sourcebook.search.SearchEngine;

/// All hits of a search in their contexts, one a line (KWIC).
///
/// The hits are those that the result list counts and the reader marks. Sorting takes little memory, whatever their
/// number: what does not fit lies in temporary files. A concordance that was asked for by page is kept for the next
/// pages, until others or a change of the archive take its place. Thread-safe.
public final class Concordance implements AutoCloseable {
    /// Concordances whose pages can be read without sorting again.
    private static final int MOST_KEPT = 4;

    private static final long MOST_BYTES_KEPT = 2L << 30;

    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final Path folder;
    private final int memory;
    private final Deque<SortedConcordance> kept = new ArrayDeque<>(); // guarded by this, the last used first

    /// @param folder for temporary files; made when it is missing
    public Concordance(SearchEngine engine, Catalogue catalogue, Path folder) {
        this(engine, catalogue, folder, SortedRows.MEMORY);
    }

    Concordance(SearchEngine engine, Catalogue catalogue, Path folder, int memory) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.folder = folder;
        this.memory = memory;
    }

    /// A stretch of the lines.
    ///
    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public ConcordancePage page(ConcordanceRequest request, long offset, int limit, Work work) {
        long sequence = engine.committedSequence();
        synchronized (this) {
            Iterator<SortedConcordance> all = kept.iterator();
            while (all.hasNext()) {
                SortedConcordance one = all.next();
                if (one.sequence() != sequence) {
                    all.remove();
                    one.close();
                } else if (one.request().equals(request)) {
                    all.remove();
                    kept.addFirst(one);
                    return one.page(offset, limit);
                }
            }
        }
        SortedConcordance made = SortedConcordance.make(lines(request, work), request, sequence, folder, memory, work);
        synchronized (this) {
            kept.addFirst(made);
            ConcordancePage page = made.page(offset, limit);
            trim();
            return page;
        }
    }

    private ConcordanceLines lines(ConcordanceRequest request, Work work) {
        return new ConcordanceLines(engine, new DocumentValues(catalogue), request, work);
    }

    private void trim() {
        long bytes = 0;
        int number = 0;
        Iterator<SortedConcordance> all = kept.iterator();
        while (all.hasNext()) {
            SortedConcordance one = all.next();
            bytes += one.bytes();
            if (number++ > 0 && (number > MOST_KEPT || bytes > MOST_BYTES_KEPT)) {
                all.remove();
                one.close();
            }
        }
    }

    /// Every line, in order. Nothing is kept.
    ///
    /// @return the number of lines
    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public long forEach(ConcordanceRequest request, Consumer<ConcordanceRow> consumer, Work work) {
        if (request.group() == null && request.sort().equals(ConcordanceSort.DOCUMENT)) {
            ConcordanceLines lines = lines(request, work);
            lines.forEach(
                    work,
                    (group, value, document, text, hit) -> consumer.accept(new RowBytes.Line(
                                    0,
                                    null,
                                    hit.page(),
                                    hit.layer(),
                                    text.before(hit, request.context()),
                                    text.hit(hit),
                                    text.after(hit, request.context()),
                                    hit.start(),
                                    hit.end())
                            .of(RowBytes.Document.of(document))));
            return lines.hits();
        }
        try (SortedConcordance sorted =
                SortedConcordance.fill(lines(request, work), request, 0, folder, memory, work)) {
            return sorted.forEach(consumer, work);
        }
    }

    /// Every line as CSV, with a head.
    ///
    /// @return the number of lines
    public long writeCsv(ConcordanceRequest request, Appendable out, Work work) {
        return new ConcordanceCsv(out, request.group() != null).write(this, request, work);
    }

    /// Gives the temporary files back.
    @Override
    public synchronized void close() {
        List<SortedConcordance> all = new ArrayList<>(kept);
        kept.clear();
        all.forEach(SortedConcordance::close);
    }
}
