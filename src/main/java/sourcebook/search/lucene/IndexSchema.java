package sourcebook.search.lucene;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.Feature;
import sourcebook.search.IndexedDocument;

/// Every field of the index: its name, its type, how it is analysed. A change here is a new [#VERSION].
final class IndexSchema {
    /// Kept in each commit; an index of another version is emptied and filled again.
    static final int VERSION = 9;

    static final String ID = "id";
    /// Headline and body, with offsets.
    static final String TEXT = "text";
    /// Neighbouring function words of [#TEXT] at its positions, without offsets.
    static final String PAIRS = "pairs";
    /// The numbers of the runs of three words of [#TEXT], as [WordRuns] has them.
    static final String RUNS = "runs";
    /// The text of the page around the work, with offsets.
    static final String FURNITURE = "furniture";
    /// The title (or file name) of a document that has no text, so that it is found at all.
    static final String STAND_IN = "standIn";
    /// Words of the record's title, with offsets.
    static final String TITLE = "title";
    static final String CREATOR = "creator";
    static final String SOURCE = "source";
    static final String TYPE = "type";
    static final String YEAR = "year";
    /// What a document has: the word of each [Feature].
    static final String HAS = "has";
    /// Number of words of the text.
    static final String WORDS = "words";
    /// Days since 1970-01-01 of the earliest day the date can mean.
    static final String DAY = "day";
    /// The latest day the date can mean, likewise.
    static final String LAST_DAY = "lastDay";
    /// Id of the story whose copy a document is; nothing for a document that is in none.
    static final String STORY = "story";

    /// A [ShownRecord].
    static final String SHOWN = "shown";
    /// The text as a [KeptText], the furniture likewise. Not among the stored fields, which are unpacked whole.
    static final String KEPT_TEXT = "keptText";

    static final String KEPT_FURNITURE = "keptFurniture";
    /// What [KeptText#after] leaves of a very long text.
    static final String STORED_TEXT = "restOfText";

    static final String STORED_FURNITURE = "restOfFurniture";

    static final FacetsConfig FACETS = new SeveralValues();

    /// BM25's k1 and b: of the customary values (1.2 to 2, .75; Manning, Raghavan and Schütze 2008,
    /// 11.4.3) those for long texts, in which a word's return goes on to mean something.
    private static final float SATURATION = 2f;

    private static final float LENGTH_NORM = 0.75f;

    /// Overlapping terms (stems) count towards a text's length, since they count towards the average length in any
    /// case: without them every text would seem short, and long ones would be ranked too high.
    static final Similarity SIMILARITY = new BM25Similarity(SATURATION, LENGTH_NORM, false);

    private static final FieldType PLAIN = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType POSITIONS = lengthless(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType NUMBERS = lengthless(IndexOptions.DOCS);
    private static final FieldType WORDS_WITH_OFFSETS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);

    private IndexSchema() {}

