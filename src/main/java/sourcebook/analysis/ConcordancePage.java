package sourcebook.analysis;

import java.util.List;

/// A stretch of a concordance.
///
/// @param lines rows on all pages together. A hit of a document with two values of the facet that groups stands under
///     both
/// @param hits over all documents, each once
/// @param documents with hits, or stories where stories are counted
/// @param groups values of the facet that groups, in the facet's order; empty without groups
/// @param notes what the query language has to say, see [sourcebook.search.SearchResult#notes]
public record ConcordancePage(
        List<ConcordanceRow> rows, long lines, long hits, long documents, List<Group> groups, List<String> notes) {
    public ConcordancePage {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /// One value of the facet that groups.
    ///
    /// @param value see [sourcebook.search.FacetValue]
    public record Group(String value, String label, long hits, long documents) {}
}
