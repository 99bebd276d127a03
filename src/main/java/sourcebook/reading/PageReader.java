package sourcebook.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.extraction.PageWorkers;
import sourcebook.reading.Answer.Refused;
import sourcebook.reading.Answer.Why;
import sourcebook.reading.DocumentPages.PageSize;
import sourcebook.search.Hit;

/// The pages of the archive's documents: ask [#pages] first, then [#image], [#layout] and [#hits] of the
/// pages that are looked at.
///
/// Calls wait until a worker process has answered, or answer from the cache. Thread-safe. Closing it ends
/// the workers.
public final class PageReader implements AutoCloseable {
    /// Which way of drawing and placing made what is in the cache: raised with every change of it.
    static final int DRAWN = 1;

    /// Bound of the cache, in bytes: some ten thousand pages.
    public static final long CACHE_BYTES = 2L << 30;

    private final Drawing drawing;
    private final PageImages images;
    private final PageLayouts layouts;
    private final Markups markups;

    /// @param cache folder for what can be made again; made when it is first needed
    /// @param workers owned by this from now on
    public PageReader(
            Path cache,
            long mostCacheBytes,
            Catalogue catalogue,
            OriginalFile originals,
            KeptPages keptPages,
            PageWorkers workers) {
        var files = new PageCache(cache.resolve(String.valueOf(DRAWN)), mostCacheBytes);
        this.drawing = new Drawing(workers, originals);
        this.images = new PageImages(files, drawing);
        this.layouts = new PageLayouts(files, drawing, catalogue, keptPages);
        this.markups = new Markups(files, drawing);
    }

    /// Whether it is of a format with printed pages.
    public static boolean draws(CataloguedDocument document) {
        return PagedFormats.whyNot(document.mediaType()) == null;
    }

    /// The document's pages with their sizes; no page is drawn for it.
    public Answer<DocumentPages> pages(CataloguedDocument document) {
        String not = PagedFormats.whyNot(document.mediaType());
        return not == null ? layouts.pages(document) : new Refused<>(Why.NOT_PAGED, not);
    }

    /// The image of a page.
    ///
    /// @param page 1-based
    /// @param widthPx raised to the next of [PageImages#widths], at most the last of them
    public Answer<PageImage> image(CataloguedDocument document, int page, int widthPx) {
        return size(document, page).then(_ -> images.image(document, page, widthPx));
    }

    /// The words of a page with their places.
    ///
    /// @param page 1-based
    public Answer<PageLayout> layout(CataloguedDocument document, int page) {
        return size(document, page).then(size -> layouts.layout(document, size));
    }

    /// The hits on a page with the rectangles that mark them.
    ///
    /// @param page 1-based
    /// @param hits all of the document, ascending, as the search engine gives them
    public Answer<List<MarkedHit>> hits(CataloguedDocument document, int page, List<Hit> hits) {
        return layout(document, page).map(layout -> HitBoxes.of(layout, hits));
    }

    /// The text of a document without printed pages as HTML, see [PageAnswer.Markup]; empty when it
    /// cannot be had.
    Optional<String> markup(CataloguedDocument document) {
        return markups.html(document);
    }

    /// A picture that a document without printed pages holds.
    Optional<PageImage> picture(CataloguedDocument document, int number) {
        return MarkupFormats.have(document.mediaType()) ? markups.picture(document, number) : Optional.empty();
    }

    @Override
    public void close() {
        drawing.close();
    }

    private Answer<PageSize> size(CataloguedDocument document, int page) {
        return pages(document).then(pages -> {
            int count = pages.pages().size();
            return page >= 1 && page <= count
                    ? new Answer.Given<>(pages.pages().get(page - 1))
                    : new Refused<>(
                            Why.NO_SUCH_PAGE,
                            "There is no page " + page + ": the document has " + count
                                    + (count == 1 ? " page." : " pages."));
        });
    }
}
