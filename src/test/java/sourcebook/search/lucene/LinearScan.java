package sourcebook.search.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.PartialDate;
import sourcebook.search.CountryNames;
import sourcebook.search.Facet;
import sourcebook.search.Feature;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.LanguageNames;
import sourcebook.search.Layer;
import sourcebook.search.Query;
import sourcebook.search.QueryField;
import sourcebook.search.SearchRequest;

/// Answers queries by reading every document from beginning to end, without an index: what the engine must equal.
final class LinearScan {
    private static final Comparator<IndexedDocument> EARLIEST =
            Comparator.<IndexedDocument>comparingLong(LinearScan::day).thenComparing(IndexedDocument::id);

    private final List<IndexedDocument> documents;
    private final Map<DocumentId, ScannedDocument> read = new HashMap<>();
    private final Map<String, Boolean> japanese = new HashMap<>();

    LinearScan(List<IndexedDocument> documents) {
        this.documents = documents;
        documents.forEach(document -> read.put(document.id(), ScannedDocument.of(document)));
        japanese(IndexSchema.TEXT, one -> Stream.of(one.text()));
        japanese(IndexSchema.FURNITURE, one -> Stream.of(one.furniture()));
        japanese(IndexSchema.STAND_IN, one -> one.textless() ? Stream.of(one.shownTitle()) : Stream.empty());
        japanese(IndexSchema.TITLE, one -> Stream.ofNullable(one.title()));
        japanese(IndexSchema.CREATOR, one -> one.creators().stream());
        japanese(IndexSchema.SOURCE, one -> Stream.ofNullable(one.source()));
        japanese(IndexSchema.TYPE, one -> Stream.ofNullable(one.type()));
    }

    private void japanese(String field, Function<ScannedDocument, Stream<ScannedText>> texts) {
        japanese.put(
                field,
                read.values().stream()
                        .flatMap(texts)
                        .anyMatch(text -> !text.inflected().isEmpty()));
    }

    /// Days since 1970-01-01; those of an undated document never end.
    static long day(IndexedDocument document) {
        return document.record().date() == null
                ? Long.MAX_VALUE
                : document.record().date().value().earliest().toEpochDay();
    }

    /// The documents that match a query, whatever is chosen beside it.
    List<IndexedDocument> matching(Query query) {
        return documents.stream()
                .filter(document -> matches(Objects.requireNonNull(read.get(document.id())), query))
                .toList();
    }

    /// The same with what a request chooses.
    List<IndexedDocument> matching(Query query, SearchRequest request) {
        return matching(query).stream()
                .filter(document -> ScannedFacets.chosen(document, request, null))
                .toList();
    }

    /// Of each story among the documents the copy that stands for it.
    static List<IndexedDocument> shown(List<IndexedDocument> documents) {
        Map<String, IndexedDocument> shown = new TreeMap<>();
        for (IndexedDocument document : documents) {
            shown.merge(storyOf(document), document, (one, other) -> EARLIEST.compare(one, other) <= 0 ? one : other);
        }
        return List.copyOf(shown.values());
    }

    /// A document in no story is one of its own.
    static String storyOf(IndexedDocument document) {
        return document.story() == null ? "alone " + document.id() : document.story();
    }

