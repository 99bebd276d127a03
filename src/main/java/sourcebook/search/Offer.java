package sourcebook.search;

/// What would find something where nothing was found; never offered without having been tried.
///
/// @param sentence for a person, without the number
/// @param request what to ask instead, the other choices as they were
/// @param total how many documents, or stories, it finds
public record Offer(Kind kind, String sentence, SearchRequest request, long total) {
    /// What is changed.
    public enum Kind {
        /// A word is spelled as the archive spells it.
        SPELLING,
        /// What was chosen among the facets is left out.
        FILTER,
        /// A part of the query is left out.
        PART,
        /// Words in other forms, in the place of a phrase.
        FORMS,
        /// Any of the words, not all.
        ANY_WORD,
        /// The text of the page around.
        FURNITURE
    }

    /// The query to ask instead.
    public String query() {
        return request.query();
    }
}
