package sourcebook.search;

/// One occurrence of what the query asks: a character range in the document's text (UTF-16 units, end exclusive), and
/// the page, 1-based, on which it begins. Hits of one document are ascending and never overlap.
public record Hit(int start, int end, int page) {}
