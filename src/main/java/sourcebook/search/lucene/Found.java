package sourcebook.search.lucene;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// What matches a request.
///
/// @param copies how many documents
/// @param stories how many stories
/// @param documents the asked-for stretch, in order
/// @param matching all documents that match; null where nothing could be looked for
/// @param shown of each story the copy that is shown; null where copies are counted
record Found(
        long copies,
        long stories,
        List<ScoreDoc> documents,
        @Nullable FixedBitSet matching,
        @Nullable FixedBitSet shown,
        Map<Facet, List<FacetValue>> facets,
        List<FacetValue> months) {
    /// What was found where nothing could be looked for.
    static final Found NOTHING = counted(0);

    /// So many documents, none of them in a story with others and none wanted by itself.
    static Found counted(long documents) {
        return new Found(documents, documents, List.of(), null, null, Map.of(), List.of());
    }
}
