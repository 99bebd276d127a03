package sourcebook.analysis;

import sourcebook.search.SearchRequest;

/// Which words are looked for near hits.
///
/// @param search whose hits; its stretch, snippets and facets do not matter
/// @param before words before a hit that count as near, 0 to 10
/// @param after words after a hit that count as near, 0 to 10
/// @param measure by which the words are ordered
/// @param least fewest places near hits
/// @param functionWords whether articles, pronouns, prepositions and the like are listed too
/// @param limit most words to list
public record CollocateRequest(
        SearchRequest search,
        int before,
        int after,
        CollocateMeasure measure,
        int least,
        boolean functionWords,
        int limit) {
    public static final int FARTHEST = 10;

    public CollocateRequest {
        if (before < 0 || after < 0 || before > FARTHEST || after > FARTHEST || before + after == 0) {
            throw new IllegalArgumentException(
                    "Collocates stand within 1 to " + FARTHEST + " words, on one side or both.");
        }
        if (least < 1 || limit < 0) {
            throw new IllegalArgumentException("A word stands near a hit at least once.");
        }
        search = search.withPage(0, 0).withSnippets(0).withFacets(false).withCountHits(false);
    }

    /// Five words on both sides, at least three times.
    public static CollocateRequest of(SearchRequest search) {
        return new CollocateRequest(search, 5, 5, CollocateMeasure.LOG_LIKELIHOOD, 3, false, 100);
    }

    public CollocateRequest withSpan(int toBefore, int toAfter) {
        return new CollocateRequest(search, toBefore, toAfter, measure, least, functionWords, limit);
    }

    public CollocateRequest withMeasure(CollocateMeasure to) {
        return new CollocateRequest(search, before, after, to, least, functionWords, limit);
    }

    public CollocateRequest withLeast(int to) {
        return new CollocateRequest(search, before, after, measure, to, functionWords, limit);
    }

    public CollocateRequest withFunctionWords(boolean to) {
        return new CollocateRequest(search, before, after, measure, least, to, limit);
    }

    public CollocateRequest withLimit(int to) {
        return new CollocateRequest(search, before, after, measure, least, functionWords, to);
    }
}
