package sourcebook.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hits of a query in one document.
///
/// @param hits ascending, not overlapping; those in the furniture behind those in the text
/// @param incomplete a sentence if looking for them took longer than it may and was broken off; null if these are all
public record FoundHits(List<Hit> hits, @Nullable String incomplete) {
    public FoundHits {
        hits = List.copyOf(hits);
    }
}