    /// What a document that matches holds of a query: of overlapping places the leftmost, of those the longest.
    List<Hit> hits(IndexedDocument document, Query query) {
        ScannedDocument scanned = Objects.requireNonNull(read.get(document.id()));
        List<Hit> hits = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            Set<Range> found = new HashSet<>();
            collect(query, scanned, layer, found);
            List<Range> sorted = new ArrayList<>(found);
            sorted.sort(Comparator.comparingInt(Range::start).thenComparing(range -> -range.end()));
            int free = 0;
            for (Range range : sorted) {
                if (range.start() >= free) {
                    int page = layer == Layer.FURNITURE ? 1 : ScannedDocument.page(document, range.start());
                    hits.add(new Hit(range.start(), range.end(), page, layer));
                    free = range.end();
                }
            }
        }
        return hits;
    }

    private void collect(Query query, ScannedDocument document, Layer layer, Set<Range> found) {
        QueryField own = layer == Layer.TEXT ? QueryField.BODY : QueryField.FURNITURE;
        switch (query) {
            case Query.Leaf leaf -> {
                if (layer == Layer.TEXT) {
                    found.addAll(places(leaf, document.text(), IndexSchema.TEXT));
                }
            }
            case Query.Fielded(QueryField field, Query.Leaf leaf) -> {
                if (field == own) {
                    found.addAll(places(
                            leaf,
                            document.layer(layer),
                            layer == Layer.TEXT ? IndexSchema.TEXT : IndexSchema.FURNITURE));
                }
            }
            case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, document, layer, found));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, document, layer, found));
            case Query.Required(Query part) -> collect(part, document, layer, found);
            case Query.Not _, Query.Years _, Query.AllDocuments _, Query.Custom _, Query.Days _, Query.Has _ -> {}
        }
    }

    private boolean matches(ScannedDocument document, Query query) {
        return switch (query) {
            case Query.AllDocuments() -> true;
            case Query.Leaf leaf ->
                document.textless()
                        ? in(leaf, document.shownTitle(), IndexSchema.STAND_IN)
                        : in(leaf, document.text(), IndexSchema.TEXT);
            case Query.Fielded(QueryField field, Query.Leaf leaf) -> fielded(document, field, leaf);
            case Query.Years(var range) -> {
                @Nullable Integer year = document.document().record().year();
                yield year != null && year >= range.from() && year <= range.to();
            }
            case Query.And(List<Query> parts) -> parts.stream().allMatch(part -> matches(document, part));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> matches(document, part));
            case Query.Not(Query part) -> !matches(document, part);
            case Query.Required(Query part) -> matches(document, part);
            case Query.Days(LocalDate from, LocalDate to) ->
                within(document.document().record(), from, to);
            case Query.Has(Feature feature) -> has(document.document(), feature);
            case Query.Custom(String column, Query.Leaf leaf) ->
                ScannedFacets.values(Facet.custom(column), document.document().record()).stream()
                        .anyMatch(value -> !value.equals(Facet.UNKNOWN)
                                && in(
                                        leaf,
                                        ScannedText.of(value),
                                        Facet.custom(column).parameter()));
        };
    }

    /// Whether all days that the date can mean lie in a range.
    private static boolean within(DocumentRecord record, LocalDate from, LocalDate to) {
        if (record.date() == null) {
            return false;
        }
        PartialDate date = record.date().value();
        LocalDate last = date.month() == null
                ? LocalDate.of(date.year(), 12, 31)
                : date.day() == null ? date.earliest().plusMonths(1).minusDays(1) : date.earliest();
        return !date.earliest().isBefore(from) && !last.isAfter(to);
    }

    private static boolean has(IndexedDocument document, Feature feature) {
        DocumentRecord record = document.record();
        return switch (feature) {
            case OCR -> document.ocr();
            case TEXT -> !document.text().text().isEmpty();
            case FURNITURE -> !document.text().furniture().isEmpty();
            case STORY -> document.story() != null;
            case TITLE -> record.title() != null && !record.title().value().isBlank();
            case CREATOR -> !record.creators().isEmpty();
            case DATE -> record.date() != null;
            case SOURCE -> record.source() != null;
            case COUNTRY -> !record.about().isEmpty();
            case PUBLISHED_IN -> !record.publishedIn().isEmpty();
            case LANGUAGE -> record.language() != null;
            case TYPE -> record.type() != null;
        };
    }

    private boolean fielded(ScannedDocument document, QueryField field, Query.Leaf leaf) {
        DocumentRecord record = document.document().record();
        String typed = leaf.typed();
        return switch (field) {
            case BODY -> in(leaf, document.text(), IndexSchema.TEXT);
            case FURNITURE -> in(leaf, document.furniture(), IndexSchema.FURNITURE);
            case TITLE -> in(leaf, document.title(), IndexSchema.TITLE);
            case SOURCE -> in(leaf, document.source(), IndexSchema.SOURCE);
            case TYPE -> in(leaf, document.type(), IndexSchema.TYPE);
            case CREATOR -> document.creators().stream().anyMatch(name -> in(leaf, name, IndexSchema.CREATOR));
            case STORY -> typed.equals(document.document().story());
            case ID -> document.document().id().value().startsWith(typed);
            case COUNTRY -> coded(Facet.COUNTRY, CountryNames.code(typed).orElse(typed), record);
            case PUBLISHED_IN ->
                coded(Facet.PUBLISHED_IN, CountryNames.code(typed).orElse(typed), record);
            case LANGUAGE -> coded(Facet.LANGUAGE, LanguageNames.code(typed).orElse(typed), record);
            case YEAR, DATE, HAS -> throw new AssertionError("no words stand there");
        };
    }

    private static boolean coded(Facet facet, String code, DocumentRecord record) {
        return ScannedFacets.values(facet, record).contains(code);
    }

    private boolean in(Query.Leaf leaf, @Nullable ScannedText text, String field) {
        return text != null && !places(leaf, text, field).isEmpty();
    }

    private Set<Range> places(Query.Leaf leaf, ScannedText text, String field) {
        return ScannedLeaf.places(leaf, text, japanese.getOrDefault(field, false));
    }
}
