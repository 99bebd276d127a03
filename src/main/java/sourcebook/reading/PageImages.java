package sourcebook.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;

/// Images of pages, drawn once for each of a few widths and kept. Thread-safe; a call waits until the
/// image is drawn.
public final class PageImages {
    /// In pixels: a strip of small pages, a narrow and a wide screen, and both at double density.
    private static final int[] WIDTHS = {240, 480, 800, 1200, 1600, 2000, 2400};

    private static final String PNG = ".png";
    private static final String JPEG = ".jpg";

    private final PageCache cache;
    private final Drawing drawing;

    PageImages(PageCache cache, Drawing drawing) {
        this.cache = cache;
        this.drawing = drawing;
    }

    /// The widths that are drawn, ascending, in pixels.
    public static List<Integer> widths() {
        return Arrays.stream(WIDTHS).boxed().toList();
    }

    /// The least of the widths that is not smaller than this, else the largest.
    public static int width(int wantedPx) {
        return Arrays.stream(WIDTHS)
                .filter(width -> width >= wantedPx)
                .findFirst()
                .orElse(WIDTHS[WIDTHS.length - 1]);
    }

    /// @param page 1-based, one the document has
    /// @param early whether nobody needs it yet
    Answer<PageImage> image(CataloguedDocument document, int page, int wantedPx, boolean early) {
        int width = width(wantedPx);
        String name = page + "-" + width;
        Optional<PageImage> kept = kept(document, name);
        if (kept.isPresent()) {
            return new Answer.Given<>(kept.get());
        }
        return drawing.ask(document, new PageRequest.Image(page, width), answer -> keep(document, name, answer), early)
                .then(answer -> answer instanceof PageAnswer.Image image
                        ? new Answer.Given<>(new PageImage(image.bytes(), image.mediaType(), tag(document, name)))
                        : new Answer.Refused<>(Answer.Why.UNREADABLE, "It cannot be drawn."));
    }

    private Optional<PageImage> kept(CataloguedDocument document, String name) {
        return cache.find(document.id(), name + PNG)
                .map(bytes -> new PageImage(bytes, "image/png", tag(document, name)))
                .or(() -> cache.find(document.id(), name + JPEG)
                        .map(bytes -> new PageImage(bytes, "image/jpeg", tag(document, name))));
    }

    private void keep(CataloguedDocument document, String name, PageAnswer answer) {
        if (answer instanceof PageAnswer.Image image) {
            cache.keep(document.id(), name + (image.mediaType().equals("image/png") ? PNG : JPEG), image.bytes());
        }
    }

    private static String tag(CataloguedDocument document, String name) {
        return document.id().value() + "-" + PageReader.DRAWN + "-" + name;
    }
}
