package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
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
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.Facet;
import sourcebook.search.Words;

/// The index that a program has that uses Lucene as it is and shows the same on a result page: each word once, as
/// Sourcebook parts and folds them, with position and offsets; the body stored whole; the same facets.
final class BarePageIndex {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String BODY = "body";
    static final String TITLE = "title";
    static final String PATH = "path";
    static final String DATE = "date";

    /// The facets that are shown; a month is held, and shown of one year alone.
    static final List<String> SHOWN = Facet.BUILT_IN.stream().map(Facet::key).toList();

    static final FacetsConfig FACETS = new FacetsConfig();
    private static final double BUFFER_MEGABYTES = 256;
    private static final FieldType WORDS = new FieldType();

    static {
        SHOWN.forEach(facet -> FACETS.setMultiValued(facet, true));
        FACETS.setMultiValued(Facet.MONTH.key(), true);
        WORDS.setTokenized(true);
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        WORDS.freeze();
    }

    private BarePageIndex() {}

    /// Makes the index of all documents of an archive.
    static void make(Path folder, OpenArchive archive) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            Setting.forEach(archive, document -> writer.addDocument(FACETS.build(document(document, archive))));
            writer.commit();
        }
    }

    /// What is indexed of a document, its facets not yet built.
    static Document document(CataloguedDocument catalogued, OpenArchive archive) {
        DocumentRecord record = catalogued.record();
        String text = archive.catalogue()
                .text(catalogued.id())
                .orElse(DocumentText.NONE)
                .text();
        Document document = new Document();
        document.add(new StringField(ID, catalogued.id().value(), Field.Store.YES));
        document.add(new StoredField(TITLE, catalogued.displayTitle()));
        document.add(new StoredField(
                PATH,
                catalogued.locations().isEmpty()
                        ? ""
                        : catalogued.locations().getFirst().path()));
        document.add(new StoredField(
                DATE, record.date() == null ? "" : record.date().value().toString()));
        document.add(new StoredField(BODY, text));
        document.add(new Field(TEXT, new Stream(text), WORDS));
        add(document, Facet.COUNTRY, values(record.about()));
        add(document, Facet.PUBLISHED_IN, values(record.publishedIn()));
        Integer year = record.year();
        add(document, Facet.YEAR, year == null ? List.of() : List.of(year.toString()));
        add(document, Facet.SOURCE, listed(record.sourceText()));
        add(document, Facet.LANGUAGE, values(listed(record.language())));
        add(document, Facet.TYPE, values(listed(record.type())));
        add(document, Facet.MONTH, month(record));
        return document;
    }

    /// The values of facets that [#document] gave.
    static List<SortedSetDocValuesFacetField> facets(Document document) {
        return document.getFields().stream()
                .filter(SortedSetDocValuesFacetField.class::isInstance)
                .map(SortedSetDocValuesFacetField.class::cast)
                .filter(facet -> SHOWN.contains(facet.dim))
                .toList();
    }

    private static void add(Document document, Facet facet, List<String> values) {
        (values.isEmpty() ? List.of(Facet.UNKNOWN) : values)
                .forEach(value -> document.add(new SortedSetDocValuesFacetField(facet.key(), value)));
    }

    private static <T> List<T> listed(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> values(List<Evidenced<String>> values) {
        return values.stream()
                .map(Evidenced::value)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    private static List<String> month(DocumentRecord record) {
        if (record.date() == null || record.date().value().month() == null) {
            return List.of();
        }
        return List.of(
                record.date().value().year() + "-" + record.date().value().month());
    }

    /// The words of a text, folded.
    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final String text;
        private Iterator<Words.Word> words = List.<Words.Word>of().iterator();

        Stream(String text) {
            this.text = text;
        }

        @Override
        public void reset() {
            words = Words.of(text).iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            Words.Word word = words.next();
            term.append(word.folded());
            offset.setOffset(word.start(), word.end());
            return true;
        }
    }
}
