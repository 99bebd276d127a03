package sourcebook.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;

/// The documents before and after one in the list of results it was found in.
///
/// @param total documents in that list
/// @param place of the document among them, 1-based; 0 when it is not found there
record Neighbours(
        long total,
        long place,
        @Nullable Neighbour previous,
        @Nullable Neighbour next) {
    static final Neighbours NONE = new Neighbours(0, 0, null, null);

    /// Results on one page of the list, as the search view shows them.
    static final int PER_PAGE = 20;

    /// More hits than a document has: an address that means the last.
    private static final int LAST_HIT = 99_999_999;

    /// Results that are looked through for a document that is not on the page of results its address names.
    private static final int MOST_SEARCHED = 500;

    /// @param at its first or last hit, from here on
    record Neighbour(String title, DocumentPlace at, long place) {}

    /// @param from the place in the document whose neighbours are looked for
    static Neighbours of(SearchEngine engine, DocumentId document, DocumentPlace from) {
        SearchPlace list = from.from();
        int first = Math.max(0, (list.page() - 1) * PER_PAGE - 1);
        SearchResult near = results(engine, list, first, PER_PAGE + 2);
        int at = index(near, document);
        if (at < 0 && near.total() > 1) {
            first = 0;
            near = results(engine, list, 0, MOST_SEARCHED);
            at = index(near, document);
        }
        if (at < 0) {
            return new Neighbours(near.total(), 0, null, null);
        }
        List<SearchResult.Result> results = near.results();
        int place = first + at + 1;
        return new Neighbours(
                near.total(),
                place,
                at > 0 ? neighbour(results.get(at - 1), from, place - 1, LAST_HIT) : null,
                at + 1 < results.size() ? neighbour(results.get(at + 1), from, place + 1, 1) : null);
    }

    private static Neighbour neighbour(SearchResult.Result result, DocumentPlace from, int place, int hit) {
        SearchPlace list = from.from().withPage((place - 1) / PER_PAGE + 1);
        boolean asked = !list.query().isBlank();
        return new Neighbour(
                result.title(),
                new DocumentPlace(
                        result.id().shortForm(), list, asked ? hit : null, null, null, null, from.asText(), null),
                place);
    }

    private static SearchResult results(SearchEngine engine, SearchPlace list, int from, int limit) {
        return engine.search(list.request(engine, PER_PAGE, 0)
                .withPage(from, limit)
                .withFacets(false)
                .withCountHits(false));
    }

    private static int index(SearchResult result, DocumentId document) {
        for (int i = 0; i < result.results().size(); i++) {
            if (result.results().get(i).id().equals(document)) {
                return i;
            }
        }
        return -1;
    }
}
