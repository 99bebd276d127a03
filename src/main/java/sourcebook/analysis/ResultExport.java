package sourcebook.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Whole result sets for other programs, written as they are found: of any size, in the same little memory.
///
/// An output that cannot be written any more (the other side has gone) ends the work. Thread-safe.
public final class ResultExport {
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final MatchingDocuments matching;
    private final DocumentNumbers numbers;
    private final ArchiveIdentity archive;
    private final String version;

    /// @param version of the program
    public ResultExport(
            SearchEngine engine,
            Catalogue catalogue,
            DocumentNumbers numbers,
            ArchiveIdentity archive,
            String version) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.matching = new MatchingDocuments(engine, numbers);
        this.numbers = numbers;
        this.archive = archive;
        this.version = version;
    }

    /// The records alone, in the request's order. Does not close the stream.
    ///
    /// @return what was written
    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public Manifest write(SearchRequest request, RecordFormat format, OutputStream out, Work work) throws IOException {
        return write(request, format, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), work);
    }

    /// The same as text.
    public Manifest write(SearchRequest request, RecordFormat format, Writer out, Work work) throws IOException {
        Manifest manifest = run(request, format, out, work);
        out.flush();
        return manifest;
    }

    /// A ZIP archive with the records, as `records.csv` or the like, and `manifest.json`. Does not close the stream.
    public Manifest zip(SearchRequest request, RecordFormat format, OutputStream out, Work work) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("records." + format.extension()));
        Manifest manifest = write(request, format, zip, work);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(manifest.json().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    /// What [#write] would give, without the records.
    public Manifest manifest(SearchRequest request, RecordFormat format, Work work) {
        try {
            return run(request, format, null, work);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Asks an export's search again and says what has become of its documents.
    public Repetition compare(Manifest before, Work work) {
        if (!before.archive().equals(archive.id())) {
            return new Repetition(before, false, 0, 0, 0, 0);
        }
        BitSet now = matching.of(before.request(), work);
        BitSet added = minus(now, before.documents());
        BitSet gone = minus(before.documents(), now);
        BitSet changed = numbers.changedAfter(before.sequence());
        changed.and(now);
        changed.and(before.documents());
        return new Repetition(
                before, true, now.cardinality(), added.cardinality(), changed.cardinality(), gone.cardinality());
    }

    private static BitSet minus(BitSet some, BitSet others) {
        BitSet left = (BitSet) some.clone();
        left.andNot(others);
        return left;
    }

    /// @param out null to count only
    private Manifest run(SearchRequest request, RecordFormat format, @Nullable Writer out, Work work)
            throws IOException {
        RecordWriter writer = new RecordWriter(format, customColumns(format));
        if (out != null) { // before anything is searched: a reader sees that it has begun
            writer.head(out);
            out.flush();
        }
        long sequence = engine.committedSequence();
        SearchResult about = engine.search(
                request.withPage(0, 0)
                        .withSnippets(0)
                        .withFacets(false)
                        .withCountHits(false)
                        .withPatience(SearchEngine.ENDLESS),
                work);
        work.outOf(about.total());
        long[] counts = new long[2]; // records, hits
        MatchingDocuments.Gathering documents = matching.gathering();
        try {
            engine.visit(
                    request,
                    match -> {
                        work.check();
                        SearchResult.Result result = match.result();
                        int hits = match.hits().size();
                        documents.add(result.id());
                        counts[0]++;
                        counts[1] += hits;
                        if (out != null) {
                            record(writer, out, result, hits);
                        }
                        work.reached(counts[0]);
                        return true;
                    },
                    work);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        BitSet all = request.stories() ? matching.of(request, work) : documents.numbers();
        return new Manifest(
                version,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                archive.id(),
                sequence,
                request,
                about.understoodAs(),
                about.notes(),
                format,
                writer.columns(),
                new Manifest.Counts(
                        counts[0], all.cardinality(), request.stories() ? counts[0] : about.stories(), counts[1]),
                all);
    }

    private List<String> customColumns(RecordFormat format) {
        return switch (format) {
            case CSV, JSONL -> numbers.customColumns();
            case BIBTEX, RIS -> List.of();
        };
    }

    private void record(RecordWriter writer, Writer out, SearchResult.Result result, int hits) {
        try {
            var document = catalogue
                    .find(result.id())
                    .orElseThrow(() -> new IllegalStateException("Not in the catalogue: " + result.id()));
            writer.record(out, document, hits);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
