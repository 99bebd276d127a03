package sourcebook.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.extraction.ExtractedDocument;

/// Documents without printed pages as paragraphs, headings, lists, quotations, tables and images, each
/// with its place in the document's text: what hits, citations and selections hold of the text holds of
/// these parts, too.
///
/// Saved web pages are taken from the source that was kept of them, Markdown from the text itself; for
/// the others a worker process is asked, which may take a while. Thread-safe.
public final class CleanPage {
    /// Below this share of the text the source is another than what was read: then plain paragraphs are
    /// better.
    private static final double LEAST_SHARE = 0.8;

    /// Larger texts are shown by their lines: the source of one becomes a tree in this process' memory,
    /// many times as large.
    private static final int MOST_CHARACTERS = 4_000_000;

    /// Tags of a source: a web page may hold millions of characters of images, and few elements.
    private static final int MOST_TAGS = 400_000;

    private static final Pattern HELD = Pattern.compile("pictures/\\d{1,9}");
    private static final Set<String> MARKDOWN = Set.of("text/x-web-markdown", "text/markdown", "text/x-markdown");

    private final KeptPages kept;
    private final PageReader reader;
    private final SavedImages saved;

    public CleanPage(KeptPages kept, OriginalFile originals, PageReader reader) {
        this.kept = kept;
        this.reader = reader;
        this.saved = new SavedImages(originals);
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

    /// How words of a part are written.
    public enum Look {
        STRONG,
        EMPHASIS,
        /// A sign that only says how to show the rest, as a list's bullet: not to be shown unless a hit
        /// is in it.
        SIGN,
        /// A line end that is one.
        LINE_END
    }

    /// Characters of the text, from `start` (inclusive) to `end` (exclusive), that are written in a way
    /// of their own.
    public record Written(Look look, int start, int end) {}

    /// A part of the text. Offsets are UTF-16 units of [DocumentText#text]; parts ascend and do not
    /// overlap; together they hold all of the text but blanks, and signs of Markdown, between them.
    ///
    /// @param level of a heading, 1 to 6; how deep an item lies, from 1; otherwise 0
    /// @param group the same for all items of a list, all cells of a table; otherwise 0
    /// @param row the same for the cells of one row
    /// @param column of a cell, from 0; there may be none for an empty cell
    /// @param alt what the document says of an image
    /// @param source an image's pixels: a `data:` address, or `pictures/N` for [#picture]; empty when it
    ///     does not hold
    ///     them
    public record Part(
            Kind kind,
            int start,
            int end,
            int level,
            int group,
            int row,
            int column,
            boolean ordered,
            String alt,
            String source,
            List<Written> written) {
        public Part {
            written = List.copyOf(written);
        }

        static Part paragraph(int start, int end) {
            return new Part(Kind.PARAGRAPH, start, end, 0, 0, 0, 0, false, "", "", List.of());
        }
    }

    /// The parts of a document's text; empty when nothing is known of them: then it is shown by its
    /// lines. May wait for a worker.
    ///
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted meanwhile
    public List<Part> of(CataloguedDocument document, DocumentText text) {
        String type = document.mediaType();
        if (text.text().isBlank() || text.text().length() > MOST_CHARACTERS) {
            return List.of();
        }
        if (MARKDOWN.contains(type)) {
            return text.pages() == 1 ? MarkdownParts.of(text) : List.of();
        }
        if (isWebPage(document)) {
            String html = kept.of(document.id()).map(ExtractedDocument::html).orElse(null);
            return html == null || hasTooManyTags(html) ? List.of() : webPage(document, text, html);
        }
        if (!MarkupFormats.have(type)) {
            return List.of();
        }
        return reader.markup(document)
                .filter(html -> html.length() <= MOST_CHARACTERS && !hasTooManyTags(html))
                .map(html -> PageParts.of(text, markup(html), LEAST_SHARE))
                .orElse(List.of());
    }

    /// A picture that the document holds, or that was saved beside it.
    ///
    /// @param number as in [Part#source]
    public Optional<PageImage> picture(CataloguedDocument document, int number) {
        return isWebPage(document) ? saved.picture(document, number) : reader.picture(document, number);
    }

    private static boolean isWebPage(CataloguedDocument document) {
        return document.mediaType().contains("html");
    }

    private static boolean hasTooManyTags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && tags <= MOST_TAGS; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags > MOST_TAGS;
    }

    private List<Part> webPage(CataloguedDocument document, DocumentText text, String html) {
        Document page = Jsoup.parse(html);
        PageImagesKept images = saved.of(document, page);
        return PageParts.withoutOuterImages(PageParts.of(text, PageWalk.of(page, images::source, true), 0));
    }

    private static List<PagePiece> markup(String html) {
        Document page = Jsoup.parse(html);
        ImpliedParts.spellOut(page);
        return PageWalk.of(page, image -> HELD.matcher(image.attr("src")).matches() ? image.attr("src") : "", false);
    }
}
