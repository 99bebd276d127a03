package sourcebook.search;

import java.util.List;

/// Text around hits, for a result list.
///
/// @param page of its first hit, 1-based
/// @param text the excerpt as it stands in the document, white space folded to single blanks, and none
///     at a line end inside a hyphenated word
/// @param start where the excerpt begins in its layer of the document
/// @param end where it ends there
/// @param marks ranges inside `text` (not the document) that are hits
/// @param layer where it was cut from
public record Snippet(int page, String text, int start, int end, List<Mark> marks, Layer layer) {
    /// A range inside a snippet's text, end exclusive.
    public record Mark(int start, int end) {}

    public Snippet {
        marks = List.copyOf(marks);
    }
}
