package sourcebook.ui;

import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.citation.Passage;

/// What a person selected in a text, as a passage to cite. Stateless.
final class SelectedPassage {
    private SelectedPassage() {}

    /// @param paged whether pages are named
    /// @return null when nothing but blanks was selected
    static @Nullable Passage of(DocumentText text, int from, int to, boolean paged) {
        String whole = text.text();
        int start = Math.clamp(from, 0, whole.length());
        int end = Math.clamp(to, start, whole.length());
        while (start < end && Character.isWhitespace(whole.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(whole.charAt(end - 1))) {
            end--;
        }
        return start == end
                ? null
                : new Passage(
                        DocumentText.withoutBrokenWords(whole.substring(start, end)),
                        start,
                        end,
                        paged ? text.pageAt(start) : 0,
                        paged ? text.pageAt(end - 1) : 0);
    }
}
