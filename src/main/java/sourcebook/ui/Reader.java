package sourcebook.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.citation.Passage;
import sourcebook.reading.DocumentPages;
import sourcebook.reading.PageImages;
import sourcebook.search.Hit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document to be read, as images of its pages or as its text, hits marked. Only where pages and hits
/// lie is sent at once; the text itself, images and marks follow as they come into sight, so a book opens
/// as quickly as a letter.
@Tag("sb-reader")
@JsModule("context://frontend/reader.js")
final class Reader extends Component {
    private DocumentText text = DocumentText.NONE;
    private List<TextBlock> blocks = List.of();
    private Structure structure = Structure.NONE;

    /// What there is to read, and where to begin.
    ///
    /// @param images sizes of the page images that are shown; null to show the text
    /// @param structure paragraphs, headings and tables of the text, where they are known
    /// @param query whose hits these are, null when they are no query's
    /// @param around hits in the text around the document's: they come after these, in the furniture below it
    /// @param current index of the current hit, -1 for none
    /// @param page the page in sight, 0 for the current hit's
    /// @param at offset to bring into sight when there is neither, -1 for the beginning
    /// @param late whether somebody may be reading this document already: what is selected stays
    record Opening(
            CataloguedDocument document,
            DocumentText text,
            @Nullable DocumentPages images,
            Structure structure,
            List<Hit> hits,
            @Nullable String query,
            int around,
            List<Passage> cited,
            int current,
            int page,
            int at,
            Neighbours neighbours,
            boolean late) {}

    void open(Opening opening) {
        text = opening.text();
        structure = opening.structure();
        blocks = TextBlock.of(text, structure);
        DocumentPages images = opening.images();
        ObjectNode book = JacksonUtils.createObjectNode();
        book.put("id", opening.document().id().shortForm());
        book.put("mode", images == null ? "text" : "page");
        book.put("pages", images == null ? text.pages() : images.pages().size());
        if (images != null) {
            book.set("images", images(opening.document(), images));
        }
        ArrayNode spans = book.putArray("spans");
        for (int page = 0; page < text.pages(); page++) {
            int end = page + 1 < text.pages()
                    ? text.pageStarts().get(page + 1)
                    : text.text().length();
            spans.addArray().add(text.pageStarts().get(page)).add(end);
        }
        ArrayNode blockNodes = book.putArray("blocks");
        blocks.forEach(block ->
                blockNodes.addArray().add(block.page()).add(block.start()).add(block.end()));
        book.set("hits", hits(opening.hits()));
        book.put("query", opening.query());
        book.put("around", opening.around());
        book.set("cited", ranges(opening.cited()));
        book.put("bodyStart", text.bodyStart());
        book.put("broken", TextBlock.brokenLines(text.text()));
        book.put("waiting", opening.document().withoutText() != null);
        book.put("current", opening.current());
        book.put("page", opening.page());
        book.put("at", opening.at());
        var language = opening.document().record().language();
        book.put("lang", language == null ? "" : language.value());
        Neighbours around = opening.neighbours();
        book.put("late", opening.late());
        book.put("place", around.place());
        book.set("next", neighbour(around, around.next()));
        book.set("previous", neighbour(around, around.previous()));
        getElement().setPropertyJson("book", book);
    }

    private static ObjectNode images(CataloguedDocument document, DocumentPages pages) {
        ObjectNode images = JacksonUtils.createObjectNode();
        images.put("unit", document.mediaType().startsWith("image/") ? "pixel" : "point");
        ArrayNode widths = images.putArray("widths");
        PageImages.widths().forEach(widths::add);
        ArrayNode sizes = images.putArray("pages");
        pages.pages()
                .forEach(page -> sizes.addArray()
                        .add(Math.round(page.width() * 10) / 10.0)
                        .add(Math.round(page.height() * 10) / 10.0));
        return images;
    }

    private static @Nullable ObjectNode neighbour(Neighbours around, Neighbours.@Nullable Neighbour neighbour) {
        if (neighbour == null) {
            return null;
        }
        ObjectNode node = JacksonUtils.createObjectNode();
        node.put("address", neighbour.at().address());
        node.put("title", neighbour.title());
        node.put(
                "place",
                Wording.number(neighbour.place()) + " of " + Wording.count(around.total(), "document", "documents"));
        return node;
    }

    private static ArrayNode hits(List<Hit> hits) {
        ArrayNode nodes = JacksonUtils.createArrayNode();
        hits.forEach(hit -> nodes.addArray().add(hit.start()).add(hit.end()).add(hit.page()));
        return nodes;
    }

    /// Other hits than before.
    void showHits(@Nullable String query, List<Hit> hits, int current, int around) {
        getElement().callJsFunction("showHits", query, hits(hits), current, around);
    }

    void goTo(int hit) {
        getElement().callJsFunction("goTo", hit);
    }

    void toOffset(int offset) {
        getElement().callJsFunction("toOffset", offset);
    }

    void showCited(List<Passage> cited) {
        getElement().callJsFunction("cite", ranges(cited));
    }

    private static ArrayNode ranges(List<Passage> cited) {
        ArrayNode ranges = JacksonUtils.createArrayNode();
        cited.forEach(passage -> ranges.addArray().add(passage.start()).add(passage.end()));
        return ranges;
    }

    /// The texts of the blocks from `from` (inclusive) to `to` (exclusive), each with its parts; asked
    /// for by the browser.
    @ClientCallable
    ArrayNode text(int from, int to) {
        ArrayNode texts = JacksonUtils.createArrayNode();
        for (TextBlock block : blocks.subList(Math.clamp(from, 0, blocks.size()), Math.clamp(to, 0, blocks.size()))) {
            ArrayNode one = texts.addArray();
            one.add(text.text().substring(block.start(), block.end()));
            one.add(structure.json(block.start(), block.end()));
        }
        return texts;
    }

    /// Another hit became the current one: its index, from 0.
    void onHit(IntConsumer heard) {
        Detail.on(this, "hit-chosen", detail -> heard.accept(detail.number("hit")));
    }

    /// Another page came into sight.
    void onPage(IntConsumer heard) {
        Detail.on(this, "page-seen", detail -> heard.accept(detail.number("page")));
    }

    /// A range of the text was selected to be cited: its start and end.
    void onCite(RangeListener heard) {
        onRange("cite-passage", heard);
    }

    /// A range of the text was selected to find what is like it.
    void onLike(RangeListener heard) {
        onRange("like-passage", heard);
    }

    private void onRange(String event, RangeListener heard) {
        Detail.on(this, event, detail -> heard.selected(detail.number("start"), detail.number("end")));
    }

    /// Told of a range of the text, end exclusive.
    interface RangeListener {
        void selected(int start, int end);
    }
}
