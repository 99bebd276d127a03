package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFields;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Layer;
import sourcebook.search.SearchResult;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;

/// Reads what a result list shows of a document.
final class ResultReader {
    /// Furniture has no pages.
    static final List<Integer> FIRST_PAGE = List.of(0);

    private final StoredFields stored;
    private final HitFinder places;
    private final HitFinder furniturePlaces;
    private final HitFinder titlePlaces;
    private final Map<Integer, StoryCopies> stories;
    private final int snippets;

    /// @param stories by document, where it is in one
    /// @param snippets most excerpts of one document
    ResultReader(
            StoredFields stored,
            HitFinder places,
            HitFinder furniturePlaces,
            HitFinder titlePlaces,
            Map<Integer, StoryCopies> stories,
            int snippets) {
        this.stored = stored;
        this.places = places;
        this.furniturePlaces = furniturePlaces;
        this.titlePlaces = titlePlaces;
        this.stories = stories;
        this.snippets = snippets;
    }

    SearchResult.Result read(int number, double score) throws IOException {
        return read(number, score, places.in(number), furniturePlaces.in(number));
    }

    /// @param hits in the document's text
    private SearchResult.Result read(int number, double score, List<Range> hits, List<Range> furnitureHits)
            throws IOException {
        return read(number, score, hits, furnitureHits, document(number, !furnitureHits.isEmpty()));
    }

    /// @param document what is stored of it, the long texts only as far as excerpts are wanted
    SearchResult.Result read(int number, double score, List<Range> hits, List<Range> furnitureHits, Document document)
            throws IOException {
        List<Integer> pageStarts = IndexSchema.unpacked(document.getBinaryValue(IndexSchema.STORED_PAGES));
        return new SearchResult.Result(
                new DocumentId(document.get(IndexSchema.ID)),
                stories.get(number),
                document.get(IndexSchema.STORED_PATH),
                document.get(IndexSchema.STORED_TITLE),
                titlePlaces.in(number).stream()
                        .map(range -> new Snippet.Mark(range.start(), range.end()))
                        .toList(),
                document.get(IndexSchema.STORED_DATE),
                document.get(IndexSchema.STORED_SOURCE),
                List.of(document.getValues(IndexSchema.STORED_COUNTRY)),
                document.get(IndexSchema.STORED_LANGUAGE),
                document.get(IndexSchema.STORED_TYPE),
                pageStarts.size(),
                document.get(IndexSchema.STORED_WITHOUT_TEXT),
                score,
                hits.size() + furnitureHits.size(),
                snippets(document, pageStarts, hits, furnitureHits));
    }

    /// Excerpts from the text before those from the furniture, of which there is at least one if it was asked for and
    /// found; from the beginning of the text where nothing was found.
    private List<Snippet> snippets(
            Document document, List<Integer> pageStarts, List<Range> hits, List<Range> furnitureHits) {
        List<Snippet> cut = new ArrayList<>();
        if (snippets <= 0) {
            return cut;
        }
        if (!hits.isEmpty() || furnitureHits.isEmpty()) {
            int most = furnitureHits.isEmpty() ? snippets : Math.max(1, snippets - 1);
            cut.addAll(new SnippetCutter(document.get(IndexSchema.STORED_TEXT), pageStarts, Layer.TEXT)
                    .cut(hits, Math.min(most, snippets)));
        }
        if (!furnitureHits.isEmpty()) {
            cut.addAll(new SnippetCutter(document.get(IndexSchema.STORED_FURNITURE), FIRST_PAGE, Layer.FURNITURE)
                    .cut(furnitureHits, snippets - cut.size()));
        }
        return cut;
    }

    /// What is stored of a document; of the long texts, which come last, only what something is shown of.
    private Document document(int number, boolean withFurniture) throws IOException {
        if (snippets > 0 && withFurniture) {
            return stored.document(number);
        }
        return before(snippets > 0 ? IndexSchema.STORED_FURNITURE : IndexSchema.STORED_TEXT, number, stored);
    }

    /// What is stored of a document before one of its long texts.
    static Document before(String end, int number, StoredFields stored) throws IOException {
        DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor() {
            @Override
            public Status needsField(FieldInfo field) {
                return field.name.equals(end) ? Status.STOP : Status.YES;
            }
        };
        stored.document(number, visitor);
        return visitor.getDocument();
    }
}
