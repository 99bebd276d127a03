package sourcebook.analysis;

import java.util.List;

/// What one query of a list found.
///
/// @param number of the query in the list, from 1
/// @param total documents, or stories where stories are counted
/// @param copies documents, whatever is counted
/// @param hits over the documents or stories that are counted
/// @param understoodAs the query as it was read
/// @param incomplete whether time ran out before everything was counted
public record BatchRow(
        int number,
        String id,
        String query,
        long total,
        long copies,
        long stories,
        long hits,
        String understoodAs,
        List<String> notes,
        boolean incomplete) {
    public BatchRow {
        notes = List.copyOf(notes);
    }
}
