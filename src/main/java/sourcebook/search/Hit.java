package sourcebook.search;

/// One occurrence of what the query asks: a character range in one layer of a document (UTF-16 units, end exclusive).
/// Hits of one layer are ascending and never overlap; those in the furniture come after those in the text.
///
/// @param page on which it begins, 1-based; furniture counts as on the first
public record Hit(int start, int end, int page, Layer layer) {
    /// A hit in the text itself.
    public Hit(int start, int end, int page) {
        this(start, end, page, Layer.TEXT);
    }
}
