package sourcebook.search;

import sourcebook.catalogue.DocumentId;

/// What others should be like: a document, or a passage of its text.
///
/// @param start where the passage begins in the document's text, in UTF-16 units
/// @param end where it ends; with `start` and `end` 0 it is the whole document
public record Like(DocumentId document, int start, int end) {
    public Like {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A passage does not end before it begins: " + start + ", " + end);
        }
    }

    /// Like a whole document.
    public static Like of(DocumentId document) {
        return new Like(document, 0, 0);
    }

    public boolean whole() {
        return start == end;
    }
}
