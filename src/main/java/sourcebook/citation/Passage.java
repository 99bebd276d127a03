package sourcebook.citation;

/// A range of characters that a person selected in a document's text.
///
/// @param quote the characters themselves, as they stood when they were selected
/// @param start offset of the first character, in UTF-16 units of the document's text
/// @param end offset after the last character
/// @param pageFrom page of the first character, 1-based; 0 when the document has no pages
/// @param pageTo page of the last character, the same as `pageFrom` when it does not run over a page's end
public record Passage(String quote, int start, int end, int pageFrom, int pageTo) {
    public Passage {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A passage runs forwards: " + start + " to " + end);
        }
        checkPages(pageFrom, pageTo);
    }

    /// The same words, found on other pages: for documents whose printed page numbers differ from the counted ones.
    public Passage onPages(int from, int to) {
        return new Passage(quote, start, end, from, to);
    }

    private static void checkPages(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("Pages run forwards: " + from + " to " + to);
        }
    }
}
