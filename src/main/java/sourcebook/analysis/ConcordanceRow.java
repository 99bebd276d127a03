package sourcebook.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Layer;

/// One hit in its context (KWIC). Line ends and runs of blanks are one blank.
///
/// @param group the value of the facet that lines are grouped by, null without groups
/// @param page on which the hit begins, 1-based
/// @param before the text before the hit in reading order: on its left in most scripts, on its right in Arabic
/// @param start of the hit in its layer, UTF-16 units
/// @param end of the hit, exclusive
public record ConcordanceRow(
        @Nullable String group,
        DocumentId document,
        String title,
        @Nullable String date,
        @Nullable String source,
        List<String> countries,
        String path,
        int page,
        Layer layer,
        String before,
        String hit,
        String after,
        int start,
        int end) {
    public ConcordanceRow {
        countries = List.copyOf(countries);
    }
}
