package sourcebook.analysis;

import java.util.List;

/// Words near hits, the strongest by the chosen measure first.
///
/// @param rows as many as were asked for
/// @param found all that fit the request
/// @param hits in texts; hits in furniture are not counted here
/// @param documents with hits
/// @param window running words near hits
/// @param words running words of all texts of the selection
/// @param narrowed whether the selection is less than the archive: a filter, years or a likeness
/// @param notes what the query language has to say
public record CollocateTable(
        List<Collocate> rows,
        long found,
        long hits,
        long documents,
        long window,
        long words,
        boolean narrowed,
        List<String> notes) {
    public CollocateTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
