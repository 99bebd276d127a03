package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.FacetColumns;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Layer;
import sourcebook.search.Snippet;

/// The small loops that every page and every document goes through, each for itself, on a made-up text of 20,000 words
/// and 50 pages.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
    private static final int WORDS = 20_000;
    private static final int KNOWN = 5_000;
    private static final int PAGES = 50;
    private static final String PHRASE = "\"scourge of war\"";

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private String text = "";
    private DirectoryReader reader;
    private HitFinder finder;
    private List<Range> hits = List.of();
    private List<Integer> pageStarts = List.of();
    private org.apache.lucene.util.BytesRef packed;
    private int page;

    @Setup
    public void fill() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            int rank = (int) Math.pow(KNOWN, random.nextDouble()); // as often as its rank is small: Zipf
            made.append(i % 500 == 250 ? "the scourge of war" : Integer.toString(rank + 46_655, Character.MAX_RADIX))
                    .append(i % 17 == 16 ? ". " : " ");
        }
        text = made.toString();
        int pageLength = text.length() / PAGES;
        pageStarts = IntStream.range(0, PAGES)
                .map(number -> number * pageLength)
                .boxed()
                .toList();
        packed = KeptText.pack(text);
        IndexedDocument document = new IndexedDocument(
                new DocumentId("0".repeat(64)), DocumentRecord.EMPTY, DocumentText.of(text), "text.txt", null);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.addDocument(IndexSchema.document(document, FacetColumns.NONE));
        }
        reader = DirectoryReader.open(directory);
        IndexSnapshot snapshot = new IndexSnapshot(reader, FacetColumns.NONE);
        finder = new HitFinder(
                snapshot,
                IndexSchema.TEXT,
                QueryTranslation.translate(Question.parsed(PHRASE, snapshot).query(), reader)
                        .textHits());
        hits = new ArrayList<>(finder.in(0));
    }

    @TearDown
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    /// Three excerpts with the text unpacked for them.
    @Benchmark
    public List<Snippet> snippets() {
        return new SnippetCutter(new KeptText(packed, () -> ""), pageStarts, Layer.TEXT, true).cut(hits, 3);
    }

    /// All words of the text, folded.
    @Benchmark
    public int words() {
        return Terms.of(text).size();
    }

    /// All terms of the text as they are indexed, with stems and places.
    @Benchmark
    public int terms() throws IOException {
        int terms = 0;
        try (WordStream stream = new WordStream(text)) {
            stream.reset();
            while (stream.incrementToken()) {
                terms++;
            }
            stream.end();
        }
        return terms;
    }

    /// All places of a phrase in the text.
    @Benchmark
    public int hits() throws IOException {
        return finder.in(0).size();
    }

    /// The page of one place.
    @Benchmark
    public int page() {
        page = (page + 7_919) % text.length();
        return DocumentText.pageAt(pageStarts, page);
    }
}
