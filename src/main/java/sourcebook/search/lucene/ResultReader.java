package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchResult;
import sourcebook.search.Snippet;

/// Reads what a result list shows of a document.
final class ResultReader {
    private final StoredFields stored;
    private final HitFinder places;
    private final HitFinder titlePlaces;
    private final int snippets;

    /// @param snippets most excerpts of one document
    ResultReader(StoredFields stored, HitFinder places, HitFinder titlePlaces, int snippets) {
        this.stored = stored;
        this.places = places;
        this.titlePlaces = titlePlaces;
        this.snippets = snippets;
    }

    SearchResult.Result read(int number, double score) throws IOException {
        Document document = stored.document(number);
        List<Integer> pageStarts = IndexSchema.unpacked(document.getBinaryValue(IndexSchema.STORED_PAGES));
        List<Range> hits = places.in(number);
        return new SearchResult.Result(
                new DocumentId(document.get(IndexSchema.ID)),
                null,
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
                hits.size(),
                new SnippetCutter(document.get(IndexSchema.STORED_TEXT), pageStarts).cut(hits, snippets));
    }
}
