package sourcebook.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.PackedText;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;
import sourcebook.extraction.PageWords;
import sourcebook.extraction.PlacedText;
import sourcebook.reading.DocumentPages.PageSize;

/// How pages are laid out: their sizes, and their words with places, in the terms of the document's text. Thread-safe.
public final class PageLayouts {
    private static final Logger LOG = LoggerFactory.getLogger(PageLayouts.class);
    private static final String SIZES = "sizes";
    private static final String TEXT = ".text";
    private static final int MOST_DOCUMENTS = 64;
    private static final int MOST_LAYOUTS = 128;
    private static final int MOST_SCANS = 4;

    private final PageCache cache;
    private final Drawing drawing;
    private final Catalogue catalogue;
    private final KeptPages keptPages;
    private final Map<DocumentId, DocumentPages> sizes = Recent.most(MOST_DOCUMENTS);
    private final Map<State, Map<Integer, PlacedText>> scans = Recent.most(MOST_SCANS);
    private final Map<State, DocumentText> texts = Recent.most(MOST_SCANS);
    private final Map<Page, PageLayout> layouts = Recent.most(MOST_LAYOUTS);

    /// A document as it was described at one time.
    private record State(DocumentId document, long sequence) {}

    private record Page(State state, int number) {}

    PageLayouts(PageCache cache, Drawing drawing, Catalogue catalogue, KeptPages keptPages) {
        this.cache = cache;
        this.drawing = drawing;
        this.catalogue = catalogue;
        this.keptPages = keptPages;
    }

    Answer<DocumentPages> pages(CataloguedDocument document) {
        DocumentPages known = sizes.get(document.id());
        if (known != null) {
            return new Answer.Given<>(known);
        }
        Optional<DocumentPages> kept = cache.find(document.id(), SIZES).flatMap(PageLayouts::read);
        Answer<DocumentPages> answer = kept.<Answer<DocumentPages>>map(Answer.Given::new)
                .orElseGet(() -> drawing.ask(
                                document,
                                new PageRequest.Sizes(),
                                found -> cache.keep(document.id(), SIZES, written(numbered(found))))
                        .map(PageLayouts::numbered));
        if (answer instanceof Answer.Given<DocumentPages>(var pages)) {
            sizes.put(document.id(), pages);
        }
        return answer;
    }

    Answer<PageLayout> layout(CataloguedDocument document, PageSize size) {
        var state = new State(document.id(), document.sequence());
        var page = new Page(state, size.page());
        PageLayout known = layouts.get(page);
        if (known != null) {
            return new Answer.Given<>(known);
        }
        Answer<PageLayout> answer =
                placed(document, state, size.page()).map(placed -> laidOut(document, state, size, placed));
        if (answer instanceof Answer.Given<PageLayout>(var layout)) {
            layouts.put(page, layout);
        }
        return answer;
    }

    private PageLayout laidOut(CataloguedDocument document, State state, PageSize size, PlacedText placed) {
        DocumentText text =
                texts.computeIfAbsent(state, _ -> catalogue.text(document.id()).orElse(DocumentText.NONE));
        int number = size.page();
        boolean there = number <= text.pages();
        int start = there ? text.pageStarts().get(number - 1) : text.text().length();
        int end = there && number < text.pages()
                ? text.pageStarts().get(number)
                : text.text().length();
        Alignment alignment = Alignment.of(placed.text(), text.text().substring(start, end));
        return new PageLayout(
                number, size.width(), size.height(), start, end, PlacedWords.of(placed, alignment, start));
    }

    private Answer<PlacedText> placed(CataloguedDocument document, State state, int page) {
        if (document.textFromOcr()) {
            PlacedText recognised =
                    scans.computeIfAbsent(state, _ -> recognised(document.id())).get(page);
            if (recognised != null) {
                return new Answer.Given<>(recognised);
            }
        }
        if (!document.mediaType().equals("application/pdf")) {
            return new Answer.Given<>(PlacedText.NONE);
        }
        String name = page + TEXT;
        Optional<PlacedText> kept = cache.find(document.id(), name).flatMap(PageLayouts::unpacked);
        return kept.<Answer<PlacedText>>map(Answer.Given::new)
                .orElseGet(() -> drawing.ask(document, new PageRequest.Text(page), answer -> {
                            if (answer instanceof PageAnswer.Text(var text)) {
                                cache.keep(document.id(), name, PackedText.pack(text));
                            }
                        })
                        .map(answer -> answer instanceof PageAnswer.Text(var text) ? text : PlacedText.NONE));
    }

    private Map<Integer, PlacedText> recognised(DocumentId document) {
        ExtractedDocument extracted = keptPages.of(document).orElse(null);
        if (extracted == null) {
            return Map.of();
        }
        Map<Integer, PlacedText> pages = new HashMap<>();
        for (PageWords words : extracted.words()) {
            pages.put(words.page(), RecognisedGlyphs.of(words, extracted.pages().get(words.page() - 1)));
        }
        return pages;
    }

    private static Optional<PlacedText> unpacked(byte[] bytes) {
        try {
            return Optional.of(PackedText.unpack(bytes));
        } catch (IOException damaged) {
            LOG.debug("A kept page is asked for again", damaged);
            return Optional.empty();
        }
    }

    private static DocumentPages numbered(PageAnswer answer) {
        List<PageSize> pages = new ArrayList<>();
        if (answer instanceof PageAnswer.Sizes(var found)) {
            for (PageAnswer.Size size : found) {
                pages.add(new PageSize(pages.size() + 1, size.width(), size.height()));
            }
        }
        return new DocumentPages(pages);
    }

    private static byte[] written(DocumentPages pages) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(pages.pages().size());
            for (PageSize page : pages.pages()) {
                out.writeDouble(page.width());
                out.writeDouble(page.height());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<DocumentPages> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<PageSize> pages = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                pages.add(new PageSize(pages.size() + 1, in.readDouble(), in.readDouble()));
            }
            return Optional.of(new DocumentPages(pages));
        } catch (IOException damaged) {
            LOG.debug("Kept sizes of pages are asked for again", damaged);
            return Optional.empty();
        }
    }
}