    static Document document(IndexedDocument indexed, FacetColumns columns) throws java.io.IOException {
        DocumentRecord record = indexed.record();
        String text = indexed.text().text();
        @Nullable String title = record.titleText();
        String shownTitle = title == null || title.isBlank() ? fileName(indexed.path()) : title;

        Document document = new Document();
        document.add(new StringField(ID, indexed.id().value(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(indexed.id().value())));
        if (indexed.story() != null) {
            document.add(new StringField(STORY, indexed.story(), Field.Store.NO));
            document.add(new SortedDocValuesField(STORY, new BytesRef(indexed.story())));
        }
        document.add(new BinaryDocValuesField(
                SHOWN, ShownRecord.of(indexed, shownTitle).packed()));
        keep(document, KEPT_TEXT, STORED_TEXT, text);
        TextLanguages language = TextLanguages.of(value(record.language()));
        String furniture = indexed.text().furniture();
        if (!furniture.isEmpty()) {
            keep(document, KEPT_FURNITURE, STORED_FURNITURE, furniture);
            document.add(new Field(FURNITURE, new WordStream(furniture, language), WORDS_WITH_OFFSETS));
        }

        if (!text.isEmpty()) {
            TextLanguages languages = TextLanguages.of(value(record.language()), indexed.text());
            WordPairs pairs = new WordPairs();
            document.add(new Field(TEXT, new WordStream(text, languages, pairs), WORDS_WITH_OFFSETS));
            document.add(new Field(PAIRS, pairs.stream(), POSITIONS)); // behind the text, which finds them
            document.add(new Field(RUNS, pairs.runs().stream(), NUMBERS)); // likewise
            document.add(new NumericDocValuesField(WORDS, 0) {
                @Override
                public Number numericValue() { // asked when the text has been read
                    return pairs.noted();
                }
            });
        } else {
            document.add(new Field(STAND_IN, new WordStream(shownTitle, language), PLAIN));
        }
        if (title != null) {
            document.add(new Field(TITLE, new WordStream(title, language), WORDS_WITH_OFFSETS));
        }
        values(record.creators()).forEach(name -> document.add(new Field(CREATOR, new WordStream(name), PLAIN)));
        words(document, SOURCE, record.sourceText());
        words(document, TYPE, value(record.type()));
        columns.facets()
                .forEach(facet ->
                        FacetColumns.values(facet, record).forEach(value -> words(document, facet.parameter(), value)));
        if (record.date() != null) {
            document.add(new IntField(YEAR, record.date().value().year(), Field.Store.NO));
            PartialDate date = record.date().value();
            document.add(new NumericDocValuesField(DAY, date.earliest().toEpochDay()));
            document.add(new LongPoint(DAY, date.earliest().toEpochDay()));
            document.add(new LongPoint(LAST_DAY, latest(date).toEpochDay()));
        }
        features(indexed).forEach(one -> document.add(new StringField(HAS, one.word(), Field.Store.NO)));
        facetValues(record, columns)
                .forEach((facet, values) -> values.forEach(
                        value -> document.add(new SortedSetDocValuesFacetField(facet.parameter(), value))));
        return FACETS.build(document);
    }

    private static Set<Feature> features(IndexedDocument indexed) {
        DocumentRecord record = indexed.record();
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> switch (feature) {
            case OCR -> !indexed.ocr();
            case TEXT -> indexed.text().text().isEmpty();
            case TITLE -> listed(record.titleText()).isEmpty();
            case CREATOR -> values(record.creators()).isEmpty();
            case DATE -> record.date() == null;
            case SOURCE -> listed(record.sourceText()).isEmpty();
            case COUNTRY -> values(record.about()).isEmpty();
            case PUBLISHED_IN -> values(record.publishedIn()).isEmpty();
            case LANGUAGE -> listed(value(record.language())).isEmpty();
            case TYPE -> listed(value(record.type())).isEmpty();
            case STORY -> indexed.story() == null;
            case FURNITURE -> indexed.text().furniture().isEmpty();
        });
        return features;
    }

    /// The values of each facet; [Facet#UNKNOWN] where there is none.
    private static Map<Facet, List<String>> facetValues(DocumentRecord record, FacetColumns columns) {
        Map<Facet, List<String>> values = new TreeMap<>();
        values.put(Facet.COUNTRY, values(record.about()));
        values.put(Facet.PUBLISHED_IN, values(record.publishedIn()));
        @Nullable Integer year = record.year();
        values.put(Facet.YEAR, year == null ? List.of() : List.of(year.toString()));
        values.put(Facet.SOURCE, listed(record.sourceText()));
        values.put(Facet.LANGUAGE, listed(value(record.language())));
        values.put(Facet.TYPE, listed(value(record.type())));
        values.put(Facet.MONTH, listed(month(record)));
        columns.facets().forEach(facet -> values.put(facet, FacetColumns.values(facet, record)));
        values.replaceAll((_, some) -> some.isEmpty() ? List.of(Facet.UNKNOWN) : some);
        return values;
    }

    private static LocalDate latest(PartialDate date) {
        if (date.day() != null) {
            return date.earliest();
        }
        return date.earliest()
                .plus(date.month() == null ? Period.ofYears(1) : Period.ofMonths(1))
                .minusDays(1);
    }

    private static @Nullable String month(DocumentRecord record) {
        @Nullable
        Integer month = record.date() == null ? null : record.date().value().month();
        return record.date() == null || month == null
                ? null
                : String.format(Locale.ROOT, "%04d-%02d", record.date().value().year(), month);
    }

    private static void keep(Document document, String inPieces, String whole, String text) throws java.io.IOException {
        if (!text.isEmpty()) {
            document.add(new BinaryDocValuesField(inPieces, KeptText.pack(text)));
        }
        String rest = KeptText.after(text);
        if (!rest.isEmpty()) {
            document.add(new StoredField(whole, rest));
        }
    }

    private static void words(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new Field(field, new WordStream(value), PLAIN));
        }
    }

    static List<String> values(List<Evidenced<String>> values) {
        return values.stream()
                .map(Evidenced::value)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    private static @Nullable String value(@Nullable Evidenced<String> value) {
        return value == null ? null : value.value();
    }

    private static List<String> listed(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static FieldType lengthless(IndexOptions options) {
        FieldType type = new FieldType(words(options));
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /// Of every facet, also one that nobody has named yet, a document may have several values.
    private static final class SeveralValues extends FacetsConfig {
        private final DimConfig several = new DimConfig();

        SeveralValues() {
            several.multiValued = true;
        }

        @Override
        protected DimConfig getDefaultDimConfig() {
            return several;
        }
    }
}
