package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sourcebook.search.Layer;
import sourcebook.search.SearchResult;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;

/// Reads what a result list shows of a document.
final class ResultReader {
    /// Furniture has no pages.
    static final List<Integer> FIRST_PAGE = List.of(0);

    private final Kept kept;
    private final HitFinder places;
    private final HitFinder furniturePlaces;
    private final HitFinder titlePlaces;
    private final Map<Integer, StoryCopies> stories;
    private final int snippets;
    private final boolean alike;

    /// @param stories by document, where it is in one
    /// @param snippets most excerpts of one document
    /// @param alike whether all hits are of one phrase
    ResultReader(
            Kept kept,
            HitFinder places,
            HitFinder furniturePlaces,
            HitFinder titlePlaces,
            Map<Integer, StoryCopies> stories,
            int snippets,
            boolean alike) {
        this.kept = kept;
        this.places = places;
        this.furniturePlaces = furniturePlaces;
        this.titlePlaces = titlePlaces;
        this.stories = stories;
        this.snippets = snippets;
        this.alike = alike;
    }

    SearchResult.Result read(int number, double score) throws IOException {
        return read(number, score, places.in(number), furniturePlaces.in(number), kept.record(number));
    }

    /// @param hits in the document's text
    /// @param furnitureHits in its furniture
    SearchResult.Result read(int number, double score, List<Range> hits, List<Range> furnitureHits, ShownRecord shown)
            throws IOException {
        return new SearchResult.Result(
                kept.id(number),
                stories.get(number),
                shown.path(),
                shown.title(),
                titlePlaces.in(number).stream()
                        .map(range -> new Snippet.Mark(range.start(), range.end()))
                        .toList(),
                shown.date(),
                shown.source(),
                shown.countries(),
                shown.language(),
                shown.type(),
                shown.pageStarts().size(),
                shown.withoutText(),
                score,
                hits.size() + furnitureHits.size(),
                snippets(number, shown.pageStarts(), hits, furnitureHits));
    }

    /// Excerpts from the text before those from the furniture, of which there is at least one if it was asked for and
    /// found; from the beginning of the text where nothing was found.
    private List<Snippet> snippets(int number, List<Integer> pageStarts, List<Range> hits, List<Range> furnitureHits)
            throws IOException {
        List<Snippet> cut = new ArrayList<>();
        if (snippets <= 0) {
            return cut;
        }
        if (!hits.isEmpty() || furnitureHits.isEmpty()) {
            int most = furnitureHits.isEmpty() ? snippets : Math.max(1, snippets - 1);
            cut.addAll(new SnippetCutter(kept.text(Layer.TEXT, number), pageStarts, Layer.TEXT, alike)
                    .cut(hits, Math.min(most, snippets)));
        }
        if (!furnitureHits.isEmpty()) {
            cut.addAll(new SnippetCutter(kept.text(Layer.FURNITURE, number), FIRST_PAGE, Layer.FURNITURE, alike)
                    .cut(furnitureHits, snippets - cut.size()));
        }
        return cut;
    }
}
