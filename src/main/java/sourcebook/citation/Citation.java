package sourcebook.citation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;

/// A document or a passage of it that a person saved, with what is needed to quote it without the archive.
///
/// @param passage null when the document as a whole is cited
/// @param note the person's own words, may have several lines, empty if there are none
/// @param work the bibliographic data as they were when the citation was saved or last renewed
/// @param changed when it was last saved, edited or moved
public record Citation(
        long id,
        DocumentId document,
        long collectionId,
        @Nullable Passage passage,
        String note,
        CitedWork work,
        Instant created,
        Instant changed) {

    /// The page or pages to name behind the quote, `12` or `12–14`; null when a whole document is cited, or one without
    /// pages. In a format that flows, only a page that somebody put in can be greater than 1, and it counts.
    public @Nullable String locator() {
        if (passage == null || passage.pageFrom() == 0 || (passage.pageTo() == 1 && !work.hasPages())) {
            return null;
        }
        return passage.pageFrom() == passage.pageTo()
                ? Integer.toString(passage.pageFrom())
                : passage.pageFrom() + "–" + passage.pageTo();
    }

    /// The same with the customary `p.` or `pp.` before it.
    public @Nullable String pagesInWords() {
        String pages = locator();
        if (pages == null) {
            return null;
        }
        return (pages.indexOf('–') < 0 ? "p. " : "pp. ") + pages;
    }
}
