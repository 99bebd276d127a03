package sourcebook.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.extraction.PageWorkers;
import sourcebook.reading.Answer.Refused;
import sourcebook.reading.Answer.Why;
import sourcebook.reading.DocumentPages.PageSize;
import sourcebook.search.Hit;
import sourcebook.search.Layer;

/// The pages of the archive's documents: ask [#pages] first, then [#image], [#layout] and [#hits] of the
/// pages that are looked at.
///
/// Calls wait until a worker process has answered, or answer from the cache. Thread-safe. Closing it ends
/// the workers.
public final class PageReader implements AutoCloseable {
    /// Which way of drawing and placing made what is in the cache: raised with every change of it.
    static final int DRAWN = 2;

    /// Bound of the cache, in bytes: some ten thousand pages.
    public static final long CACHE_BYTES = 2L << 30;

    private final Catalogue catalogue;
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
        Thread.ofVirtual().name("earlier-pages").start(() -> PageCache.removeEarlier(cache, DRAWN));
        this.catalogue = catalogue;
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
        return size(document, page).then(_ -> images.image(document, page, widthPx, false));
    }

    /// The same for a page that somebody may come to next: drawn when nothing else is to be drawn, and
    /// refused as [Why#BUSY] when other pages were asked for ahead meanwhile.
    public Answer<PageImage> imageAhead(CataloguedDocument document, int page, int widthPx) {
        return size(document, page).then(_ -> images.image(document, page, widthPx, true));
    }

    /// The words of a page with their places.
    ///
    /// @param page 1-based
    public Answer<PageLayout> layout(CataloguedDocument document, int page) {
        return size(document, page).then(size -> layouts.layout(document, size));
    }

    /// The hits on a page with the rectangles that mark them, those in running heads and feet last.
    ///
    /// @param page 1-based
    /// @param hits all of the document, ascending, as the search engine gives them
    public Answer<List<MarkedHit>> hits(CataloguedDocument document, int page, List<Hit> hits) {
        return layout(document, page).map(layout -> {
            List<MarkedHit> marked = new ArrayList<>(HitBoxes.of(layout, hits));
            int around = around(hits);
            if (around < hits.size()) {
                DocumentText text = catalogue.text(document.id()).orElse(DocumentText.NONE);
                marked.addAll(new FurnitureBoxes(layout, text.furniture(), text.pages()).of(hits, around));
            }
            return marked;
        });
    }

    /// Index of the first hit in the furniture.
    private static int around(List<Hit> hits) {
        int index = hits.size();
        while (index > 0 && hits.get(index - 1).layer() == Layer.FURNITURE) {
            index--;
        }
        return index;
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
