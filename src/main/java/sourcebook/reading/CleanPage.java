package sourcebook.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.extraction.ExtractedDocument;

/// Saved web pages as paragraphs, headings, lists, quotations, tables and images, each with its place in the document's
/// text: what hits, citations and selections hold of the text holds of these parts, too. Thread-safe.
public final class CleanPage {
    private static final Logger LOG = LoggerFactory.getLogger(CleanPage.class);

    /// Larger originals are not parsed again for their images.
    private static final long MOST_BYTES = 30L << 20;

    private final KeptPages kept;
    private final OriginalFile originals;

    public CleanPage(KeptPages kept, OriginalFile originals) {
        this.kept = kept;
        this.originals = originals;
    }

    /// What a part is.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        QUOTE,
        CODE,
        CELL,
        HEAD,
        IMAGE
    }

    /// A part of the text. Offsets are UTF-16 units of [DocumentText#text]; parts ascend and do not overlap; together
    /// they hold all of the text but blanks between them.
    ///
    /// @param level of a heading, 1 to 6; how deep an item lies, from 1; otherwise 0
    /// @param group the same for all items of a list, all cells of a table; otherwise 0
    /// @param row the same for the cells of one row
    /// @param alt what the page says of an image
    /// @param source an image's pixels as a `data:` address; empty when the page does not hold them
    public record Part(
            Kind kind, int start, int end, int level, int group, int row, boolean ordered, String alt, String source) {}

    /// The parts of a document's text; empty when it is no web page, or nothing of its text is found in its source.
    public List<Part> of(CataloguedDocument document, DocumentText text) {
        if (!document.mediaType().contains("html") || text.text().isBlank()) {
            return List.of();
        }
        String html = kept.of(document.id()).map(ExtractedDocument::html).orElse(null);
        if (html == null) {
            return List.of();
        }
        Document page = Jsoup.parse(html);
        PageImagesKept images = page.selectFirst("img") == null
                ? new PageImagesKept(List.of(), List.of())
                : PageImagesKept.of(page, original(document).orElse(page));
        return PageParts.of(text, page, images);
    }

    private Optional<Document> original(CataloguedDocument document) {
        try {
            Optional<Path> file = originals.of(document);
            return file.isEmpty() || Files.size(file.get()) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(Jsoup.parse(file.get()));
        } catch (IOException unreadable) {
            LOG.info("The images of {} cannot be read", document.id().shortForm(), unreadable);
            return Optional.empty();
        }
    }
}
