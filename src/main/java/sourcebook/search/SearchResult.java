package sourcebook.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;

/// The answer to one request.
///
/// @param query as typed
/// @param understoodAs how it was read, in the query language's own words; empty for an empty query
/// @param notes what was forgiven ("an unbalanced quotation mark was closed at the end"), or could not be
///     understood; each a sentence for a person
/// @param total exact number of matching documents, or of stories where the request counts stories
/// @param copies exact number of matching documents, whatever is counted
/// @param stories exact number of stories among them; a document that is the only copy is a story of its
///     own
/// @param inFurniture exact number of documents in whose furniture the query is found (what
///     `in:furniture` would
///     give), null if the query does not ask for words of the text or it was not counted
/// @param hitCount exact number of hits over all of them, null unless asked for
/// @param took time of the search
/// @param results the asked-for stretch of matching documents, in order
/// @param facets values of each facet, most frequent first (years ascending), the unknown last; empty
///     unless asked for.
///     The counts of a facet ignore what is chosen in that facet itself and respect all else. A chosen
///     value is always
///     there, with the count 0 if it has no documents
/// @param months those of the one year that is chosen, ascending, without documents and all,
///     [Facet#UNKNOWN] last:
///     documents of that year without a month; what is chosen among them is ignored in their counts.
///     Empty unless
///     exactly one year is chosen and facets are asked for
/// @param likeWords the words by which documents are like the one of [SearchRequest#like], the most
///     telling first
/// @param remarks the `notes` on the query itself, with where in it they hold
/// @param chips the parts of the query that must all hold, to be changed or taken out
/// @param incomplete a sentence if the search took longer than it may and was broken off: then totals,
///     counts
///     of hits and of facets are “at least”. Null if everything is exact
/// @param offers if nothing was found: what would find something
public record SearchResult(
        String query,
        String understoodAs,
        List<String> notes,
        long total,
        long copies,
        long stories,
        @Nullable Long inFurniture,
        @Nullable Long hitCount,
        Duration took,
        List<Result> results,
        Map<Facet, List<FacetValue>> facets,
        List<FacetValue> months,
        List<String> likeWords,
        List<QueryNote> remarks,
        List<Chip> chips,
        @Nullable String incomplete,
        List<Offer> offers) {

    public SearchResult {
        notes = List.copyOf(notes);
        results = List.copyOf(results);
        facets = Map.copyOf(facets);
        months = List.copyOf(months);
        likeWords = List.copyOf(likeWords);
        remarks = List.copyOf(remarks);
        chips = List.copyOf(chips);
        offers = List.copyOf(offers);
    }

    /// One matching document.
    ///
    /// @param story its story, null while it is the only copy
    /// @param path of its first location
    /// @param title of its record, or its file's name
    /// @param titleMarks ranges inside `title` that match the query; shown, never counted as hits
    /// @param date ISO, with the precision known
    /// @param countries codes of the countries it is about
    /// @param pages physical pages
    /// @param withoutText why it has no text, null if it has
    /// @param hitCount exact number of hits in its text
    public record Result(
            DocumentId id,
            @Nullable StoryCopies story,
            String path,
            String title,
            List<Snippet.Mark> titleMarks,
            @Nullable String date,
            @Nullable String source,
            List<String> countries,
            @Nullable String language,
            @Nullable String type,
            int pages,
            @Nullable String withoutText,
            double score,
            int hitCount,
            List<Snippet> snippets) {

        public Result {
            titleMarks = List.copyOf(titleMarks);
            countries = List.copyOf(countries);
            snippets = List.copyOf(snippets);
        }
    }

    /// How much of a story matches.
    ///
    /// @param id of the story
    /// @param copies that match, the shown one among them
    /// @param sources how many outlets they stand in
    /// @param countries codes of the countries they were published in, without the unknown
    public record StoryCopies(String id, int copies, int sources, List<String> countries) {
        public StoryCopies {
            countries = List.copyOf(countries);
        }
    }
}
