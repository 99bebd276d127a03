package sourcebook.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/// The limit: Lucene and nothing else. Lower-cased words with positions and offsets, the body stored, three facets,
/// a buffer of 256 MB, one commit.
final class BareIndex implements Closeable {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String BODY = "body";
    static final String COUNTRY = "country";
    static final String YEAR = "year";
    static final String SOURCE = "source";
    static final FacetsConfig FACETS = new FacetsConfig();
    private static final double BUFFER_MEGABYTES = 256;
    private static final FieldType WORDS = new FieldType();

    static {
        FACETS.setMultiValued(COUNTRY, true);
        WORDS.setTokenized(true);
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        WORDS.freeze();
    }

    private final FSDirectory directory;
    private final IndexWriter writer;

    private BareIndex(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer())
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE));
    }

    /// A document as the limit takes it: everything is in memory.
    record Item(String id, String text, List<String> countries, String year, String source) {}

    /// Where items come from. Called by several threads.
    interface Items {
        Item get(int number) throws IOException;
    }

    /// Words as they stand, in small letters; no stop words, no stems.
    static Analyzer analyzer() {
        return new StandardAnalyzer();
    }

    /// Makes an index of the items with so many threads, and commits once.
    static void make(Path folder, int documents, Items items, int threads) throws IOException {
        try (BareIndex index = new BareIndex(folder)) {
            index.fill(documents, items, threads);
        }
    }

    /// The same as a side of a comparison.
    static Rounds.Side side(Setting setting, int documents, Items items, int threads) {
        return () -> {
            BareIndex index = new BareIndex(setting.scratch("bare"));
            return new Rounds.Opened() {
                @Override
                public void run() throws IOException {
                    index.fill(documents, items, threads);
                }

                @Override
                public void close() throws IOException {
                    index.close();
                }
            };
        };
    }

    private void fill(int documents, Items items, int threads) throws IOException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = next.getAndIncrement(); i < documents; i = next.getAndIncrement()) {
                            writer.addDocument(document(items.get(i)));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
            writer.commit();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            // both in turn, whatever becomes of the other
        }
    }

    static Document document(Item item) {
        Document document = new Document();
        document.add(new StringField(ID, item.id(), Field.Store.YES));
        document.add(new Field(TEXT, item.text(), WORDS));
        document.add(new StoredField(BODY, item.text()));
        item.countries().forEach(country -> document.add(new SortedSetDocValuesFacetField(COUNTRY, country)));
        document.add(new SortedSetDocValuesFacetField(YEAR, item.year()));
        document.add(new SortedSetDocValuesFacetField(SOURCE, item.source()));
        try {
            return FACETS.build(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
