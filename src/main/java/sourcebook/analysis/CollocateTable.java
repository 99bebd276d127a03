package sourcebook.analysis;

import java.util.List;

/// Words near hits, the strongest by the chosen measure first.
///
/// @param rows as many as were asked for
/// @param found all that fit the request
/// @param hits in texts; hits in furniture are not counted here
/// @param documents with hits
/// @param window running words near hits
/// @param words running words of all texts in the archive
/// @param notes what the query language has to say
public record CollocateTable(
        List<Collocate> rows, long found, long hits, long documents, long window, long words, List<String> notes) {
    public CollocateTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
